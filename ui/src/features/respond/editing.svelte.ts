/** The response being written: a working copy that is saved by itself, a moment after each change. */
import type { Block, Response, ResponseKind, Target, Workspace } from '../../backend/backend';
import { backend } from '../../backend/current';
import { emptyResponse } from '../../backend/empty';
import { draft } from '../../state/draft.svelte';
import { notices } from '../../state/notices.svelte';
import { workspace } from '../../state/workspace.svelte';
import { m } from '../../text/words';

/** Stands for the whole draft where a paragraph's id is asked for. */
export const whole = '*';

const pause = 500;

/** What a new response wants first: its wording, its reason, or nothing more. */
const wants: Record<ResponseKind, 'wording' | 'reason' | 'nothing'> = {
  modify: 'wording',
  add: 'wording',
  move: 'wording',
  delete: 'nothing',
  keep: 'nothing',
  question: 'reason',
  general: 'reason',
};

/** Returns the target for a block of the draft that is shown. */
export function targetFor(block: Block): Target {
  return {
    draft: draft.view?.id ?? '',
    block: block.id,
    label: block.label ?? '',
    text: block.text,
  };
}

class Editing {
  /** The working copy; null when no response is open. */
  open = $state<Response | null>(null);
  /** What should take the keys next; whoever does clears it. */
  focus = $state<'wording' | 'reason' | null>(null);
  /** Responses beside the draft, or as a list. */
  view = $state<'beside' | 'list'>('beside');
  /** Whether the places where one could begin stand beside the draft. */
  openings = $state(false);
  /** Words to be put into the wording where one types; the editor that does clears it. */
  insertion = $state('');
  /** Whether the bank of agreed language is open. */
  phrases = $state(false);
  #changed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #release: (() => void) | undefined;
  #last: Promise<void> = Promise.resolve();
  /** Names one opening, so that a new response's id finds its working copy again. */
  #token = {};
  readonly #ids = new WeakMap<object, string>();

  /** Opens a response; what was open is saved first. */
  show(response: Response | null): void {
    if (response !== null && response.id !== '' && response.id === this.open?.id) return;
    void this.save();
    this.#token = {};
    this.open = response === null ? null : structuredClone(response);
  }

  /** Begins a response to a block, or to the whole draft. */
  begin(kind: ResponseKind, block: Block | undefined): void {
    this.show({
      ...structuredClone(emptyResponse),
      kind,
      targets: block ? [targetFor(block)] : [],
      proposal: kind === 'modify' ? (block?.text ?? '') : '',
    });
    if (wants[kind] === 'nothing') {
      this.#touch();
      void this.save();
    } else {
      this.focus = wants[kind] === 'wording' ? 'wording' : 'reason';
    }
  }

  /** Begins one remark on several paragraphs. */
  beginWith(targets: Target[]): void {
    this.show({ ...structuredClone(emptyResponse), targets });
    this.focus = 'reason';
  }

  /** Begins a second choice beside the open response. */
  beginAlternative(): void {
    const { open } = this;
    if (!open) return;
    void this.save().then(() => {
      const first = $state.snapshot(open) as Response;
      if (first.id === '') return;
      this.show({
        ...first,
        id: '',
        rationale: '',
        alternative_to: first.alternative_to || first.id,
        earlier: [],
        carried: null,
        taken_up: null,
      });
      this.focus = first.kind === 'modify' || first.kind === 'add' ? 'wording' : 'reason';
    });
  }

  /** Changes the open response. */
  edit(change: Partial<Response>): void {
    if (!this.open) return;
    Object.assign(this.open, change);
    this.#touch();
  }

  /** Says in the reason where words of agreed language stand, once. */
  cite(source: string): void {
    const { open } = this;
    if (!open || source === '') return;
    const said = m.phrases_source({ source });
    if (open.rationale.includes(said)) return;
    this.edit({ rationale: [open.rationale.trim(), said].filter((part) => part !== '').join(' ') });
  }

  /** Changes what the open response asks for; the wording follows where it must. */
  setKind(kind: ResponseKind): void {
    const { open } = this;
    if (!open || open.kind === kind) return;
    const text = open.targets[0]?.text ?? '';
    const untouched = open.proposal === '' || open.proposal === text;
    this.edit({ kind, ...(untouched ? { proposal: kind === 'modify' ? text : '' } : {}) });
  }

  #touch(): void {
    this.#changed = true;
    this.#release ??= workspace.hold();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), pause);
  }

  /** Saves what was changed, and resolves when it is on the disk or was refused. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.open && this.#changed) {
      const copy = $state.snapshot(this.open) as Response;
      const token = this.#token;
      const release = this.#release;
      this.#changed = false;
      this.#release = undefined;
      this.#last = this.#last.then(() => this.#write(copy, token)).finally(release);
    }
    return this.#last;
  }

  async #write(copy: Response, token: object): Promise<void> {
    const id = copy.id || (this.#ids.get(token) ?? '');
    const before = new Set(workspace.current?.statement.responses.map((r) => r.id));
    const saved = await workspace.change((file) =>
      backend.response_save({ file, response: { ...copy, id } }),
    );
    if (!saved) {
      // Refused, and said so: the next change tries again with everything.
      if (token === this.#token) this.#changed = true;
      return;
    }
    if (id !== '') return;
    const made = workspace.current?.statement.responses.find((r) => !before.has(r.id));
    if (!made) return;
    this.#ids.set(token, made.id);
    if (token === this.#token && this.open) this.open.id = made.id;
  }

  /** Takes in what changed elsewhere (undo, a merge), unless the user is in the middle of a change. */
  follow({ statement }: Workspace): void {
    const { open } = this;
    if (!open || open.id === '' || this.#changed) return;
    const kept = statement.responses.find((r) => r.id === open.id);
    if (!kept) this.open = null;
    else if (JSON.stringify(kept) !== JSON.stringify($state.snapshot(open))) {
      this.open = structuredClone(kept);
    }
  }

  /** Shows the response to the block one has come to, the one that was open if it answers it. */
  followPlace(at: string, responses: Response[]): void {
    const { open } = this;
    const answers = (r: Response) =>
      at === whole
        ? r.targets.length === 0
        : r.targets.some((t) => t.block === at && t.draft === draft.view?.id);
    if (open && answers(open)) return;
    this.show(responses.find(answers) ?? null);
  }

  /** Takes the open response out; undo brings it back. */
  async remove(): Promise<void> {
    const { open } = this;
    if (!open) return;
    clearTimeout(this.#timer);
    this.#changed = false;
    this.#release?.();
    this.#release = undefined;
    await this.#last;
    const id = open.id || (this.#ids.get(this.#token) ?? '');
    this.#token = {};
    this.open = null;
    if (id === '') return;
    if (await workspace.change((file) => backend.response_remove({ file, id }))) {
      notices.say(m.response_removed(), { label: m.undo(), run: () => void workspace.undo() });
    }
  }
}

/** The response being written. */
export const editing = new Editing();
