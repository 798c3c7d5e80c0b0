/** What the twin answers about what files give away; a file's name says what is in it. */
import type { Annex, AnnexRow, Annexes, ScrubItem, ScrubReport } from '../generated/wire';
import { sha256 } from './bytes';
import { refuse } from './failures';
import type { Answers, Room } from './room';

type Answered =
  | 'scrub_look'
  | 'scrub_clean'
  | 'annexes'
  | 'annex_add'
  | 'annex_decide'
  | 'annex_remove'
  | 'annex_write';

type Found = Pick<ScrubItem, 'kind' | 'what' | 'removal' | 'weight'> & Partial<ScrubItem>;

const item = (found: Found): ScrubItem => ({ who: '', when: '', place: '', count: 1, ...found });

const metadata: ScrubItem[] = [
  item({ kind: 'author', what: 'Author one', removal: 'always', weight: 'warning' }),
  item({ kind: 'company', what: 'Harbour Board', removal: 'always', weight: 'warning' }),
  item({
    kind: 'path',
    what: 'C:\\Users\\author\\logo.png',
    removal: 'always',
    weight: 'warning',
  }),
  item({ kind: 'dates', what: 'made 2026-11-02 09:14', removal: 'always', weight: 'info' }),
  item({ kind: 'edit-marks', what: '', count: 214, removal: 'always', weight: 'info' }),
];

const reviewed: ScrubItem[] = [
  item({
    kind: 'deleted',
    what: 'in secret',
    who: 'Author one',
    when: '2026-11-20T09:00:00Z',
    removal: 'changes',
    weight: 'error',
  }),
  item({
    kind: 'comment',
    what: 'Can we prove this?',
    who: 'Partner one',
    when: '2026-11-20T10:00:00Z',
    removal: 'comments',
    weight: 'error',
  }),
  item({ kind: 'hidden-text', what: 'our real aim', removal: 'hidden', weight: 'error' }),
  ...metadata,
  item({ kind: 'bookmark', what: 'Part_of_partner', removal: 'never', weight: 'info' }),
];

const nameOf = (path: string) => path.split(/[/\\]/u).at(-1) ?? path;

function reportOf(path: string): ScrubReport {
  const file = nameOf(path);
  const pdf = file.endsWith('.pdf');
  const items = file.includes('clean') ? [] : pdf ? metadata : reviewed;
  return {
    file,
    format: pdf ? 'pdf' : 'docx',
    hindrance: file.includes('signed') ? 'signed' : 'none',
    items,
    more: 0,
  };
}

const looks = (path: string) => /\.(docx|odt|pdf|annex)$/u.test(path);

function row(annex: Annex): AnnexRow {
  const report = looks(annex.name) ? reportOf(annex.name) : null;
  return { ...annex, here: true, report, unlooked: report ? '' : 'kind' };
}

/** Returns the commands about what files give away. */
export function scrubAnswers({ find, nextId }: Room): Answers<Answered> {
  const list = (file: string): Annexes => ({
    annexes: (find(file).statement().annexes ?? []).map(row),
  });
  const change = (file: string, edit: (annexes: Annex[]) => Annex[]) => {
    find(file).change((outside) => {
      outside.annexes = edit(outside.annexes);
    });
    return list(file);
  };
  return {
    scrub_look: ({ path }) => {
      if (!looks(path)) {
        refuse('file_uncleanable', `look through ${path}`, 'kind', { file: path, why: 'kind' });
      }
      return reportOf(path);
    },
    scrub_clean: async ({ path, out, choices }) => {
      const { items } = reportOf(path);
      const goes = (found: ScrubItem) => {
        if (found.removal === 'always') return true;
        if (found.removal === 'changes') return choices.changes !== null;
        return found.removal !== 'never' && choices[found.removal];
      };
      return {
        written: {
          file: out,
          bytes: 20_480,
          sha256: await sha256(out),
          findings: [],
          pages: null,
          beside: [],
        },
        removed: items.filter(goes),
        left: items.filter((found) => !goes(found)),
      };
    },
    annexes: ({ file }) => list(file),
    annex_add: async ({ file, path }) => {
      const name = nameOf(path);
      const hash = await sha256(path);
      return change(file, (annexes) =>
        annexes.some((annex) => annex.sha256 === hash)
          ? annexes
          : [
              ...annexes,
              {
                id: nextId('annex'),
                name,
                bytes: 182_340,
                sha256: hash,
                added: new Date().toISOString(),
                comments: 'open',
                changes: 'open',
                hidden: 'open',
                attachments: 'open',
              },
            ],
      );
    },
    annex_decide: ({ file, id, comments, changes, hidden, attachments }) =>
      change(file, (annexes) =>
        annexes.map((annex) =>
          annex.id === id ? { ...annex, comments, changes, hidden, attachments } : annex,
        ),
      ),
    annex_remove: ({ file, id }) =>
      change(file, (annexes) => annexes.filter((annex) => annex.id !== id)),
    annex_write: async ({ out }) => ({
      file: out,
      bytes: 20_480,
      sha256: await sha256(out),
      findings: [],
      pages: null,
      beside: [],
    }),
  };
}
