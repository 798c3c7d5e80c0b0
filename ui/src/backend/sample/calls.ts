/** Three invented calls of unlike rules. */
import type {
  Call,
  Counting,
  Deadline,
  FormatRules,
  JointRules,
  Limit,
  Stated,
} from '../generated/wire';

type Ground = Omit<Stated<never>, 'value'>;

const ground = (source: string, certainty: Ground['certainty'], year = 2026): Ground => ({
  source,
  year,
  certainty,
});
const stated = <T>(value: T, from: Ground): Stated<T> => ({ value, ...from });
/** What the secretariat did not state. */
const uncounted: Counting = {
  footnotes: null,
  headings: null,
  title: null,
  cover: null,
  cover_words: null,
  signatories: null,
  tables: null,
  annexes: null,
  numbers: null,
};
const unformatted: FormatRules = {
  files: null,
  font: null,
  size_pt: null,
  line_spacing: null,
  paper: null,
  margin_mm: null,
  justified: null,
  emphasis: null,
  page_numbers: null,
  notes: null,
  contents: null,
  comment_columns: null,
  acronyms_restricted: null,
};
const unjoined: JointRules = {
  allowed: null,
  factor: null,
  place: null,
  order: null,
  all_need_status: null,
  exclusive: null,
};
const limit = (max: number, from: Ground, rest: Partial<Limit> = {}): Limit => ({
  unit: 'words',
  max,
  applies_to: 'whole',
  section: null,
  status: null,
  joint: null,
  ...from,
  ...rest,
});
const closes = (
  deadline: Pick<Deadline, 'instant' | 'wording'>,
  from: Ground,
  assumed: string | null = null,
): Deadline => ({ what: 'statement', zone: 'America/New_York', assumed, ...deadline, ...from });
const letter = ground('letter', 'official');
const guide = ground('guide', 'official');
const report = ground('report', 'reported');
const house = ground('house', 'inferred');

const networks: Call = {
  id: 'networks-zero-draft',
  version: 2,
  name: 'Civilian networks: comments on the zero draft',
  body: 'Working Group on the resilience of civilian networks',
  status: 'open',
  kind: 'comment_on_draft',
  stage: 'zero draft',
  summary:
    'The Chair invites interested parties to comment on the zero draft of the report. Comments are posted on the page of the Working Group. Point to the paragraph you speak about and propose wording where you can.',
  who: stated(
    'Any organisation with an interest in the matter; consultative status is not needed.',
    letter,
  ),
  limits: [limit(2000, report), limit(150, house, { applies_to: 'section', section: 'summary' })],
  counting: {
    ...uncounted,
    footnotes: stated('out', report),
    headings: stated('in', house),
    title: stated('out', house),
    signatories: stated('out', report),
  },
  sections: [
    {
      id: 'summary',
      heading: 'Summary',
      holds: 'text',
      required: true,
      guidance:
        'Say in three or four sentences who speaks, what matters most to you, and which paragraphs you ask to change.',
      example:
        'We welcome the zero draft. We ask the Working Group to name civil society among those who recover from disruptions (paragraph 7) and to make consultation a commitment (paragraph 18).',
    },
    {
      id: 'general',
      heading: 'General comments',
      holds: 'text',
      required: false,
      guidance:
        'What holds for the whole draft: its balance, what it leaves out, what must be kept.',
      example: 'The draft keeps the language agreed in earlier cycles, and we ask that it stay.',
    },
    {
      id: 'comments',
      heading: 'Comments on paragraphs',
      holds: 'responses',
      required: true,
      guidance:
        'Your responses are placed here under the headings of the draft. Write an opening line if you need one.',
      example: '',
    },
    {
      id: 'signatories',
      heading: 'Signatories',
      holds: 'signatories',
      required: false,
      guidance: 'The organisations that sign, as they want to be printed.',
      example: '',
    },
  ],
  sections_in_order: false,
  numbered_paragraphs: stated('allowed', report),
  footnotes: stated('allowed', letter),
  header_fields: [
    { id: 'organisation', label: 'Submitted by', required: true },
    { id: 'status', label: 'Consultative status', required: false },
    { id: 'session', label: 'Session', required: false },
  ],
  format: { ...unformatted, files: stated(['docx', 'pdf'], letter) },
  languages: stated(['en', 'fr', 'es'], letter),
  joint: {
    ...unjoined,
    allowed: stated(true, letter),
    place: stated('end', house),
    order: stated('alphabetical', house),
  },
  deadlines: [
    closes(
      {
        instant: '2026-12-04T22:00:00Z',
        wording: 'by 4 December 2026, close of business, New York time',
      },
      letter,
      'The letter says "close of business" and names no hour; 17:00 is the earliest sound reading.',
    ),
  ],
  channels: [
    {
      kind: 'form',
      address: 'https://example.org/working-group/inputs',
      notes: 'One file for each organisation.',
      ...letter,
    },
  ],
  file_name: null,
  mail_subject: null,
  publication: stated(
    'Posted on the page of the Working Group under the name of the organisation.',
    report,
  ),
  topics: ['threats', 'norms', 'capacity-building', 'institutional dialogue'],
  marking: 'bold_underline',
  sources: [
    {
      id: 'letter',
      url: 'https://example.org/working-group/letter',
      title: 'Letter of the Chair, 2 November 2026',
    },
    {
      id: 'report',
      url: 'https://example.org/news/inputs',
      title: 'Report of a network of organisations on the call',
    },
    { id: 'house', url: 'https://example.org/rostrum/defaults', title: 'Default of this template' },
  ],
};

