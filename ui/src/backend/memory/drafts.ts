/** What the twin answers about drafts: read, mended, compared, and what became of what was asked. */
import { sha256 } from './bytes';
import { decided, planFor } from './carry';
import { refuse } from './failures';
import { findInDrafts, readingOf, sampleTerms } from './finding';
import { pagePicture } from './pages';
import { readDraft } from './reading';
import { renumbered } from './references';
import { compareDrafts } from './revisions';
import { uptakeOf } from './uptake';
import type { Answers, Room } from './room';

type Answered =
  | 'draft_add'
  | 'draft_show'
  | 'draft_reading'
  | 'drafts_find'
  | 'glossary'
  | 'draft_fixes'
  | 'draft_fix'
  | 'draft_unfix'
  | 'draft_page'
  | 'draft_original'
  | 'draft_place'
  | 'revisions_compare'
  | 'revision_summary'
  | 'carry_plan'
  | 'carry_apply'
  | 'uptake_show'
  | 'uptake_report'
  | 'taken_up_set'
  | 'review_take'
  | 'review_show'
  | 'review_decide'
  | 'review_answer';

/** Returns the commands about drafts and their revisions. */
export function draftsAnswers({
  cancelled,
  changed,
  find,
  native,
  nextId,
  returned,
}: Room): Answers<Answered> {
  return {
    draft_add: async ({ file, draft, password, job }) => {
      const open = find(file);
      const view = await readDraft(draft, password, job, native, cancelled);
      if (!open.drafts.some((d) => d.id === view.id)) {
        open.drafts.push({ ...structuredClone(view), added: new Date().toISOString() });
      }
      open.touch();
      return view;
    },
    draft_show: ({ file, draft }) => find(file).draft(draft),
    draft_reading: ({ file, draft }) => readingOf(find(file), draft),
    drafts_find: ({ file, words, whole }) => findInDrafts(find(file), words, whole),
    glossary: () => ({ terms: sampleTerms() }),
    draft_fixes: ({ file, draft }) => find(file).fixUp(draft),
    draft_fix: ({ file, draft, fix }) => {
      const open = find(file);
      open.change((o) => {
        o.fixes.push({ id: nextId('fix'), draft, seen: '', fix });
      });
      try {
        return open.fixUp(draft);
      } catch (thrown) {
        open.undo();
        throw thrown;
      }
    },
    draft_unfix: ({ file, draft, fix }) => {
      const open = find(file);
      open.change((o) => {
        const at = o.fixes.findLastIndex(
          (made) => made.draft === draft && (fix === '' || made.id === fix),
        );
        if (at < 0) refuse('not_found', 'take a fix back', 'none', { name: fix });
        o.fixes.splice(at, 1);
      });
      return open.fixUp(draft);
    },
    draft_page: ({ file, draft, page, password }) =>
      pagePicture(find(file).draft(draft), page, password),
    draft_original: ({ file, draft, out }) => ({
      file: out || `/tmp/${find(file).draft(draft).name}`,
      bytes: 48_210,
      sha256: draft,
      findings: [],
      pages: null,
      beside: [],
    }),
    draft_place: ({ file, draft, after }) =>
      changed(file, (open) => {
        const moved = open.drafts.find((d) => d.id === draft);
        if (!moved)
          refuse('not_found', `place the draft ${draft}`, 'no such draft', { name: draft });
        const rest = open.drafts.filter((d) => d.id !== draft);
        rest.splice(rest.findIndex((d) => d.id === after) + 1, 0, moved);
        open.drafts = rest;
      }),
    revisions_compare: ({ file, old, new: later }) => {
      const open = find(file);
      return compareDrafts(open.draft(old), open.draft(later));
    },
    revision_summary: async ({ file, out }) => ({
      file: out,
      bytes: 9_216,
      sha256: await sha256(find(file).canonical()),
      findings: [],
      pages: null,
      beside: [],
    }),
    carry_plan: ({ file, draft }) => {
      const open = find(file);
      return planFor(open.statement(), open.drafts, open.draft(draft));
    },
    carry_apply: ({ file, draft, decisions, numbers }) => {
      const open = find(file);
      const later = open.draft(draft);
      const planned = () => planFor(open.statement(), open.drafts, later);
      const before = planned();
      const workspace = changed(file, (o) => {
        o.change((outside) => {
          outside.responses = outside.responses.map((response) => {
            const decision = decisions.find((d) => d.response === response.id);
            const kept = decision ? decided(response, before, decision, later) : response;
            return numbers ? renumbered(kept, before.references) : kept;
          });
          if (numbers) outside.numbered_by = draft;
        });
        const body = before.references.filter((r) => numbers && r.place.part === 'body');
        for (const { edit } of body.reverse()) {
          if (edit) o.rewrite(edit.start, edit.end, edit.text);
        }
      });
      return { plan: planned(), workspace };
    },
    uptake_show: ({ file, draft }) => uptakeOf(find(file).statement(), find(file).draft(draft)),
    uptake_report: ({ file, draft, out }) => {
      find(file).draft(draft);
      return { file: out, bytes: 21_504, sha256: draft, findings: [], pages: null, beside: [] };
    },
    taken_up_set: ({ file, response, answer, note }) =>
      changed(file, (open) => {
        open.change((o) => {
          const found = o.responses.find((r) => r.id === response);
          if (!found)
            refuse('not_found', `judge the response ${response}`, 'not known', { name: response });
          found.taken_up = answer || note ? { answer, note } : null;
        });
      }),
    review_take: ({ file, edited }) => returned.take(find(file), edited),
    review_show: ({ file }) => returned.show(find(file)),
    review_decide: (request) => {
      const open = find(request.file);
      return returned.decide(open, request, () => open.workspace());
    },
    review_answer: (request) => returned.answer(find(request.file), request),
  };
}
