/** A small invented zero draft: enough headings, sub-paragraphs and notes to show the window at work. */
import type { Block, BlockKind, Draft, Footnote } from '../generated/wire';
import { place } from './page';

type Line =
  | { kind: Exclude<BlockKind, 'paragraph'>; text: string; level?: number }
  | {
      kind: 'paragraph';
      label: string;
      text: string;
      level?: number;
      notes?: [mark: string, after: string, text: string][];
      unsure?: true;
    };

const h = (text: string, level = 1): Line => ({ kind: 'heading', text, level });
const p = (
  label: string,
  text: string,
  notes?: [mark: string, after: string, text: string][],
): Line => ({ kind: 'paragraph', label, text, ...(notes ? { notes } : {}) });
const sub = (label: string, text: string): Line => ({ kind: 'paragraph', label, text, level: 1 });

const lines: Line[] = [
  {
    kind: 'title',
    text: 'Zero draft of the report of the Working Group on the resilience of civilian networks',
  },
  { kind: 'other', text: 'Submitted by the Chair · 2 November 2026' },
  h('A. Introduction'),
  p(
    '1.',
    'The Working Group was established to study the protection of networks on which civilian life depends, and to recommend measures that States and other interested parties may take in cooperation.',
  ),
  p(
    '2.',
    'States recalled that the previous reports on this matter were adopted by consensus, and agreed that the present report builds upon them without reopening them.',
    [
      [
        '1',
        'adopted by consensus',
        'Reports of the first and the second cycle, as annexed to the present document.',
      ],
    ],
  ),
  p(
    '3.',
    'The Working Group benefited from an exchange of views with interested parties, including businesses, non-governmental organizations and academia, and took note of their written inputs.',
  ),
  h('B. Existing and potential threats'),
  p(
    '4.',
    'States expressed concern that disruptions of civilian networks are increasing in number, scale and sophistication, and that their effects may extend beyond the territory in which they originate.',
  ),
  p(
    '5.',
    'States also expressed concern about acts that may affect the availability of public services, including health, energy, water and the conduct of elections.',
    [['2', 'the conduct of elections', 'See also paragraph 11 (c).']],
  ),
  p(
    '6.',
    'States noted that the use of encryption protects users and that its weakening may create new risks, while some States noted the needs of lawful access.',
  ),
  p(
    '7.',
    'It was observed that small and medium-sized organizations, including hospitals, schools and civil society organizations, often lack the means to prevent, detect and recover from disruptions.',
  ),
  p(
    '8.',
    'States expressed concern that disruptions of public services are increasing in number, scale and sophistication, and that their effects may differ by region, gender and age.',
  ),
  h('C. Rules, norms and principles'),
  p(
    '9.',
    'States reaffirmed that international law, in particular the Charter of the United Nations, applies to the conduct of States in relation to civilian networks.',
  ),
  p(
    '10.',
    'States reaffirmed that norms of responsible behaviour do not replace or alter the obligations of States under international law, and that they are voluntary and non-binding.',
  ),
  p(
    '11.',
    'States proposed, with a view to the implementation of the norms, that each State, on a voluntary basis:',
  ),
  sub('(a)', 'designate a point of contact for incidents that concern civilian networks;'),
  sub(
    '(b)',
    'publish a national policy for the reporting of vulnerabilities, including legal protection for those who report them in good faith;',
  ),
  sub(
    '(c)',
    'refrain from acts that intentionally damage networks on which the conduct of elections depends;',
  ),
  sub(
    '(d)',
    'survey the implementation of the norms and share the results with interested parties.',
  ),
  p(
    '12.',
    'States discussed a checklist for the implementation of the norms, contained in annex II, which may be updated as necessary.',
    [
      [
        '3',
        'contained in annex II',
        'The checklist is a living document and does not create obligations.',
      ],
    ],
  ),
  h('D. Capacity-building'),
  p(
    '13.',
    'States underlined that capacity-building should be sustainable, have a clear purpose, be results-focused and respond to needs identified by the recipients themselves.',
  ),
  p(
    '14.',
    'States considered that a voluntary fund may support the participation of experts from developing countries in the meetings of the Working Group.',
  ),
  {
    kind: 'paragraph',
    label: '14 bis',
    text: 'States may also consider, where appropriate, support to the participation of stakeholders from developing countries.',
    unsure: true,
  },
  p(
    '15.',
    'States noted the value of regional exchanges of experience, and encouraged regional organizations to share their practice in a form that others can use.',
  ),
  p(
    '16.',
    'States encouraged interested parties in a position to do so to offer training, with due regard to languages other than English.',
  ),
  h('E. Regular institutional dialogue'),
  p(
    '17.',
    'States agreed to continue the exchange under the auspices of the United Nations in a single track, and to hold one substantive session a year.',
  ),
  h('1. Participation of interested parties', 2),
  p(
    '18.',
    'States recognized the value of the participation of interested parties, and may consult them, as appropriate, in a systematic, sustained and substantive manner.',
  ),
  p(
    '19.',
    'Interested parties without consultative status may attend the formal sessions as observers on a non-objection basis.',
  ),
  p(
    '20.',
    'The Chair may convene informal consultations with interested parties before each substantive session, and shall report on them to the Working Group.',
  ),
  h('F. Recommendations'),
  p(
    '21.',
    'States recommend that the General Assembly convene the next substantive session of the Working Group in 2027.',
  ),
  p(
    '22.',
    'States recommend that the Secretariat maintain a public list of the points of contact referred to in paragraph 11 (a), to the extent that States agree to its publication.',
  ),
];

