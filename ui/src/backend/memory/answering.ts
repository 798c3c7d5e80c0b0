/** What the twin answers about responses and the language they use. */
import type { Phrase } from '../backend';
import { conflictsOf, lookAlikesOf, openingsOf, targetsFor } from './respond';
import { movedPhrases, wordRuns } from './words';
import { sampleNorms, samplePhrases } from '../sample/language';
import type { Answers, Room } from './room';

type Answered =
  | 'response_save'
  | 'responses_save'
  | 'response_remove'
  | 'targets_find'
  | 'conflicts'
  | 'look_alikes'
  | 'openings'
  | 'norms'
  | 'phrases'
  | 'phrase_save'
  | 'phrase_remove'
  | 'wording_marks';

/** Returns the commands about responses. */
export function answeringAnswers({ changed, find, nextId }: Room): Answers<Answered> {
  let phrases: Phrase[] = structuredClone(samplePhrases);
  return {
    response_save: ({ file, response }) =>
      changed(file, (open) => {
        open.change((o) => {
          const at = o.responses.findIndex((r) => r.id === response.id);
          const saved = { ...response, id: response.id || nextId('r') };
          if (at >= 0) o.responses[at] = saved;
          else o.responses.push(saved);
        });
      }),
    responses_save: ({ file, responses }) =>
      changed(file, (open) => {
        open.change((o) => {
          for (const response of responses) {
            const at = o.responses.findIndex((r) => r.id === response.id);
            const saved = { ...response, id: response.id || nextId('r') };
            if (at >= 0) o.responses[at] = saved;
            else o.responses.push(saved);
          }
        });
      }),
    response_remove: ({ file, id }) =>
      changed(file, (open) => {
        open.change((o) => {
          o.responses = o.responses.filter((r) => r.id !== id);
        });
      }),
    targets_find: ({ file, draft, words }) => {
      const open = find(file);
      const view = open.draft(draft || (open.drafts.at(-1)?.id ?? ''));
      return { targets: targetsFor(view.id, view.draft, words) };
    },
    conflicts: ({ file }) => ({ conflicts: conflictsOf(find(file).statement().responses) }),
    look_alikes: ({ file, draft, block, proposal }) => ({
      found: lookAlikesOf(draft, find(file).draft(draft).draft, block, proposal),
    }),
    openings: ({ file, draft }) => ({
      language_known: true,
      openings: openingsOf(find(file).draft(draft).draft),
    }),
    norms: () => structuredClone(sampleNorms),
    phrases: ({ words }) => ({
      phrases: structuredClone(
        phrases.filter((p) =>
          `${p.text} ${p.document} ${p.topic}`.toLowerCase().includes(words.toLowerCase()),
        ),
      ),
    }),
    phrase_save: ({ phrase }) => {
      const kept = { ...phrase, id: phrase.id || nextId('p'), own: true };
      phrases = [kept, ...phrases.filter((p) => p.id !== kept.id)];
      return { phrases: structuredClone(phrases) };
    },
    phrase_remove: ({ id }) => {
      phrases = phrases.filter((p) => p.id !== id);
      return { phrases: structuredClone(phrases) };
    },
    wording_marks: ({ before, after }) => {
      const runs = wordRuns(before, after);
      return { runs, moved: movedPhrases(runs) };
    },
  };
}
