/** A small invented statement on the sample draft. */
import { emptyResponse } from '../empty';
import type { Response, Signatory, Source, Target } from '../generated/wire';
import { sampleDraft, sampleDraftId } from './draft';

/** The body of the sample statement. */
export const sampleBody = `# Summary

We welcome the zero draft and the care with which it keeps language agreed in earlier cycles. We ask the Working Group to make consultation with interested parties a commitment (paragraph 18), and to protect those who report vulnerabilities in good faith (paragraph 11 (b)).

# General comments

Civil society organisations run hospitals, shelters and election observation on the networks that this report is about. In 2025, 61 per cent of the organisations that we asked had lost access to their systems for more than a day.

The draft names **means** but few **duties**. Where States are ready to commit, the report should say so:

- a yearly consultation with a published summary;
- a public list of points of contact;
- support for those who cannot pay for travel.

# Comments on paragraphs

Our comments follow the order of the draft.

# Signatories
`;

/** Returns the target for a paragraph of the sample draft. */
function target(label: string): Target {
  const block = sampleDraft().blocks.find((b) => b.label === label);
  if (!block) throw new Error(`the sample draft has no paragraph ${label}`);
  return { draft: sampleDraftId, block: block.id, label, text: block.text };
}

const none = emptyResponse;

/** Returns the responses of the sample statement. */
export function sampleResponses(): Response[] {
  return [
    {
      ...none,
      id: 'r1',
      kind: 'keep',
      targets: [target('6.')],
      rationale:
        'This is the first mention of encryption in a report of the Working Group. It protects those who work at risk.',
      priority: 'medium',
      topic: 'threats',
    },
    {
      ...none,
      id: 'r2',
      kind: 'modify',
      targets: [target('7.')],
      proposal:
        'It was observed that small and medium-sized organizations, including hospitals, schools and civil society organizations, lack the means to prevent, detect and recover from disruptions, and that support should reach them directly.',
      rationale: 'The paragraph names the gap; it should also say who closes it.',
      priority: 'high',
      topic: 'capacity-building',
      sources: ['survey2025'],
    },
    {
      ...none,
      id: 'r3',
      kind: 'modify',
      targets: [target('18.')],
      proposal:
        'States recognized the value of the participation of interested parties, and shall consult them in a systematic, sustained and substantive manner, and publish a summary of each consultation.',
      rationale:
        '"May consult, as appropriate" promises nothing. Earlier reports used "systematic, sustained and substantive" as agreed language.',
      priority: 'high',
      topic: 'institutional dialogue',
    },
    {
      ...none,
      id: 'r4',
      kind: 'question',
      targets: [target('19.')],
      rationale: 'Will objections be made public, with their reasons?',
      priority: 'medium',
      topic: 'institutional dialogue',
    },
  ];
}

/** The sources of the sample statement. */
export const sampleSources: Source[] = [
  {
    key: 'survey2025',
    item: {
      id: 'survey2025',
      type: 'report',
      title: 'Lost days: how small organisations live through outages',
      author: [{ literal: 'Network for Resilient Services' }],
      issued: { 'date-parts': [[2025, 9, 1]] },
      URL: 'https://example.org/lost-days',
    },
    locator: 'p. 12',
    quotation: 'Six in ten had no access to their systems for more than a day.',
    seen: '2026-11-10',
    copy_sha256: '',
  },
];

/** The organisations of the sample statement. */
export const sampleSignatories: Signatory[] = [
  {
    id: 's1',
    organisation: 'Network for Resilient Services',
    country: 'Kenya',
    region: 'African States',
    group: 'Civil society',
    status: 'special',
  },
  {
    id: 's2',
    organisation: 'Open Systems Forum',
    country: 'Portugal',
    region: 'Western European and other States',
    group: 'Technical community',
    status: 'none',
  },
];
