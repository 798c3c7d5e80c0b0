/** The next state of the sample draft: a few paragraphs edited, one gone, one new. */
import type { Block, Draft } from '../generated/wire';
import { sampleDraft } from './draft';

const edits: Record<string, [before: string, after: string]> = {
  '4.': [
    'are increasing in number, scale and sophistication',
    'are increasing in number and scale',
  ],
  '7.': ['small and medium-sized organizations', 'small organizations'],
  '15.': ['regional exchanges of experience', 'Regional exchanges of experience'],
  '18.': ['and may consult them, as appropriate,', 'and should consult them'],
  '20.': ['may convene informal consultations', 'shall convene informal consultations'],
};

const added: Omit<Block, 'id' | 'heading_path'> = {
  kind: 'paragraph',
  label: '8 bis.',
  level: 0,
  text: 'States took note of the proposal to map the dependence of hospitals on civilian networks.',
  original: null,
  page: 4,
  region: null,
  confidence: 1,
  footnotes: [],
};

/** Returns the sample draft as its first revision has it. */
export function revisedDraft(): Draft {
  const draft = sampleDraft();
  draft.revision = 'Rev.1';
  draft.symbol = 'A/WG.90/2026/CRP.1/Rev.1';
  for (const block of draft.blocks) {
    const edit = edits[block.label ?? ''];
    if (edit) block.text = block.text.replace(...edit);
  }
  const after = draft.blocks.findIndex((b) => b.label === '8.');
  const path = draft.blocks[after]?.heading_path ?? [];
  draft.blocks.splice(after + 1, 0, { ...added, id: 'b-8bis', heading_path: path });
  draft.blocks = draft.blocks.filter((b) => b.label !== '14 bis');
  return draft;
}
