/** Every field of a call, grouped as a form shows them; a test compares them with the schema. */
import { m } from '../../text/words';

type Words = () => string;
/** What a field holds. */
export type FieldKind = 'text' | 'area' | 'number' | 'yesno' | 'list' | 'choice';

/** One field. */
export interface FormField {
  /** Path from the call, or from the entry of a list. */
  path: string;
  label: Words;
  kind: FieldKind;
  options?: [string, Words][];
  /** Whether it is a rule with source, year and certainty. */
  stated?: boolean;
  /** Whether a choice can be taken back to nothing. */
  clears?: boolean;
}

/** A list of entries, such as the limits. */
export interface FormList {
  path: string;
  label: Words;
  fields: FormField[];
  /** Whether each entry has source, year and certainty, or may have them. */
  grounded?: boolean | 'maybe';
  /** Fields that name an entry. */
  named: string[];
  /** What a new entry holds. */
  fresh: Record<string, unknown>;
  lists?: FormList[];
}

/** A group of the form. */
export interface FormGroup {
  id: string;
  label: Words;
  fields: FormField[];
  lists: FormList[];
}

const text = (path: string, label: Words): FormField => ({ path, label, kind: 'text' });
const area = (path: string, label: Words): FormField => ({ path, label, kind: 'area' });
const whole = (path: string, label: Words): FormField => ({ path, label, kind: 'number' });
const yesno = (path: string, label: Words): FormField => ({ path, label, kind: 'yesno' });
const list = (path: string, label: Words): FormField => ({ path, label, kind: 'list' });
const choice = (path: string, label: Words, options: [string, Words][]): FormField => ({
  path,
  label,
  kind: 'choice',
  options,
});
const stated = (field: FormField): FormField => ({ ...field, stated: true });

const permission: [string, Words][] = [
  ['required', m.permission_required],
  ['allowed', m.permission_allowed],
  ['avoid', m.permission_avoid],
  ['forbidden', m.permission_forbidden],
];
const counted: [string, Words][] = [
  ['in', m.cf_in],
  ['out', m.cf_out],
];
const status: [string, Words][] = [
  ['general', m.status_ecosoc_general],
  ['special', m.status_ecosoc_special],
  ['roster', m.status_ecosoc_roster],
  ['none', m.status_ecosoc_none],
];
/** How sure a rule is. */
export const certainties: [string, Words][] = [
  ['official', m.certainty_official],
  ['reported', m.certainty_reported],
  ['inferred', m.certainty_inferred],
];
const holding = [
  choice('status', m.cf_ecosoc, status),
  { ...choice('joint', m.cf_only_joint, []), kind: 'yesno' as const },
];
const counting = (part: string, label: Words) => stated(choice(`counting.${part}`, label, counted));

