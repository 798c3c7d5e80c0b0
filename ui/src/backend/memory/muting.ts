/** The twin's way of setting findings aside, and of mending many at once. */
import type { CheckReport, Finding, Mute, MuteScope, Statement } from '../generated/wire';
import { refuse } from './failures';
import type { OpenStatement } from './statement';

/** Returns the sentence or the paragraph a finding stands in; empty when it stands in none. */
function around(finding: Finding, statement: Statement, whole: boolean): string {
  const { start, end, part, paragraph } = finding.place;
  if (start === null || end === null) return '';
  const text =
    part === 'response'
      ? (statement.responses.find((r) => r.id === paragraph)?.rationale ?? '')
      : statement.body;
  const from = text.lastIndexOf('\n\n', start) + 2;
  const to = text.indexOf('\n\n', end);
  const block = text.slice(from === 1 ? 0 : from, to < 0 ? text.length : to);
  if (whole) return block.trim();
  const words = text.slice(start, end);
  return (block.match(/[^.!?]+[.!?]*/gu) ?? [block]).find((s) => s.includes(words)) ?? block;
}

function mark(finding: Finding, statement: Statement): string {
  const { limit, ...rest } = finding.params;
  const said = Object.entries(rest).filter(
    ([name]) => !['counted', 'over', 'words'].includes(name),
  );
  return JSON.stringify([
    finding.code,
    finding.variant,
    finding.place.paragraph,
    limit,
    said,
    around(finding, statement, false).trim(),
  ]);
}

/** Returns what sets a finding aside. */
export function muteFor(
  finding: Finding,
  scope: MuteScope,
  statement: Statement,
): Omit<Mute, 'id' | 'reason'> {
  const { part, section, paragraph } = finding.place;
  const said = around(finding, statement, scope === 'paragraph')
    .slice(0, 90)
    .trim();
  const mute = { rule: finding.code, scope, at: '', mark: '', said };
  switch (scope) {
    case 'rule':
      return { ...mute, said: '' };
    case 'section':
      if (part !== 'body' || section === null)
        refuse('value_refused', 'set a finding aside', 'no section', { name: finding.code });
      return { ...mute, at: section, said: section };
    case 'paragraph':
      return part === 'response' && paragraph !== null
        ? { ...mute, at: paragraph }
        : { ...mute, mark: around(finding, statement, true) };
    case 'finding':
      return { ...mute, mark: mark(finding, statement) };
  }
}

function holds(mute: Mute, finding: Finding, statement: Statement): boolean {
  if (mute.rule !== finding.code) return false;
  if (mute.scope === 'rule') return true;
  if (mute.scope === 'finding') return mute.mark === mark(finding, statement);
  const { section, paragraph } = finding.place;
  if (mute.at !== '') return mute.at === (mute.scope === 'section' ? section : paragraph);
  return mute.mark === around(finding, statement, true);
}

/** Parts what was set aside from a report. */
export function withoutMuted(report: CheckReport, statement: Statement): CheckReport {
  const by = (finding: Finding) => statement.mutes.find((mute) => holds(mute, finding, statement));
  const findings = report.findings.filter((finding) => !by(finding));
  const muted = report.findings.flatMap((finding) => {
    const mute = by(finding);
    return mute ? [{ finding, mute: mute.id, reason: mute.reason }] : [];
  });
  const summary: Record<string, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) summary[severity] = (summary[severity] ?? 0) + 1;
  if (muted.length > 0) summary['muted'] = muted.length;
  return { findings, summary, muted };
}

/** Mends all that a rule found in the body and can mend. */
export function mendAll(open: OpenStatement, rule: string): void {
  const edits = open
    .check()
    .findings.filter((f) => f.place.part === 'body' && (rule === '' || f.code === rule))
    .flatMap((f) => f.edits)
    .sort((a, b) => b.start - a.start);
  let before = Infinity;
  for (const edit of edits) {
    if (edit.end >= before) continue;
    before = edit.start;
    open.rewrite(edit.start, edit.end, edit.text);
  }
}
