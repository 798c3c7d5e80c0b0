/** What the twin answers about statements: made, opened, merged, named, undone. */
import type { Call, RecentStatement } from '../backend';
import { sha256 } from './bytes';
import { wholeLimit } from './count';
import { refuse } from './failures';
import { OpenStatement } from './statement';
import { sampleCalls } from '../sample/calls';
import { sampleDraft, sampleDraftId } from '../sample/draft';
import { sampleSkeletons } from '../sample/skeletons';
import { sampleBody, sampleResponses, sampleSignatories, sampleSources } from '../sample/statement';
import type { Answers, Room } from './room';

/** Where the twin keeps its sample. */
export const samplePath = '/statements/sample.rostrum';

function sampleCall(): Call {
  const call = sampleCalls[0];
  if (!call) throw new Error('the twin has no calls');
  return call;
}

/** Returns the sample as it is when opened for the first time. */
export function openSample(): OpenStatement {
  const open = new OpenStatement({
    file: samplePath,
    call: sampleCall(),
    title: 'Comments on the zero draft',
    organisation: 'Network for Resilient Services',
    body: sampleBody,
    header: { status: 'Special consultative status' },
    responses: sampleResponses(),
    sources: sampleSources,
    signatories: sampleSignatories,
  });
  open.drafts.push({
    id: sampleDraftId,
    name: 'zero-draft.pdf',
    draft: sampleDraft(),
    added: '2026-11-20T09:12:00Z',
  });
  return open;
}

type Answered =
  | 'start_view'
  | 'sample_open'
  | 'call_show'
  | 'statement_new'
  | 'statement_open'
  | 'statement_close'
  | 'statement_share'
  | 'statement_merge'
  | 'workspace'
  | 'header_set'
  | 'undo'
  | 'redo'
  | 'cancel'
  | 'link_check';

/** Returns the commands about statements and the start screen. */
export function openingAnswers({
  cancelled,
  changed,
  find,
  findCall,
  ownCalls,
  statements,
}: Room): Answers<Answered> {
  const recent = (open: OpenStatement): RecentStatement => ({
    file: open.file,
    title: open.statement().title,
    call: open.call.name,
    saved: open.saved,
    next:
      open.drafts.length === 0
        ? 'read'
        : open.statement().responses.length === 0
          ? 'respond'
          : 'write',
    deadline: open.call.deadlines[0] ?? null,
  });
  return {
    start_view: () => ({
      statements: [...statements.values()].map(recent).reverse(),
      calls: [...sampleCalls, ...ownCalls.sound()].map((c) => ({
        id: c.id,
        name: c.name,
        body: c.body,
        status: c.status,
        kind: c.kind,
        summary: c.summary,
        limit: wholeLimit(c),
        numbered_paragraphs: c.numbered_paragraphs?.value ?? null,
        footnotes: c.footnotes?.value ?? null,
        files: c.format.files?.value ?? [],
        deadline: c.deadlines[0] ?? null,
        own: !sampleCalls.some((shipped) => shipped.id === c.id),
        skeleton: sampleSkeletons.find((s) => s.kinds.includes(c.kind))?.id ?? '',
      })),
      sample: statements.has(samplePath) ? samplePath : '',
    }),
    sample_open: () => {
      if (!statements.has(samplePath)) statements.set(samplePath, openSample());
      return find(samplePath).workspace();
    },
    call_show: ({ id }) => structuredClone(findCall(id)),
    statement_new: ({ file, call, title, organisation, skeleton }) => {
      if (statements.has(file)) refuse('file_exists', `make "${file}"`, 'exists', { file });
      const chosen = sampleSkeletons.find((s) => s.id === skeleton);
      const own = findCall(call);
      const rules = chosen ? { ...own, sections: chosen.sections } : own;
      const body = rules.sections.map((s) => `# ${s.heading}\n\n`).join('\n');
      const open = new OpenStatement({
        file,
        call: rules,
        body,
        title: title || rules.name,
        organisation,
      });
      statements.set(file, open);
      return open.workspace();
    },
    statement_open: ({ file }) => {
      if (file.includes('newer')) refuse('statement_newer', `open "${file}"`, 'format 9', { file });
      if (file.includes('damaged'))
        refuse('statement_damaged', `open "${file}"`, 'damaged', { file });
      return find(file).workspace();
    },
    statement_close: ({ file }) => {
      find(file);
      return {};
    },
    statement_share: ({ file, out }) => {
      find(file);
      if (statements.has(out)) refuse('file_exists', `write "${out}"`, 'exists', { file: out });
      return {};
    },
    statement_merge: async ({ file }) => {
      const open = find(file);
      open.change((o) => {
        const first = o.responses[0];
        if (first)
          first.rationale += ' Partners add: this is also agreed language of the previous cycle.';
      });
      open.copies = [];
      return {
        edits_from_a: 4,
        edits_from_b: 1,
        sha256: await sha256(open.canonical()),
        workspace: open.workspace(),
      };
    },
    workspace: ({ file }) => find(file).workspace(),
    header_set: ({ file, field, value }) =>
      changed(file, (open) => {
        open.change((o) => {
          if (field === 'title' || field === 'organisation' || field === 'language')
            o[field] = value;
          else o.header[field] = value;
        });
      }),
    undo: ({ file }) =>
      changed(file, (open) => {
        open.undo();
      }),
    redo: ({ file }) =>
      changed(file, (open) => {
        open.redo();
      }),
    cancel: ({ job }) => {
      cancelled.add(job);
      return {};
    },
    link_check: ({ url }) => {
      if (!/^(?:https?|mailto):/u.test(url))
        refuse('link_refused', `open ${url}`, 'scheme', { url });
      return { url };
    },
  };
}
