import { describe, expect, it } from 'vitest';
import type { Source } from '../../backend/backend';
import { emptySource, fieldsOf, found, notePreview, shortName, withFields } from './item';

const resolution: Source = withFields(emptySource(), {
  kind: 'un',
  author: 'General Assembly',
  title: 'Developments in the field of information',
  number: 'A/RES/75/240',
  container: '',
  date: '2020-12-31',
  url: '',
  locator: 'para. 1',
  quotation: '',
  seen: '2026-11-20',
});

describe('a source entered by hand', () => {
  it('comes back into the form as it was typed', () => {
    expect(fieldsOf(resolution)).toMatchObject({
      kind: 'un',
      number: 'A/RES/75/240',
      author: 'General Assembly',
      date: '2020-12-31',
      locator: 'para. 1',
    });
    const report = withFields(emptySource(), {
      ...fieldsOf(resolution),
      kind: 'report',
      number: '7',
      author: 'Doe, Jane; Network for Care',
    });
    expect((report.item as Record<string, unknown>)['author']).toEqual([
      { family: 'Doe', given: 'Jane' },
      { literal: 'Network for Care' },
    ]);
    expect(fieldsOf(report).author).toBe('Doe, Jane; Network for Care');
  });
  it('keeps what the form does not ask for', () => {
    const item = { type: 'book', DOI: '10.1/x', title: 'Old' };
    const source: Source = { ...emptySource(), key: 'k', item };
    const changed = withFields(source, { ...fieldsOf(source), title: 'New' });
    expect(changed.item).toEqual({ type: 'book', DOI: '10.1/x', title: 'New' });
  });
});

describe('how a source is shown', () => {
  it('cites a UN document by its symbol', () => {
    expect(
      notePreview(resolution)
        .map((p) => p.text)
        .join(''),
    ).toBe('A/RES/75/240, para. 1.');
    expect(shortName(resolution).lead).toBe('A/RES/75/240');
  });
  it('finds by any word', () => {
    expect(found([resolution], '75/240 info')).toHaveLength(1);
    expect(found([resolution], 'nothing')).toHaveLength(0);
  });
});
