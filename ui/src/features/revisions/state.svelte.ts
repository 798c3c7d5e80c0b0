/** Two drafts side by side, what would become of the responses, and what was decided. */
import type {
  CarryAct,
  CarryDecision,
  CarryPlan,
  CarryRow,
  Comparison,
  Response,
  ResponseKind,
  RowRelation,
} from '../../backend/backend';
import { backend } from '../../backend/current';
import { notices } from '../../state/notices.svelte';
import { workspace } from '../../state/workspace.svelte';
import { m } from '../../text/words';
import { elsewhere, keptAside, layOut, waits } from './rows';

class Revisions {
  /** Id of the draft to start from. */
  old = $state('');
  /** Id of the draft it is compared with and carried to. */
  new = $state('');
  comparison = $state.raw<Comparison | null>(null);
  plan = $state.raw<CarryPlan | null>(null);
  /** The response one is at; empty for none. */
  at = $state('');
  hideSame = $state(true);
  own = $state(false);
  /** Whether the numbers in one's own text follow. */
  numbers = $state(true);
  busy = $state(false);
  relations = $state.raw<ReadonlySet<RowRelation | 'style'>>(new Set());
  #asked = 0;

  /** The sections as they are shown. */
  readonly sections = $derived(
    this.comparison
      ? layOut(this.comparison, this.plan, {
          relations: this.relations,
          hideSame: this.hideSame,
          own: this.own,
        })
      : [],
  );
  /** Responses that wait and stand beside no row. */
  readonly far = $derived(this.comparison ? elsewhere(this.comparison, this.plan) : []);
  /** Responses that are kept aside and stand beside no row. */
  readonly aside = $derived(this.comparison ? keptAside(this.comparison, this.plan) : []);
  /** The responses that wait for a decision, in the order of the screen. */
  readonly waiting = $derived(this.order().filter(waits));

  /** Returns the response of a row. */
  response(row: CarryRow): Response | undefined {
    return workspace.current?.statement.responses.find((r) => r.id === row.response);
  }

  private order(): CarryRow[] {
    if (!this.comparison) return this.plan?.responses ?? [];
    const all = { relations: new Set<never>(), hideSame: false, own: false };
    const rows = layOut(this.comparison, this.plan, all).flatMap((s) => s.rows);
    return [...this.far, ...rows.flatMap((r) => r.responses)];
  }

  /** Compares the newest draft with the one before it, unless two are chosen already. */
  async begin(): Promise<void> {
    const drafts = workspace.current?.drafts ?? [];
    const known = (id: string) => drafts.some((d) => d.id === id);
    if (!known(this.new)) this.new = drafts.at(-1)?.id ?? '';
    if (!known(this.old) || this.old === this.new) {
      this.old = drafts.filter((d) => d.id !== this.new).at(-1)?.id ?? '';
    }
    await this.load();
  }

  /** Shows the chosen drafts. */
  async load(): Promise<void> {
    const { file } = workspace;
    const { old, new: later } = this;
    if (old === '' || later === '') {
      this.comparison = null;
      this.plan = null;
      return;
    }
    this.#asked += 1;
    const asked = this.#asked;
    const [comparison, plan] = await Promise.all([
      workspace.act(() => backend.revisions_compare({ file, old, new: later })),
      workspace.act(() => backend.carry_plan({ file, draft: later })),
    ]);
    // A slow answer must not replace that of a later choice.
    if (asked !== this.#asked || file !== workspace.file) return;
    this.comparison = comparison ?? null;
    this.plan = plan ?? null;
  }

  /** Carries everything that is sure, and the numbers with it. */
  async carrySure(): Promise<void> {
    const rows = (this.plan?.responses ?? []).filter((row) => row.sure);
    const done = await this.#apply(
      rows.map((row) => this.#decision(row.response, { kind: 'accept' }, false)),
      this.numbers,
    );
    if (done) {
      notices.say(m.revisions_carried({ count: rows.length }), {
        label: m.undo(),
        run: () => void this.undo(),
      });
    }
  }

  /** Carries out one decision and goes to the next. */
  async decide(
    response: string,
    act: CarryAct,
    { proposal = null, kind = null }: { proposal?: string | null; kind?: ResponseKind | null } = {},
  ): Promise<void> {
    const next = this.#after(response);
    const decision = { ...this.#decision(response, act, true), proposal, kind };
    // What goes to the new draft takes the numbers in one's own text along.
    const goes = act.kind !== 'stay' && act.kind !== 'aside';
    if (await this.#apply([decision], goes && this.numbers)) this.at = next;
  }

  /** Lets the numbers in one's own text follow, with no response. */
  async followNumbers(): Promise<boolean> {
    return this.#apply([], true);
  }

  /** Takes the last step back. */
  async undo(): Promise<void> {
    await workspace.undo();
    await this.load();
  }

  /** Goes to the next response that waits, or the one before. */
  go(step: 1 | -1): void {
    const rows = this.waiting;
    const at = rows.findIndex((row) => row.response === this.at);
    const to = at < 0 ? (step === 1 ? 0 : rows.length - 1) : at + step;
    this.at = rows[(to + rows.length) % Math.max(1, rows.length)]?.response ?? '';
  }

  /** Shows or hides the rows of a relation. */
  toggle(relation: RowRelation | 'style'): void {
    const relations = new Set(this.relations);
    if (!relations.delete(relation)) relations.add(relation);
    this.relations = relations;
    if (relations.has('same')) this.hideSame = false;
  }

  #decision(response: string, act: CarryAct, seen: boolean): CarryDecision {
    return { response, act, proposal: null, kind: null, seen };
  }

  #after(response: string): string {
    const rows = this.waiting;
    const at = rows.findIndex((row) => row.response === response);
    return (rows[at + 1] ?? rows.find((row) => row.response !== response))?.response ?? '';
  }

  async #apply(decisions: CarryDecision[], numbers: boolean): Promise<boolean> {
    const { file } = workspace;
    this.busy = true;
    const answer = await workspace.write(() =>
      backend.carry_apply({ file, draft: this.new, decisions, numbers }),
    );
    this.busy = false;
    if (!answer) return false;
    workspace.take(answer.workspace);
    this.plan = answer.plan;
    return true;
  }
}

/** Two drafts side by side, and what becomes of the responses. */
export const revisions = new Revisions();
