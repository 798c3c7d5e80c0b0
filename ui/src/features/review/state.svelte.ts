/** What came back from reviewers, and what is being done about it. */
import type { Decision, ReviewView, SuggestionRow } from '../../backend/backend';
import { backend } from '../../backend/current';
import { fileName } from '../../errors/failure';
import { notices } from '../../state/notices.svelte';
import { workspace } from '../../state/workspace.svelte';
import { m } from '../../text/words';
import { renewWriting, settleWriting } from '../write/session.svelte';

class Review {
  /** Everything that came back. */
  view = $state.raw<ReviewView | null>(null);
  /** Name of the file that is being read; empty for none. */
  reading = $state('');
  /** Whose entries are shown; empty for everybody's. */
  author = $state('');
  /** Whether what is decided is shown as well. */
  all = $state(false);

  /** Tells whether an entry is shown. */
  shows(decision: Decision, author: string): boolean {
    return (this.all || decision === 'open') && (this.author === '' || this.author === author);
  }

  /** The suggestions that are shown. */
  get suggestions(): SuggestionRow[] {
    return (this.view?.suggestions ?? []).filter((row) => this.shows(row.decision, row.author));
  }

  /** Those of them that can be decided together. */
  get open(): SuggestionRow[] {
    return this.suggestions.filter((row) => row.decision === 'open');
  }

  /** Everybody whose suggestions are open, with their ids, in the order of the text. */
  get byAuthor(): { name: string; ids: string[] }[] {
    const groups: { name: string; ids: string[] }[] = [];
    for (const row of this.open) {
      const group = groups.find((own) => own.name === row.author);
      if (group) group.ids.push(row.id);
      else groups.push({ name: row.author, ids: [row.id] });
    }
    return groups;
  }

  /** Looks what there is. */
  async look(): Promise<void> {
    const { file } = workspace;
    if (file === '') return;
    const view = await workspace.act(() => backend.review_show({ file }));
    if (view) this.view = view;
  }

  /** Takes in a file that came back; asks for it without a path. */
  async take(path?: string): Promise<void> {
    const edited = path ?? (await workspace.act(() => backend.pickOpen('docx')));
    if (!edited) return;
    await workspace.act(settleWriting);
    this.reading = fileName(edited);
    const { file } = workspace;
    const taken = await workspace.write(() => backend.review_take({ file, edited, job: 'review' }));
    this.reading = '';
    if (!taken) return;
    this.view = taken.review;
    const name = fileName(edited);
    notices.say(
      taken.new === 0 ? m.review_taken_none({ name }) : m.review_taken({ name, count: taken.new }),
    );
    if (!taken.known && taken.new > 0) notices.say(m.review_not_known());
  }

  /** Decides about entries. */
  async decide(ids: string[], decision: Decision): Promise<void> {
    if (ids.length === 0) return;
    await workspace.act(settleWriting);
    const { file } = workspace;
    const decided = await workspace.write(() => backend.review_decide({ file, ids, decision }));
    if (!decided) return;
    this.view = decided.review;
    workspace.take(decided.workspace);
    await renewWriting();
    const left = decided.left.length;
    notices.say(
      left > 0 ? m.review_left({ count: left }) : m.review_decided({ count: ids.length }),
      {
        label: m.undo(),
        run: () => void workspace.undo().then(() => this.look()),
      },
    );
  }

  /** Answers an entry; false when it did not work. */
  async answer(to: string, text: string): Promise<boolean> {
    const { file } = workspace;
    const view = await workspace.write(() => backend.review_answer({ file, to, text }));
    if (view) this.view = view;
    return view !== undefined;
  }
}

/** What came back from reviewers. */
export const review = new Review();