const session: Call = {
  id: 'commission-written',
  version: 1,
  name: 'Commission session: written statement',
  body: 'Commission on public services',
  status: 'open',
  kind: 'written_statement',
  stage: null,
  summary:
    'Organisations in consultative status may submit one written statement to the session. It is edited and issued as a document of the Commission.',
  who: stated('Organisations in consultative status.', guide),
  limits: [limit(2000, guide, { status: 'general' }), limit(1500, guide)],
  counting: {
    ...uncounted,
    cover: stated('in', guide),
    headings: stated('in', guide),
  },
  sections: [
    {
      id: 'statement',
      heading: 'Statement',
      holds: 'text',
      required: true,
      guidance: 'One continuous text on the priority theme.',
      example: '',
    },
  ],
  sections_in_order: true,
  numbered_paragraphs: stated('forbidden', guide),
  footnotes: stated('avoid', guide),
  header_fields: [{ id: 'organisation', label: 'Submitted by', required: true }],
  format: { ...unformatted, files: stated(['docx'], guide), emphasis: stated('forbidden', guide) },
  languages: stated(['en', 'fr', 'es'], guide),
  joint: { ...unjoined, allowed: stated(true, guide), all_need_status: stated(true, guide) },
  deadlines: [
    closes(
      { instant: '2027-01-16T04:59:00Z', wording: '15 January 2027, 11.59 p.m. New York time' },
      guide,
    ),
  ],
  channels: [
    { kind: 'portal', address: 'https://example.org/commission/statements', notes: '', ...guide },
  ],
  topics: [],
  marking: 'bold_underline',
  sources: [
    {
      id: 'guide',
      url: 'https://example.org/commission/guide',
      title: 'Guide for organisations, 2026',
    },
  ],
};

const rolling: Call = {
  ...session,
  stage: null,
  id: 'mechanism-views',
  name: 'Standing mechanism: views of stakeholders',
  body: 'Standing mechanism on civilian networks',
  status: 'rolling',
  kind: 'views_for_report',
  summary: 'Views are taken at any time and passed to the thematic groups.',
  who: null,
  limits: [],
  counting: uncounted,
  numbered_paragraphs: null,
  footnotes: null,
  format: unformatted,
  joint: unjoined,
  languages: null,
  deadlines: [],
  sections: [
    {
      id: 'views',
      heading: 'Views',
      holds: 'text',
      required: true,
      guidance: 'What the group should know, and what you ask it to do.',
      example: '',
    },
  ],
};

/** The calls known to the twin, the most urgent first. */
export const sampleCalls: Call[] = [networks, session, rolling];
