/** Reading drafts in the twin: the file's name decides what happens, as a test needs it. */
import type { DraftView } from '../generated/wire';
import { arabicDraft } from '../sample/arabic';
import { longDraft, sampleDraft, sampleDraftId } from '../sample/draft';
import { revised, revisedAgain } from '../sample/later';
import { refuse } from './failures';
import type { MemoryNative } from './native';

const steps = 30;

/** Jobs that were cancelled. */
export type Cancelled = Set<string>;

/** Waits between two steps of long work. */
function aWhile(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150));
}

/** Returns the draft of a file, or fails as the desk does for such a file. */
export async function readDraft(
  path: string,
  password: string,
  job: string,
  native: MemoryNative,
  cancelled: Cancelled,
): Promise<DraftView> {
  const name = path.split(/[/\\]/u).at(-1) ?? path;
  const attempt = `read the draft "${name}"`;
  const file = { file: name };
  if (name.includes('scanned'))
    refuse('draft_scanned', attempt, 'pictures only', { ...file, pages: '12' });
  if (name.includes('damaged')) refuse('draft_damaged', attempt, 'no trailer', file);
  if (name.includes('empty')) refuse('draft_empty', attempt, 'no text', file);
  if (name.endsWith('.doc'))
    refuse('draft_kind', attempt, 'Word 97', { ...file, sort: 'legacy-word' });
  if (name.endsWith('.rtf')) refuse('draft_kind', attempt, 'RTF', { ...file, sort: 'rich-text' });
  if (name.includes('heavy')) refuse('draft_too_heavy', attempt, 'memory', file);
  if (name.includes('slow')) refuse('draft_too_slow', attempt, 'time', file);
  if (name.includes('locked') && password !== 'open') {
    refuse('draft_locked', attempt, 'password', { ...file, given: String(password !== '') });
  }
  if (name.includes('large')) {
    for (let done = 0; done < steps; done += 1) {
      native.progress.tell({ job, stage: 'pages', done, total: steps });
      await aWhile();
      if (cancelled.delete(job)) refuse('cancelled', attempt, 'cancelled');
    }
  }
  if (name.includes('arabic')) return { id: 'a4ab1c', name, draft: arabicDraft() };
  if (name.includes('long')) return { id: '10a9', name, draft: longDraft() };
  const sample = sampleDraft();
  if (name.includes('rev1')) return { id: `${sampleDraftId}-rev1`, name, draft: revised(sample) };
  if (name.includes('rev2')) {
    return { id: `${sampleDraftId}-rev2`, name, draft: revisedAgain(sample) };
  }
  return { id: sampleDraftId, name, draft: sample };
}
