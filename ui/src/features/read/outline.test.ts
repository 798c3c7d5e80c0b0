import { describe, expect, it } from 'vitest';
import type { Block } from '../../backend/backend';
import { sampleDraft, sampleDraftId } from '../../backend/sample/draft';
import { sampleResponses } from '../../backend/sample/statement';
import { byBlock } from '../../state/responses';
import { outline, under } from './outline';

const heading = (starts: string) =>
  sampleDraft().blocks.find((b) => b.text.startsWith(starts))?.id ?? '';

describe('the outline', () => {
  const entries = outline(sampleDraft().blocks, byBlock(sampleResponses(), sampleDraftId), [
    { block: heading('E.'), heading: '', level: 1, paragraphs: 4, words: 90, unsure: 1 },
  ]);

  it('shows what the desk counted under a heading, and one’s own responses there', () => {
    const dialogue = entries.find((e) => e.text.startsWith('E.'));
    const participation = entries.find((e) => e.text.startsWith('1.'));
    expect(dialogue).toMatchObject({ level: 1, paragraphs: 4, words: 90, unsure: 1, responses: 2 });
    expect(participation).toMatchObject({ level: 2, responses: 2 });
  });

  it('counts a response to several paragraphs once', () => {
    const [one] = sampleResponses();
    if (!one) throw new Error('the sample has responses');
    const both = new Map([
      ['b2', [one]],
      ['b3', [one]],
    ]);
    const block = (id: string, kind: 'heading' | 'paragraph') => ({
      ...(sampleDraft().blocks[3] as Block),
      id,
      kind,
    });
    const [entry] = outline(
      [block('b1', 'heading'), block('b2', 'paragraph'), block('b3', 'paragraph')],
      both,
      [],
    );
    expect(entry?.responses).toBe(1);
  });

  it('tells under which heading a block stands', () => {
    const { blocks } = sampleDraft();
    const inThreats = blocks.find((b) => b.label === '5.')?.id ?? '';
    expect(under(blocks, entries, inThreats)?.text).toMatch(/^B\./u);
    expect(under(blocks, entries, blocks[0]?.id ?? '')).toBeUndefined();
  });
});
