import { describe, expect, it } from 'vitest';
import { sampleDraft, sampleDraftId } from '../../backend/sample/draft';
import { sampleResponses } from '../../backend/sample/statement';
import { byBlock } from '../../state/responses';
import { outline } from './outline';

describe('the outline', () => {
  const entries = outline(sampleDraft().blocks, byBlock(sampleResponses(), sampleDraftId));

  it('counts what stands under a heading, that of its sub-headings with it', () => {
    const dialogue = entries.find((e) => e.text.startsWith('E.'));
    const participation = entries.find((e) => e.text.startsWith('1.'));
    expect(dialogue).toMatchObject({ level: 1, paragraphs: 4, responses: 2 });
    expect(participation).toMatchObject({ level: 2, paragraphs: 3, responses: 2 });
  });

  it('does not count sub-paragraphs as paragraphs', () => {
    expect(entries.find((e) => e.text.startsWith('C.'))?.paragraphs).toBe(4);
  });
});
