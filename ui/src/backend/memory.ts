/**
 * The backend's twin in memory: behaves like the desk for edits, so that the window runs in a plain
 * browser and its tests need neither Tauri nor files. Nothing outlives the page.
 */
import * as Y from 'yjs';
import type {
  Backend,
  Call,
  Channel,
  DeskCommands,
  Phrase,
  RecentStatement,
  Workspace,
} from './backend';
import { fromBase64, sha256, toBase64 } from './memory/bytes';
import { OwnCalls } from './memory/calls';
import { decided, planFor } from './memory/carry';
import { wholeLimit } from './memory/count';
import { refuse } from './memory/failures';
import { findInDrafts, readingOf, sampleTerms } from './memory/finding';
import { plan, submit } from './memory/handover';
import { mendAll, muteFor } from './memory/muting';
import { MemoryNative } from './memory/native';
import { pagePicture } from './memory/pages';
import { previewOf, previewPage, previewTouch } from './memory/preview';
import { readDraft, type Cancelled } from './memory/reading';
import { Returned } from './memory/review';
import { compareDrafts } from './memory/revisions';
import { rulesAnswers } from './memory/rules';
import { options, spellingState } from './memory/spelling';
import { OpenStatement } from './memory/statement';
import { uptakeOf } from './memory/uptake';
import { conflictsOf, lookAlikesOf, openingsOf, targetsFor } from './memory/respond';
import { renumbered } from './memory/references';
import { movedPhrases, wordRuns } from './memory/words';
import { sampleCalls } from './sample/calls';
import { sampleDraft, sampleDraftId } from './sample/draft';
import { sampleNorms, samplePhrases } from './sample/language';
import { sampleSkeletons } from './sample/skeletons';
import { sampleBody, sampleResponses, sampleSignatories, sampleSources } from './sample/statement';

/** Where the twin keeps its sample. */
export const samplePath = '/statements/sample.rostrum';

/** The twin, with the strings a test may pull. */
export interface MemoryBackend extends Backend {
  /** Dialogs, drops and progress. */
  readonly native: MemoryNative;
  /** Makes the next command of this name fail. */
  failNext(name: keyof DeskCommands, code: Parameters<typeof refuse>[0]): void;
}

function sampleCall(): Call {
  const call = sampleCalls[0];
  if (!call) throw new Error('the twin has no calls');
  return call;
}

