/** The twin's checks: a handful of the desk's rules, so that the window has findings to show. */
import type { Call, CheckReport, CountReport, Draft, Finding, Statement } from '../generated/wire';
import { withoutMuted } from './muting';
import { misspelt } from './spelling';
import { bodySections, plain } from './words';

/** What the checks look at. */
export interface CheckedCase {
  statement: Statement;
  call: Call;
  drafts: Map<string, Draft>;
  count: CountReport;
  now: number;
  /** Own words of the user. */
  own: ReadonlySet<string>;
}

const nowhere = { section: null, paragraph: null, start: null, end: null };

function finding(
  f: Partial<Finding> & Pick<Finding, 'code' | 'name' | 'severity' | 'message' | 'hint'>,
): Finding {
  return { variant: '', params: {}, place: { part: 'body', ...nowhere }, edits: [], ...f };
}

function overWordLimit({ count }: CheckedCase): Finding[] {
  if (count.limit === null || count.counted <= count.limit) return [];
  const over = count.counted - count.limit;
  return [
    finding({
      code: 'R201',
      name: 'over-word-limit',
      severity: 'error',
      variant: 'whole',
      params: { counted: String(count.counted), limit: String(count.limit), over: String(over) },
      message: `The statement has ${String(count.counted)} words that count; the limit is ${String(count.limit)}.`,
      hint: `Take out ${String(over)} words.`,
    }),
  ];
}

function emptySection({ statement, call }: CheckedCase): Finding[] {
  const written = bodySections(statement.body);
  return call.sections
    .filter((s) => s.required && s.holds === 'text')
    .filter((s) => (written.find((w) => w.heading === s.heading)?.text.trim() ?? '') === '')
    .map((s) =>
      finding({
        code: 'R102',
        name: 'empty-section',
        severity: 'error',
        variant: 'empty',
        params: { section: s.heading },
        message: `The section "${s.heading}" is required and empty.`,
        hint: s.guidance,
        place: { part: 'body', ...nowhere, section: s.heading },
      }),
    );
}

function numberWithoutSource({ statement }: CheckedCase): Finding[] {
  const found: Finding[] = [];
  for (const match of statement.body.matchAll(/[^.\n]*\b\d+(?:\.\d+)? (?:per cent|%)[^.\n]*\./gu)) {
    if (match[0].includes('[@')) continue;
    const section = bodySections(statement.body.slice(0, match.index)).at(-1)?.heading ?? '';
    found.push(
      finding({
        code: 'R301',
        name: 'number-without-source',
        severity: 'warning',
        variant: 'percentage',
        params: { sentence: plain(match[0]).trim() },
        message: 'A percentage stands without a source.',
        hint: 'Cite where the number comes from, or take it out.',
        place: {
          part: 'body',
          section,
          paragraph: null,
          start: match.index,
          end: match.index + match[0].length,
        },
      }),
    );
  }
  return found;
}

function typedNumber({ statement }: CheckedCase): Finding[] {
  return [...statement.body.matchAll(/^(\d+)\\\. /gmu)].map((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    return finding({
      code: 'R106',
      name: 'typed-paragraph-numbers',
      severity: 'warning',
      variant: 'double',
      params: { number: match[1] ?? '' },
      message: `The number ${match[1] ?? ''} is typed by hand.`,
      hint: 'Take the typed number out.',
      place: { part: 'body', ...nowhere, start, end },
      edits: [{ start, end, text: '' }],
    });
  });
}

function unknownParagraph({ statement, drafts }: CheckedCase): Finding[] {
  return statement.responses
    .filter((r) =>
      r.targets.some((t) => !drafts.get(t.draft)?.blocks.some((b) => b.id === t.block)),
    )
    .map((r) =>
      finding({
        code: 'R401',
        name: 'unknown-paragraph',
        severity: 'error',
        variant: 'gone',
        params: { label: r.targets[0]?.label ?? '' },
        message: `A response points to paragraph ${r.targets[0]?.label ?? ''}, which no draft of this statement has.`,
        hint: 'Choose the paragraph again, or take the response out.',
        place: { part: 'response', ...nowhere, paragraph: r.id },
      }),
    );
}

function wordingMissing({ statement }: CheckedCase): Finding[] {
  return statement.responses
    .filter((r) => (r.kind === 'modify' || r.kind === 'add') && r.proposal.trim() === '')
    .map((r) =>
      finding({
        code: 'R402',
        name: 'wording-missing',
        severity: 'warning',
        variant: r.kind,
        params: { label: r.targets[0]?.label ?? '' },
        message: `The response to paragraph ${r.targets[0]?.label ?? ''} asks for other words but proposes none.`,
        hint: 'Type the wording you ask for, or make it a general remark.',
        place: { part: 'response', ...nowhere, paragraph: r.id },
      }),
    );
}

function headerMissing({ statement, call }: CheckedCase): Finding[] {
  return call.header_fields
    .filter((f) => f.required)
    .filter((f) => {
      const value = f.id === 'organisation' ? statement.organisation : statement.header[f.id];
      return (value ?? '').trim() === '';
    })
    .map((f) =>
      finding({
        code: 'R103',
        name: 'empty-header-field',
        severity: 'error',
        variant: 'empty',
        params: { field: f.label },
        message: `The field "${f.label}" is required and empty.`,
        hint: 'Fill it in.',
        place: { part: 'header', ...nowhere, paragraph: f.id },
      }),
    );
}

function deadline({ call, now }: CheckedCase): Finding[] {
  const main = call.deadlines[0];
  if (!main || Date.parse(main.instant) >= now) return [];
  return [
    finding({
      code: 'R501',
      name: 'deadline-passed',
      severity: 'warning',
      variant: 'passed',
      params: { wording: main.wording },
      message: `The deadline has passed: ${main.wording}.`,
      hint: 'Ask the secretariat whether late input is taken.',
      place: { part: 'call', ...nowhere },
    }),
  ];
}

const rules = [
  headerMissing,
  emptySection,
  overWordLimit,
  unknownParagraph,
  wordingMissing,
  numberWithoutSource,
  typedNumber,
  deadline,
];
const gravity = { error: 0, warning: 1, info: 2 } as const;

/** Returns what the checks say, the gravest first. */
export function check(checked: CheckedCase): CheckReport {
  const findings = rules
    .flatMap((rule) => rule(checked))
    .concat(misspelt(checked.statement, checked.own))
    .sort((a, b) => gravity[a.severity] - gravity[b.severity]);
  return withoutMuted({ findings, summary: {}, muted: [] }, checked.statement);
}
