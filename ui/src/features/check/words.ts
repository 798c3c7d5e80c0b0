/** Findings in the words of the window, and where each of them leads. */
import type { Finding, Place, Severity, Workspace } from '../../backend/backend';
import type { StepId } from '../../state/place.svelte';
import { m } from '../../text/words';

type Sentence = (params: Record<string, string>) => string;
const catalogue = m as unknown as Record<string, Sentence | undefined>;

/** Returns the name of a finding's sentence in the catalogue: `finding_over_word_limit_whole`. */
export function sentenceName(finding: Pick<Finding, 'name' | 'variant'>): string {
  const parts = ['finding', finding.name, finding.variant].filter((part) => part !== '');
  return parts.join('_').replace(/[^\p{L}\p{N}]+/gu, '_');
}

/**
 * Returns what is wrong and what to do, from the catalogue by name and variant.
 *
 * A rule that the catalogue does not know yet speaks with the desk's own English sentence.
 */
export function findingWords(finding: Finding): { message: string; hint: string } {
  const name = sentenceName(finding);
  return {
    message: catalogue[name]?.(finding.params) ?? finding.message,
    hint: catalogue[`${name}_next`]?.(finding.params) ?? finding.hint,
  };
}

/** What a group of findings stops. */
export interface Group {
  severity: Severity;
  title: string;
  lead: string;
  findings: Finding[];
}

/** Returns the findings by what they stop; empty groups are left out. */
export function grouped(findings: readonly Finding[]): Group[] {
  const groups: Group[] = [
    { severity: 'error', title: m.check_errors(), lead: m.check_errors_lead(), findings: [] },
    { severity: 'warning', title: m.check_warnings(), lead: m.check_warnings_lead(), findings: [] },
    { severity: 'info', title: m.check_infos(), lead: m.check_infos_lead(), findings: [] },
  ];
  for (const finding of findings) {
    groups.find((group) => group.severity === finding.severity)?.findings.push(finding);
  }
  return groups.filter((group) => group.findings.length > 0);
}

const steps: Record<string, StepId> = {
  body: 'write',
  header: 'write',
  source: 'write',
  response: 'respond',
  proposal: 'respond',
  draft: 'read',
  signatory: 'partners',
  annex: 'hand_over',
};

/** Returns the step in which a place can be seen, or null. */
export function stepOf(place: Place): StepId | null {
  return steps[place.part] ?? null;
}

/** Returns a place in words, as short as it can be found by. */
export function placeWords(place: Place, workspace: Workspace): string {
  switch (place.part) {
    case 'body':
      return place.section ?? m.place_body();
    case 'header': {
      const field = workspace.call.header_fields.find((f) => f.id === place.paragraph);
      return m.place_header({ field: field?.label ?? '' });
    }
    case 'response': {
      const response = workspace.statement.responses.find((r) => r.id === place.paragraph);
      const label = response?.targets[0]?.label ?? '';
      return label === '' ? m.place_response_whole() : m.place_response({ label });
    }
    case 'proposal': {
      const response = workspace.statement.responses.find((r) => r.id === place.paragraph);
      const label = response?.targets[0]?.label ?? '';
      return label === '' ? m.place_proposal_whole() : m.place_proposal({ label });
    }
    case 'draft':
      return m.place_draft({ label: place.paragraph ?? '' });
    case 'source':
      return m.place_source({ key: place.paragraph ?? '' });
    case 'signatory': {
      const row = workspace.signatories.find((s) => s.signatory.id === place.paragraph);
      return row?.signatory.organisation ?? m.step_partners();
    }
    case 'annex': {
      const annex = workspace.statement.annexes?.find((a) => a.id === place.paragraph);
      return annex?.name ?? m.scrub_annexes();
    }
    case 'picture':
      return workspace.statement.pictures?.find((p) => p.id === place.paragraph)?.name ?? '';
    default:
      return '';
  }
}