function openSample(): OpenStatement {
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

/** Returns a new twin. `keep` is what is already known to the start screen. */
export function memoryBackend(keep: { sample?: boolean } = {}): MemoryBackend {
  const native = new MemoryNative();
  const statements = new Map<string, OpenStatement>();
  const returned = new Returned();
  const cancelled: Cancelled = new Set();
  const failing = new Map<string, Parameters<typeof refuse>[0]>();
  let channels: Channel[] = [
    {
      id: 'folder',
      kind: 'folder',
      name: 'Hand-over folder',
      address: '/hand-over',
      has_secret: false,
    },
  ];
  let phrases: Phrase[] = structuredClone(samplePhrases);
  const ownCalls = new OwnCalls();
  let made = 0;
  const nextId = (letter: string) => {
    made += 1;
    return `${letter}-${String(made)}`;
  };
  if (keep.sample) statements.set(samplePath, openSample());

  const find = (file: string): OpenStatement => {
    const open = statements.get(file);
    if (!open) refuse('file_missing', `open the statement "${file}"`, 'not there', { file });
    return open;
  };
  const findCall = (id: string): Call => {
    const call = [...sampleCalls, ...ownCalls.sound()].find((c) => c.id === id);
    if (!call) refuse('call_unknown', `show the call ${id}`, 'not known', { name: id });
    return call;
  };
  /** An address with `no-keyring` in it stands for a machine without one. */
  const known = (secret_for_session = false) => ({
    channels: structuredClone(channels),
    secret_for_session,
  });
  const findChannel = (id: string): Channel => {
    const channel = channels.find((c) => c.id === id);
    if (!channel) refuse('not_found', `find the channel ${id}`, 'not known', { name: id });
    return channel;
  };
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
  const changed = (file: string, edit: (open: OpenStatement) => void): Workspace => {
    const open = find(file);
    edit(open);
    return open.workspace();
  };

  const commands: {
    [N in keyof DeskCommands]: (
      r: Parameters<DeskCommands[N]>[0],
    ) => Awaited<ReturnType<DeskCommands[N]>> | ReturnType<DeskCommands[N]>;
  } = {
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
    ...rulesAnswers({ find, changed, findCall, ownCalls }),
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
    review_take: ({ file }) => returned.take(find(file)),
    review_show: ({ file }) => returned.show(find(file)),
    review_decide: (request) => {
      const open = find(request.file);
      return returned.decide(open, request, () => open.workspace());
    },
    review_answer: (request) => returned.answer(find(request.file), request),
    revisions_compare: ({ file, old, new: later }) => {
      const open = find(file);
      return compareDrafts(open.draft(old), open.draft(later));
    },
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
    }),
    uptake_show: ({ file, draft }) => uptakeOf(find(file).statement(), find(file).draft(draft)),
    uptake_report: ({ file, draft, out }) => {
      find(file).draft(draft);
      return { file: out, bytes: 21_504, sha256: draft, findings: [], pages: null };
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
    draft_place: ({ file, draft, after }) =>
      changed(file, (open) => {
        const moved = open.drafts.find((d) => d.id === draft);
        if (!moved)
          refuse('not_found', `place the draft ${draft}`, 'no such draft', { name: draft });
        const rest = open.drafts.filter((d) => d.id !== draft);
        rest.splice(rest.findIndex((d) => d.id === after) + 1, 0, moved);
        open.drafts = rest;
      }),
    revision_summary: async ({ file, out }) => ({
      file: out,
      bytes: 9_216,
      sha256: await sha256(find(file).canonical()),
      findings: [],
      pages: null,
    }),
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
    response_remove: ({ file, id }) =>
      changed(file, (open) => {
        open.change((o) => {
          o.responses = o.responses.filter((r) => r.id !== id);
        });
      }),
    wording_marks: ({ before, after }) => {
      const runs = wordRuns(before, after);
      return { runs, moved: movedPhrases(runs) };
    },
    replica_pull: ({ file, since }) => {
      const vector = since === '' ? undefined : fromBase64(since);
      return { update: toBase64(Y.encodeStateAsUpdate(find(file).doc, vector)) };
    },
    replica_push: ({ file, update }) => {
      const open = find(file);
      try {
        Y.applyUpdate(open.doc, fromBase64(update));
      } catch {
        refuse('update_refused', `take in a change of "${file}"`, 'not an update', { file });
      }
      open.touch();
      return { at: open.saved, count: open.workspace().count, report: open.check() };
    },
    section_write: ({ file, section, text }) =>
      changed(file, (open) => {
        const rule = open.call.sections.find((s) => s.id === section || s.heading === section);
        const heading = `# ${rule?.heading ?? section}\n`;
        const start = open.body.indexOf(heading);
        if (start < 0)
          refuse('not_found', `write the section ${section}`, 'no such section', { name: section });
        const from = start + heading.length;
        const next = open.body.indexOf('\n# ', from - 1);
        open.rewrite(from, next < 0 ? open.body.length : next, `\n${text.trim()}\n`);
      }),
    check: ({ file }) => find(file).check(),
    finding_mend: ({ file, finding }) =>
      changed(file, (open) => {
        for (const edit of [...finding.edits].reverse())
          open.rewrite(edit.start, edit.end, edit.text);
      }),
    findings_mend: ({ file, rule }) =>
      changed(file, (open) => {
        mendAll(open, rule);
      }),
    spelling_state: ({ file }) => {
      const open = find(file);
      return spellingState(open.statement(), open.own);
    },
    spelling_options: ({ word }) => options(word),
    own_word: ({ file, word, everywhere, keep }) => {
      const small = word.trim().toLowerCase();
      if (small === '' || /\s/u.test(small))
        refuse('value_refused', 'keep a word', 'give one word', { field: 'word' });
      return changed(file, (open) => {
        if (everywhere) {
          if (keep) open.own.add(small);
          else open.own.delete(small);
          return;
        }
        open.change((o) => {
          o.words = o.words.filter((known) => known !== small);
          if (keep) o.words = [...o.words, small].sort();
        });
      });
    },
    finding_mute: ({ file, finding, scope, reason }) => {
      if (reason.trim() === '') refuse('value_refused', 'set a finding aside', 'no reason');
      return changed(file, (open) => {
        const mute = muteFor(finding, scope, open.statement());
        open.change((o) => {
          o.mutes.push({ ...mute, id: nextId('mute'), reason: reason.trim() });
        });
      });
    },
    finding_unmute: ({ file, id }) =>
      changed(file, (open) => {
        open.change((o) => {
          o.mutes = o.mutes.filter((mute) => mute.id !== id);
        });
      }),
    source_save: ({ file, source }) =>
      changed(file, (open) => {
        open.change((o) => {
          const key = source.key || nextId('source');
          o.sources = [...o.sources.filter((s) => s.key !== key), { ...source, key }];
        });
      }),
    source_remove: ({ file, id }) =>
      changed(file, (open) => {
        open.change((o) => {
          o.sources = o.sources.filter((s) => s.key !== id);
        });
      }),
    sources_import: ({ file, path }) => {
      if (path.includes('damaged')) {
        refuse('bibliography_unreadable', `read "${path}"`, 'line 3', { file: path, line: '3' });
      }
      const workspace = changed(file, (open) => {
        open.change((o) => {
          const item = { type: 'webpage', title: 'Imported page', URL: 'https://example.org/page' };
          o.sources.push({
            key: 'imported',
            item,
            locator: '',
            quotation: '',
            seen: '',
            copy_sha256: '',
          });
        });
      });
      return { added: ['imported'], findings: [], workspace };
    },
    export: async ({ file, format, out }) => ({
      file: out,
      bytes: 18_432,
      sha256: await sha256(find(file).canonical()),
      findings: [],
      pages: format === 'pdf' ? previewOf(find(file)).pages.length : null,
    }),
    preview: ({ file }) => previewOf(find(file)),
    preview_page: ({ file, page }) => previewPage(find(file), page),
    preview_touch: ({ file, page, y }) => previewTouch(find(file), page, y),
    version_create: async ({ file, name }) => {
      const open = find(file);
      if (open.versions.some((v) => v.name === name))
        refuse('name_taken', `freeze ${name}`, 'taken', { name });
      const text = open.canonical();
      open.versions.push({
        name,
        sha256: await sha256(text),
        created: new Date().toISOString(),
        words: open.workspace().count.counted,
        text,
      });
      open.touch();
      return open.workspace();
    },
    signatory_save: ({ file, signatory, contact }) =>
      changed(file, (open) => {
        const id = signatory.id || nextId('s');
        open.contacts.set(id, contact);
        open.change((o) => {
          const at = o.signatories.findIndex((s) => s.id === id);
          if (at >= 0) o.signatories[at] = { ...signatory, id };
          else o.signatories.push({ ...signatory, id });
        });
      }),
    signatory_remove: ({ file, id }) =>
      changed(file, (open) => {
        open.change((o) => {
          o.signatories = o.signatories.filter((s) => s.id !== id);
        });
      }),
    endorse: ({ file, signatory, version, contact }) =>
      changed(file, (open) => {
        const frozen = open.versions.find((v) => v.name === version);
        if (!frozen)
          refuse('not_found', `record a consent to ${version}`, 'no such version', {
            name: version,
          });
        if (contact) open.contacts.set(signatory, contact);
        open.endorsements.push({
          signatory,
          version,
          sha256: frozen.sha256,
          at: new Date().toISOString(),
        });
        open.touch();
      }),
    channels: () => known(),
    channel_save: ({ channel, secret }) => {
      const id = channel.id || nextId('channel');
      const had = channels.find((c) => c.id === id)?.has_secret ?? false;
      channels = [
        ...channels.filter((c) => c.id !== id),
        { ...channel, id, has_secret: had || secret !== '' },
      ];
      return known(secret !== '' && channel.address.includes('no-keyring'));
    },
    channel_remove: ({ id }) => {
      channels = channels.filter((c) => c.id !== id);
      return known();
    },
    hand_over_plan: ({ file, version, channel }) => plan(find(file), version, findChannel(channel)),
    submit: ({ file, version, channel }) => submit(find(file), version, findChannel(channel)),
    receipt_mark: ({ file, id, state, note }) =>
      changed(file, (open) => {
        open.receipts = open.receipts.map((r) =>
          r.id === id ? { ...r, state, answer: note || r.answer, at: new Date().toISOString() } : r,
        );
        open.touch();
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

  const names = Object.keys(commands) as (keyof DeskCommands)[];
  const asking = Object.fromEntries(
    names.map((name) => [
      name,
      async (request: unknown) => {
        const code = failing.get(name);
        if (code !== undefined) {
          failing.delete(name);
          refuse(code, name, 'laid ready by a test', { file: '/statements/sample.rostrum' });
        }
        // Requests and answers cross as JSON, so a type that would not survive fails here too.
        const crossed = JSON.parse(JSON.stringify(request)) as never;
        return (commands[name] as (r: never) => unknown)(crossed);
      },
    ]),
  ) as unknown as DeskCommands;

  return {
    ...asking,
    native,
    failNext: (name, code) => {
      failing.set(name, code);
    },
    pickDraft: native.pickDraft,
    pickOpen: native.pickOpen,
    pickSave: native.pickSave,
    pickFolder: native.pickFolder,
    openLink: native.openLink,
    openOriginal: native.openOriginal,
    reveal: native.reveal,
    onProgress: native.onProgress,
    onDropped: native.onDropped,
    onChanged: native.onChanged,
  };
}
