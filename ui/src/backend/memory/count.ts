/** The twin's count: words by part and section under the call's rule. */
import type { Call, CountReport, Statement } from '../generated/wire';
import { bodySections, countWords, plain } from './words';

/** Returns the limit of the whole document, the lowest of those that hold for anyone. */
export function wholeLimit(call: Call): number | null {
  const limits = call.limits.filter((l) => l.unit === 'words' && l.applies_to === 'whole');
  return limits.length === 0 ? null : Math.min(...limits.map((l) => l.max));
}

/** Returns the words of a response as it is printed. */
function responseWords(statement: Statement, call: Call): number {
  if (!call.sections.some((s) => s.holds === 'responses')) return 0;
  return statement.responses
    .filter((r) => !r.private)
    .reduce((sum, r) => sum + countWords(r.proposal) + countWords(r.rationale), 0);
}

/** Returns a count with the pages in it: four hundred words a page. */
export function withPages(report: CountReport): CountReport {
  const pages = Math.max(1, Math.ceil(report.total / 400));
  return {
    ...report,
    pages,
    pages_counted: pages,
    limits: report.limits.map((l) => (l.unit === 'pages' ? { ...l, used: pages } : l)),
  };
}

/** Returns the words of a statement, part by part. */
export function count(statement: Statement, call: Call): CountReport {
  const sections = bodySections(statement.body).map(({ heading, text }) => {
    const rule = call.sections.find((s) => s.heading.toLowerCase() === heading.toLowerCase());
    const own = rule?.holds === 'responses' ? responseWords(statement, call) : 0;
    return {
      id: rule?.id ?? '',
      heading,
      words: countWords(plain(text)) + own,
      limit: call.limits.find((l) => l.section != null && l.section === rule?.id)?.max ?? null,
    };
  });
  const parts = {
    body: sections.reduce((sum, s) => sum + s.words, 0),
    headings: sections.reduce((sum, s) => sum + countWords(s.heading), 0),
    footnotes: 0,
    tables: 0,
    title: countWords(statement.title),
    signatories: statement.signatories.reduce((sum, s) => sum + countWords(s.organisation), 0),
    cover: 0,
  };
  const rules: Record<string, string | undefined> = {
    title: call.counting.title?.value,
    signatories: call.counting.signatories?.value,
  };
  const left_out = (['title', 'signatories'] as const)
    .filter((part) => rules[part] === 'out' && parts[part] > 0)
    .map((part) => ({
      part,
      words: parts[part],
      why: 'The call leaves it out.',
      reason: 'stated' as const,
    }));
  const text = plain(statement.body);
  const total = Object.values(parts).reduce((sum, words) => sum + words, 0);
  return {
    total,
    counted: total - left_out.reduce((sum, l) => sum + l.words, 0),
    parts,
    left_out,
    limit: wholeLimit(call),
    rule: 'Body and headings count; title and signatories do not.',
    counts: Object.keys(parts).filter((part) => !left_out.some((l) => l.part === part)),
    counts_not: left_out.map((l) => l.part),
    stated: Object.values(rules).some((rule) => rule !== undefined),
    numbers: 0,
    pace: 120,
    sections,
    added: 0,
    characters: text.length,
    characters_without_spaces: text.replace(/\s/gu, '').length,
    seconds: Math.floor(total / 2),
    pages: null,
    pages_counted: null,
    limits: call.limits
      .filter((l) => l.unit === 'pages' && l.applies_to === 'whole')
      .map(({ max }) => ({
        unit: 'pages' as const,
        applies_to: 'whole' as const,
        section: null,
        max,
        used: null,
      })),
  };
}