function footnotes(text: string, notes: [string, string, string][]): Footnote[] {
  return notes.map(([mark, after, words]) => ({
    mark,
    text: words,
    offset: new TextEncoder().encode(text.slice(0, text.indexOf(after) + after.length)).length,
  }));
}

function blocks(): Block[] {
  const path: string[] = [];
  const made = lines.map((line, at): Block => {
    const level = line.level ?? 0;
    if (line.kind === 'heading') path.length = Math.max(0, level - 1);
    const block: Block = {
      id: `b${String(at + 1)}`,
      kind: line.kind,
      label: line.kind === 'paragraph' ? line.label : null,
      level,
      heading_path: line.kind === 'title' ? [] : [...path],
      text: line.text,
      original: null,
      page: 1 + Math.floor(at / 11),
      region: null,
      continues: [],
      confidence: line.kind === 'paragraph' && line.unsure ? 0.55 : 1,
      footnotes: line.kind === 'paragraph' ? footnotes(line.text, line.notes ?? []) : [],
    };
    if (line.kind === 'heading') path.push(line.text);
    return block;
  });
  return place(made);
}

/** Id of the sample draft. */
export const sampleDraftId = '5a3c0de1b2f4';

/** Returns the sample draft. */
export function sampleDraft(): Draft {
  return {
    title: 'Zero draft of the report of the Working Group on the resilience of civilian networks',
    symbol: 'A/WG.90/2026/CRP.1',
    revision: 'Zero draft',
    date: '2 November 2026',
    language: 'en',
    format: 'pdf',
    pages: 4,
    blocks: blocks(),
    findings: [
      {
        code: 'I104',
        name: 'unsure-label',
        severity: 'warning',
        variant: 'label',
        params: { label: '14 bis', page: '3' },
        message: 'The label "14 bis" on page 3 could also be part of the paragraph before it.',
        hint: 'Compare it with the original, and correct it if needed.',
        place: { part: 'draft', section: null, paragraph: '14 bis', start: null, end: null },
        edits: [],
      },
      {
        code: 'I110',
        name: 'furniture-dropped',
        severity: 'info',
        variant: 'pages',
        params: { lines: '8', pages: '4' },
        message: '8 lines were left out as running headers and page numbers on 4 pages.',
        hint: 'Nothing to do, unless a sentence is missing.',
        place: { part: 'draft', section: null, paragraph: null, start: null, end: null },
        edits: [],
      },
    ],
  };
}

/** Paragraphs of the longest draft met so far. */
const longest = 1363;

/** Returns a draft as long as the longest met so far: the paragraphs of the sample, over and over. */
export function longDraft(): Draft {
  const draft = sampleDraft();
  const paragraphs = draft.blocks.filter((b) => b.kind === 'paragraph' && b.level === 0);
  const chapters = Math.ceil(longest / paragraphs.length);
  const blocks: Block[] = [];
  let number = 0;
  for (let chapter = 1; chapter <= chapters; chapter += 1) {
    const text = `Chapter ${String(chapter)}`;
    const heading = { ...(draft.blocks[0] as Block), kind: 'heading' as const, level: 1, text };
    blocks.push({ ...heading, id: `h${String(chapter)}` });
    for (const paragraph of paragraphs) {
      if (number === longest) break;
      number += 1;
      const id = `p${String(number)}`;
      blocks.push({ ...paragraph, id, label: `${String(number)}.`, heading_path: [text] });
    }
  }
  return { ...draft, revision: 'Compilation', blocks, findings: [], pages: null, format: 'docx' };
}
