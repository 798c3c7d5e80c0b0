import { describe, expect, it } from 'vitest';
import schemaText from '../../../../templates/schema/call.schema.json?raw';
import { fieldLabel, reachedPaths } from './fields';

interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  $defs?: Record<string, Schema>;
}

const schema = JSON.parse(schemaText) as Schema;

function* leaves(node: Schema, path: string): Generator<string> {
  if (node.$ref) {
    yield* leaves(schema.$defs?.[node.$ref.split('/').at(-1) ?? ''] ?? {}, path);
    return;
  }
  const real = node.anyOf?.find((one) => one.type !== 'null');
  if (real) {
    yield* leaves(real, path);
  } else if (node.properties) {
    for (const [name, inner] of Object.entries(node.properties))
      yield* leaves(inner, path ? `${path}.${name}` : name);
  } else if (node.items && JSON.stringify(node.items).includes('$ref')) {
    yield* leaves(node.items, `${path}[]`);
  } else {
    yield path;
  }
}

describe('the form of a call', () => {
  it('reaches every field of the schema, and no other', () => {
    expect([...reachedPaths()].sort()).toEqual([...new Set(leaves(schema, ''))].sort());
  });

  it('names the field of a fault or difference', () => {
    expect(fieldLabel('limits[0].max')).toBe('Limit: At most');
    expect(fieldLabel('deadlines.wording')).toBe('Deadline: Their own words');
    expect(fieldLabel('counting.footnotes.value')).toBe('Footnotes');
    expect(fieldLabel('languages')).toBe('Languages, as tags');
  });
});
