import { describe, expect, it } from 'vitest';
import type { Block } from '../backend/backend';
import { addresses, labelled, plainLabel } from './labels';

function paragraph(id: string, label: string, level = 0): Block {
  return {
    id,
    kind: 'paragraph',
    label,
    level,
    heading_path: [],
    text: 'States recall.',
    original: null,
    page: null,
    region: null,
    continues: [],
    confidence: 1,
    footnotes: [],
  };
}

const blocks = [
  paragraph('b1', '23.'),
  paragraph('b2', '(a)', 1),
  paragraph('b3', '(i)', 2),
  paragraph('b4', '24.'),
  paragraph('b5', '(a)', 1),
  paragraph('b6', '(LIV.bis)'),
];

describe('a label', () => {
  it('is found however it is typed', () => {
    expect(labelled(blocks, '23')?.id).toBe('b1');
    expect(labelled(blocks, ' 24. ')?.id).toBe('b4');
    expect(labelled(blocks, 'liv bis')?.id).toBe('b6');
  });

  it('of a sub-paragraph is found through its paragraph', () => {
    expect(labelled(blocks, '24 (a)')?.id).toBe('b5');
    expect(labelled(blocks, '23(a)(i)')?.id).toBe('b3');
  });

  it('that no paragraph has is not found, nor is one of signs only', () => {
    expect(labelled(blocks, '25')).toBeUndefined();
    expect(labelled(blocks, '()')).toBeUndefined();
  });

  it('loses what only typography adds', () => {
    expect(plainLabel('16 bis.')).toBe('16bis');
    expect(plainLabel('(LIV.bis)')).toBe('livbis');
  });
});

describe('an address', () => {
  it('says where a sub-paragraph stands', () => {
    expect(addresses(blocks).get('b3')).toBe('23 (a) (i)');
    expect(addresses(blocks).get('b5')).toBe('24 (a)');
    expect(addresses(blocks).get('b6')).toBe('(LIV.bis)');
  });
});
