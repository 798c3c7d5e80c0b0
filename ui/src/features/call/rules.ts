/** The rules of a call in words, each with its ground; what is not stated says so. */
import type { Call, Counted, Deadline, Limit, Permission, Stated } from '../../backend/backend';
import { dayAndTime, number, zonePlace } from '../../text/time';
import { languageName, m } from '../../text/words';

/** Where a rule was read and how sure it is. */
export type RuleGround = Pick<Stated<unknown>, 'source' | 'year' | 'certainty'>;

/** One line of a rule. */
export interface RuleLine {
  text: string;
  ground: RuleGround | null;
}

/** One rule of a call: its name, and its lines; no lines means that it is not stated. */
export interface Rule {
  name: string;
  lines: RuleLine[];
}

const permissions: Record<Permission, () => string> = {
  required: m.permission_required,
  allowed: m.permission_allowed,
  avoid: m.permission_avoid,
  forbidden: m.permission_forbidden,
};

/** Returns what is asked for in one word. */
export function permissionWord(permission: Permission): string {
  return permissions[permission]();
}

/** Returns a limit in words: `at most 2,000 words with general status`. */
export function limitWords(limit: Limit, call: Call): string {
  const max = number(limit.max);
  const units = {
    words: m.limit_words,
    characters: m.limit_characters,
    pages: m.limit_pages,
    minutes: m.limit_minutes,
  };
  const statuses = {
    general: m.status_ecosoc_general,
    special: m.status_ecosoc_special,
    roster: m.status_ecosoc_roster,
    none: m.status_ecosoc_none,
  };
  let words: string = units[limit.unit]({ max });
  if (limit.status) words = m.limit_status({ limit: words, status: statuses[limit.status]() });
  if (limit.joint === true) words = m.limit_joint({ limit: words });
  if (limit.joint === false) words = m.limit_single({ limit: words });
  if (limit.applies_to === 'title') words = m.limit_title({ limit: words });
  if (limit.applies_to === 'question' && !limit.section) words = m.limit_question({ limit: words });
  else if (limit.applies_to === 'section' || limit.applies_to === 'question') {
    const section = call.sections.find((s) => s.id === limit.section)?.heading ?? '';
    words = m.limit_section({ section, limit: words });
  }
  return words;
}

function line<T>(stated: Stated<T> | null | undefined, words: (value: T) => string): RuleLine[] {
  if (!stated) return [];
  const { source, year, certainty } = stated;
  return [{ text: words(stated.value), ground: { source, year, certainty } }];
}

function counting({ counting: rule }: Call): RuleLine[] {
  const counted = (stated: Stated<Counted> | null | undefined, part: () => string) =>
    line(stated, (value) =>
      value === 'in' ? m.counted_in({ part: part() }) : m.counted_out({ part: part() }),
    );
  return [
    ...counted(rule.footnotes, m.part_footnotes),
    ...counted(rule.headings, m.part_headings),
    ...counted(rule.title, m.part_title),
    ...counted(rule.cover, m.part_cover),
    ...line(rule.cover_words, (count) => m.counted_cover_words({ count: number(count) })),
    ...counted(rule.signatories, m.part_signatories),
    ...counted(rule.tables, m.part_tables),
    ...counted(rule.annexes, m.part_annexes),
    ...counted(rule.numbers, m.part_numbers),
  ];
}

function look({ format }: Call): RuleLine[] {
  return [
    ...line(format.font, (font) => font),
    ...line(format.size_pt, (size) => m.rule_size({ size: String(size) })),
    ...line(format.line_spacing, (percent) => m.rule_line_spacing({ percent: String(percent) })),
    ...line(format.paper, (paper) =>
      paper === 'letter' ? m.rule_paper_letter() : m.rule_paper_a4(),
    ),
    ...line(format.margin_mm, (mm) => m.rule_margin({ millimetres: String(mm) })),
    ...line(format.justified, (yes) => (yes ? m.rule_justified() : m.rule_not_justified())),
    ...line(format.page_numbers, (p) => m.rule_pages_numbered({ permission: permissionWord(p) })),
    ...line(format.notes, (place) => (place === 'end' ? m.rule_notes_end() : m.rule_notes_foot())),
    ...line(format.comment_columns, (columns) =>
      m.rule_comment_columns({
        columns: columns.map((c) => c.split(':').at(-1)?.trim() ?? c).join(', '),
      }),
    ),
    ...line(format.contents, (p) => m.rule_contents({ permission: permissionWord(p) })),
    ...line(format.acronyms_restricted, (yes) => (yes ? m.rule_acronyms() : '')).filter(
      ({ text }) => text !== '',
    ),
  ];
}

