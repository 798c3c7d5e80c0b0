/** What the twin answers about the text: its copy in the window, its findings, its sources. */
import * as Y from 'yjs';
import { fromBase64, toBase64 } from './bytes';
import { withPages } from './count';
import { refuse } from './failures';
import { mendAll, muteFor } from './muting';
import { options, spellingState } from './spelling';
import type { Answers, Room } from './room';

type Answered =
  | 'replica_pull'
  | 'replica_push'
  | 'section_write'
  | 'pages_count'
  | 'check'
  | 'finding_mend'
  | 'findings_mend'
  | 'finding_mute'
  | 'finding_unmute'
  | 'spelling_state'
  | 'spelling_options'
  | 'own_word'
  | 'source_save'
  | 'source_remove'
  | 'sources_import';

/** Returns the commands about the body. */
export function writingAnswers({ changed, find, nextId }: Room): Answers<Answered> {
  return {
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
    pages_count: ({ file }) => {
      const open = find(file);
      return {
        at: open.saved,
        count: withPages(open.workspace().count),
        report: open.check(),
      };
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
  };
}