/** The form of a call. */
export const groups: FormGroup[] = [
  {
    id: 'call',
    label: m.cf_group_call,
    fields: [
      text('name', m.cf_name),
      text('id', m.cf_id),
      whole('version', m.cf_version),
      text('based_on', m.cf_based_on),
      text('body', m.cf_body),
      choice('status', m.cf_status, [
        ['open', m.status_open],
        ['rolling', m.status_rolling],
        ['closed', m.status_closed],
        ['historic', m.status_historic],
        ['unknown', m.status_unknown],
      ]),
      choice('kind', m.cf_kind, [
        ['comment_on_draft', m.cf_k_comment_on_draft],
        ['written_statement', m.cf_k_written_statement],
        ['joint_statement', m.cf_k_joint_statement],
        ['oral_statement', m.cf_k_oral_statement],
        ['stakeholder_report', m.cf_k_stakeholder_report],
        ['working_paper', m.cf_k_working_paper],
        ['views_for_report', m.cf_k_views_for_report],
        ['proposal', m.cf_k_proposal],
        ['form_answers', m.cf_k_form_answers],
      ]),
      text('stage', m.cf_stage),
      area('summary', m.cf_summary),
      list('topics', m.cf_topics),
    ],
    lists: [],
  },
  { id: 'who', label: m.cf_group_who, fields: [stated(area('who', m.cf_who))], lists: [] },
  {
    id: 'length',
    label: m.cf_group_length,
    fields: [
      counting('footnotes', m.cf_counting_footnotes),
      counting('headings', m.cf_counting_headings),
      counting('title', m.cf_counting_title),
      counting('cover', m.cf_counting_cover),
      stated(whole('counting.cover_words', m.cf_counting_cover_words)),
      counting('signatories', m.cf_counting_signatories),
      counting('tables', m.cf_counting_tables),
      counting('annexes', m.cf_counting_annexes),
      counting('numbers', m.cf_counting_numbers),
    ],
    lists: [
      {
        path: 'limits',
        label: m.cf_limits,
        grounded: true,
        named: ['max', 'unit', 'section'],
        fresh: { unit: 'words', max: 1000 },
        fields: [
          whole('max', m.cf_max),
          choice('unit', m.cf_unit, [
            ['words', m.cf_words],
            ['characters', m.cf_characters],
            ['pages', m.cf_pages],
            ['minutes', m.cf_minutes],
          ]),
          choice('applies_to', m.cf_applies_to, [
            ['whole', m.cf_whole],
            ['section', m.cf_one_section],
            ['question', m.cf_question],
            ['title', m.cf_title_only],
          ]),
          text('section', m.cf_section),
          ...holding,
        ],
      },
    ],
  },
  {
    id: 'structure',
    label: m.cf_group_structure,
    fields: [
      yesno('sections_in_order', m.cf_sections_in_order),
      stated(choice('numbered_paragraphs', m.cf_numbered_paragraphs, permission)),
      stated(choice('footnotes', m.cf_footnotes, permission)),
      stated(choice('annexes', m.cf_annexes, permission)),
      choice('marking', m.cf_marking, [
        ['bold_underline', m.cf_bold_underline],
        ['brackets', m.cf_brackets],
      ]),
    ],
    lists: [
      {
        path: 'sections',
        label: m.cf_sections,
        grounded: 'maybe',
        named: ['heading'],
        fresh: { id: 'section', heading: '', guidance: '' },
        fields: [
          text('heading', m.cf_heading),
          text('id', m.cf_id),
          choice('holds', m.cf_holds, [
            ['text', m.cf_text_only],
            ['responses', m.cf_responses],
            ['signatories', m.cf_signatories],
          ]),
          yesno('required', m.cf_required),
          area('guidance', m.cf_guidance),
          area('avoid', m.cf_avoid),
          area('example', m.cf_example),
        ],
      },
      {
        path: 'header_fields',
        label: m.cf_header_fields,
        grounded: 'maybe',
        named: ['label'],
        fresh: { id: 'field', label: '' },
        fields: [text('label', m.cf_label), text('id', m.cf_id), yesno('required', m.cf_required)],
      },
    ],
  },
  {
    id: 'format',
    label: m.cf_group_format,
    fields: [
      stated(list('format.files', m.cf_files)),
      stated(list('languages', m.cf_languages)),
      stated(text('format.font', m.cf_font)),
      stated(whole('format.size_pt', m.cf_size_pt)),
      stated(whole('format.line_spacing', m.cf_line_spacing)),
      stated(
        choice('format.paper', m.cf_paper, [
          ['a4', m.cf_paper_a4],
          ['letter', m.cf_paper_letter],
        ]),
      ),
      stated(whole('format.margin_mm', m.cf_margin_mm)),
      stated(yesno('format.justified', m.cf_justified)),
      stated(choice('format.emphasis', m.cf_emphasis, permission)),
      stated(choice('criticism_of_states', m.rule_criticism, permission)),
      stated(choice('format.page_numbers', m.cf_page_numbers, permission)),
      stated(
        choice('format.notes', m.cf_notes_place, [
          ['foot', m.cf_notes_foot],
          ['end', m.cf_notes_end],
        ]),
      ),
      stated(choice('format.contents', m.cf_contents, permission)),
      stated(list('format.comment_columns', m.cf_comment_columns)),
      stated(yesno('format.acronyms_restricted', m.cf_acronyms_restricted)),
    ],
    lists: [],
  },
  {
    id: 'joint',
    label: m.cf_group_joint,
    fields: [
      stated(yesno('joint.allowed', m.cf_joint_allowed)),
      stated(whole('joint.factor', m.cf_joint_factor)),
      stated(
        choice('joint.place', m.cf_joint_place, [
          ['cover', m.cf_cover],
          ['top', m.cf_top],
          ['footnote', m.cf_footnote],
          ['end', m.cf_end],
        ]),
      ),
      stated(
        choice('joint.order', m.cf_joint_order, [
          ['alphabetical', m.cf_alphabetical],
          ['status', m.cf_by_status],
          ['country', m.cf_by_country],
        ]),
      ),
      stated(yesno('joint.all_need_status', m.cf_joint_all_need_status)),
      stated(yesno('joint.exclusive', m.cf_joint_exclusive)),
    ],
    lists: [],
  },
  {
    id: 'dates',
    label: m.cf_group_dates,
    fields: [],
    lists: [
      {
        path: 'deadlines',
        label: m.cf_deadlines,
        grounded: true,
        named: ['what', 'wording'],
        fresh: { what: 'statement', wording: '', instant: '', zone: 'America/New_York' },
        fields: [
          text('what', m.cf_what),
          text('wording', m.cf_wording),
          text('zone', m.cf_zone),
          text('instant', m.cf_instant),
          area('assumed', m.cf_assumed),
          ...holding,
        ],
        lists: [
          {
            path: 'history',
            label: m.cf_history,
            grounded: true,
            named: ['wording'],
            fresh: { wording: '', instant: '' },
            fields: [
              text('wording', m.cf_wording),
              text('instant', m.cf_instant),
              text('told', m.cf_told),
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'ways',
    label: m.cf_group_ways,
    fields: [
      stated(text('file_name', m.cf_file_name)),
      stated(text('mail_subject', m.cf_mail_subject)),
      stated(area('publication', m.cf_publication)),
    ],
    lists: [
      {
        path: 'channels',
        label: m.cf_channels,
        grounded: true,
        named: ['kind', 'address'],
        fresh: { kind: 'form' },
        fields: [
          choice('kind', m.cf_channel_kind, [
            ['mail', m.way_mail],
            ['form', m.way_form],
            ['portal', m.way_portal],
            ['upload', m.way_upload],
          ]),
          text('address', m.cf_address),
          area('notes', m.cf_notes),
        ],
      },
    ],
  },
  {
    id: 'sources',
    label: m.cf_group_sources,
    fields: [],
    lists: [
      {
        path: 'sources',
        label: m.cf_sources,
        named: ['title', 'id'],
        fresh: { id: 'source', url: '', title: '' },
        fields: [text('id', m.cf_id), text('url', m.cf_url), text('title', m.cf_source_title)],
      },
    ],
  },
];

const ground = ['source', 'year', 'certainty'];

function* pathsOf(fields: FormField[], lists: FormList[], before: string): Generator<string> {
  for (const field of fields) {
    if (!field.stated) yield before + field.path;
    else for (const part of ['value', ...ground]) yield `${before}${field.path}.${part}`;
  }
  for (const inner of lists) {
    const path = `${before}${inner.path}[].`;
    if (inner.grounded) for (const part of ground) yield path + part;
    yield* pathsOf(inner.fields, inner.lists ?? [], path);
  }
}

/** Returns the path of every field that the form reaches, entries of lists as `[]`. */
export function reachedPaths(): string[] {
  return groups.flatMap((group) => [...pathsOf(group.fields, group.lists, '')]);
}

/** Returns the words for a path of a difference or fault: `limits.max` is `Limit: At most`. */
export function fieldLabel(path: string): string {
  const plain = path.replace(/\[\d*\]/gu, '');
  for (const { fields, lists } of groups) {
    const own = fields.find((f) => plain === f.path || plain.startsWith(`${f.path}.`));
    if (own) return own.label();
    for (const entry of lists) {
      if (plain === entry.path) return entry.label();
      if (!plain.startsWith(`${entry.path}.`)) continue;
      const rest = plain.slice(entry.path.length + 1);
      const inner = [...entry.fields, ...(entry.lists ?? [])].find((f) => rest.startsWith(f.path));
      return inner ? `${entry.label()}: ${inner.label()}` : entry.label();
    }
  }
  return path;
}