function joint({ joint: rule }: Call): RuleLine[] {
  const places = {
    cover: m.place_cover,
    top: m.place_top,
    footnote: m.place_footnote,
    end: m.place_end,
  };
  const orders = {
    alphabetical: m.order_alphabetical,
    status: m.order_status,
    country: m.order_country,
  };
  const when = (stated: Stated<boolean> | null | undefined, words: () => string) =>
    line(stated, (yes) => (yes ? words() : '')).filter(({ text }) => text !== '');
  return [
    ...line(rule.allowed, (yes) => (yes ? m.joint_allowed() : m.joint_not_allowed())),
    ...line(rule.factor, (factor) => m.joint_factor({ factor: number(factor) })),
    ...line(rule.place, (place) => places[place]()),
    ...line(rule.order, (order) => orders[order]()),
    ...when(rule.all_need_status, m.joint_all_need_status),
    ...when(rule.exclusive, m.joint_exclusive),
  ];
}

function wayName(kind: string): string {
  const known: Record<string, () => string> = {
    mail: m.way_mail,
    form: m.way_form,
    portal: m.way_portal,
    upload: m.way_upload,
  };
  return known[kind]?.() ?? kind;
}

/** Returns a date in words, for whom it holds, and what it was before it was moved. */
function datedLines(d: Deadline): RuleLine[] {
  const at = (instant: string) => `${dayAndTime(instant, d.zone)} ${zonePlace(d.zone)}`;
  let text = `${d.what}: ${at(d.instant)} (“${d.wording}”)`;
  if (d.joint === true) text = m.limit_joint({ limit: text });
  if (d.joint === false) text = m.limit_single({ limit: text });
  if (d.status)
    text = m.limit_status({
      limit: text,
      status: {
        general: m.status_ecosoc_general,
        special: m.status_ecosoc_special,
        roster: m.status_ecosoc_roster,
        none: m.status_ecosoc_none,
      }[d.status](),
    });
  return [
    { text, ground: d },
    ...(d.history ?? []).map((e) => ({
      text: m.deadline_before({ time: at(e.instant), wording: e.wording }),
      ground: e,
    })),
  ];
}

/** Returns the sections in one line, and one for each requirement that was read somewhere. */
function sectionLines({ sections, header_fields }: Call): RuleLine[] {
  const names = sections.map((s) =>
    s.required ? `${s.heading} (${m.section_required()})` : s.heading,
  );
  const asked = [
    ...sections.map((s) => ({ ...s, name: s.heading })),
    ...header_fields.map((f) => ({ ...f, name: f.label })),
  ];
  const grounds = asked.flatMap(({ name, required, source, year, certainty }) =>
    required && source && certainty
      ? [
          {
            text: m.section_asked({ name }),
            ground: { source, year: year ?? 0, certainty },
          },
        ]
      : [],
  );
  return [{ text: names.join(' · '), ground: null }, ...grounds];
}

/** Returns every rule a person asks for, stated or not, in the order in which they ask. */
export function callRules(call: Call): Rule[] {
  return [
    {
      name: m.rule_deadline(),
      lines: call.deadlines.flatMap(datedLines),
    },
    { name: m.rule_who(), lines: line(call.who, (who) => who) },
    {
      name: m.rule_length(),
      lines: call.limits.map((l) => ({ text: limitWords(l, call), ground: l })),
    },
    { name: m.rule_counting(), lines: counting(call) },
    {
      name: m.rule_sections(),
      lines: sectionLines(call),
    },
    { name: m.rule_numbering(), lines: line(call.numbered_paragraphs, permissionWord) },
    { name: m.rule_footnotes(), lines: line(call.footnotes, permissionWord) },
    { name: m.rule_annexes(), lines: line(call.annexes ?? null, permissionWord) },
    { name: m.rule_criticism(), lines: line(call.criticism_of_states ?? null, permissionWord) },
    {
      name: m.rule_files(),
      lines: line(call.format.files, (files) => files.map((f) => f.toUpperCase()).join(', ')),
    },
    { name: m.rule_look(), lines: look(call) },
    { name: m.rule_emphasis(), lines: line(call.format.emphasis, permissionWord) },
    {
      name: m.rule_languages(),
      lines: line(call.languages, (tags) => tags.map(languageInWords).join(', ')),
    },
    { name: m.rule_joint(), lines: joint(call) },
    { name: m.rule_file_name(), lines: line(call.file_name, (pattern) => pattern) },
    { name: m.rule_mail_subject(), lines: line(call.mail_subject, (pattern) => pattern) },
    {
      name: m.rule_ways(),
      lines: call.channels.map((c) => ({
        text: [wayName(c.kind), c.address, c.notes].filter(Boolean).join(' · '),
        ground: c,
      })),
    },
    { name: m.rule_public(), lines: line(call.publication, (what) => what) },
  ];
}

function languageInWords(tag: string): string {
  try {
    return languageName(tag);
  } catch {
    return tag;
  }
}
