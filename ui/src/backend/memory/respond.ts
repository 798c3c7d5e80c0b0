/** The twin's way of helping to answer: simple readings of what rostrum-core does thoroughly. */
import type {
  Block,
  Conflict,
  Draft,
  LookAlikeRow,
  Mention,
  Opening,
  Response,
  Target,
} from '../generated/wire';
import { refuse } from './failures';
import { wordRuns } from './words';

/** Returns the paragraph with a label; typography does not matter. */
function labelled(blocks: Block[], label: string): Block | undefined {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return blocks.find(
    (b) => b.kind === 'paragraph' && b.label !== null && plain(b.label) === plain(label),
  );
}

function targetOf(draft: string, block: Block): Target {
  return { draft, block: block.id, label: block.label ?? '', text: block.text };
}

/** Returns what `12-18`, `3, 9`, `heading: Threats` or `all` mean. */
export function targetsFor(id: string, draft: Draft, words: string): Target[] {
  if (words.trim().toLowerCase() === 'all') return [];
  const missing = (name: string): never =>
    refuse('not_found', 'choose what to respond to', `no paragraph is labelled "${name}"`, {
      name,
    });
  const found = words.split(',').flatMap((one): Block[] => {
    const name = one.trim();
    const heading = name
      .replace(/^heading:/iu, '')
      .trim()
      .toLowerCase();
    const like = draft.blocks.find(
      (b) => b.kind === 'heading' && b.text.toLowerCase().includes(heading),
    );
    const ends = name.split(/\s+to\s+|[-–]/u).map((end) => labelled(draft.blocks, end.trim()));
    const [first, last] = ends;
    if (ends.length === 2 && first && last) {
      return draft.blocks
        .slice(draft.blocks.indexOf(first), draft.blocks.indexOf(last) + 1)
        .filter((b) => b.kind === 'paragraph' && b.level <= Math.max(first.level, last.level));
    }
    const block = labelled(draft.blocks, name) ?? like;
    return block ? [block] : missing(name);
  });
  return draft.blocks.filter((b) => found.includes(b)).map((b) => targetOf(id, b));
}

/** Returns the pairs of responses to one paragraph that cannot both be followed. */
export function conflictsOf(responses: Response[]): Conflict[] {
  const found: Conflict[] = [];
  const asked = responses.filter((r) => !r.private && r.status !== 'aside');
  asked.forEach((second, at) => {
    for (const first of asked.slice(0, at)) {
      const target = second.targets.find((t) => first.targets.some((o) => o.block === t.block));
      const choices = (first.alternative_to || first.id) === (second.alternative_to || second.id);
      if (!target || choices) continue;
      const kinds = new Set([first.kind, second.kind]);
      const opposite =
        (kinds.has('keep') || kinds.has('delete')) &&
        kinds.size === 2 &&
        ['modify', 'delete', 'move'].some((kind) => kinds.has(kind as Response['kind'])) &&
        !kinds.has('add') &&
        !kinds.has('question') &&
        !kinds.has('general');
      const common = {
        first: first.id,
        second: second.id,
        draft: target.draft,
        block: target.block,
        label: target.label,
      };
      if (opposite) {
        const none = { words: '', first_words: '', second_words: '' };
        found.push({ kind: 'opposite', ...common, ...none });
        continue;
      }
      if (first.kind !== 'modify' || second.kind !== 'modify') continue;
      const changes = (r: Response) => {
        const runs = wordRuns(target.text, r.proposal);
        const pick = (change: string) =>
          runs
            .filter((run) => run.change === change)
            .map((run) => run.text.trim())
            .join(' ');
        return { gone: pick('deleted'), came: pick('inserted') };
      };
      const [one, two] = [changes(first), changes(second)];
      if (one.gone === '' || one.gone !== two.gone || one.came === two.came) continue;
      found.push({
        kind: 'same_words',
        ...common,
        words: one.gone,
        first_words: one.came,
        second_words: two.came,
      });
    }
  });
  return found;
}

/** Returns the paragraphs that share most of their words with one of them. */
export function lookAlikesOf(
  id: string,
  draft: Draft,
  block: string,
  proposal: string,
): LookAlikeRow[] {
  const own = draft.blocks.find((b) => b.id === block);
  if (!own) return [];
  const words = (text: string) => text.split(' ').length;
  return draft.blocks
    .filter((b) => b.kind === 'paragraph' && b.id !== block)
    .map((other) => {
      const marks = wordRuns(own.text, other.text);
      const same = marks.filter((run) => run.change === 'same').map((run) => run.text.trim());
      const likeness = (2 * words(same.join(' '))) / (words(own.text) + words(other.text));
      const change = wordRuns(own.text, proposal).find((run) => run.change === 'deleted');
      const put = wordRuns(own.text, proposal).find((run) => run.change === 'inserted');
      const fits = change !== undefined && other.text.includes(change.text.trim());
      return {
        target: targetOf(id, other),
        likeness,
        marks,
        proposal: fits
          ? other.text.replace(change.text.trim(), () => put?.text.trim() ?? '')
          : null,
      };
    })
    .filter((row) => row.likeness >= 0.6)
    .sort((a, b) => b.likeness - a.likeness);
}

const named: [Mention['who'], RegExp][] = [
  ['civil_society', /civil society|non-governmental/iu],
  ['private_sector', /private sector|businesses/iu],
  ['academia', /academia/iu],
  ['unnamed', /interested parties|stakeholders/iu],
];

/** Returns the paragraphs that ask for something, by a few plain words. */
export function openingsOf(draft: Draft): Opening[] {
  return draft.blocks.flatMap((block): Opening[] => {
    const told = /recommend\w*|calls? upon|encouraged?|invited?|should|shall/iu.exec(block.text);
    if (block.kind !== 'paragraph' || !told) return [];
    const mentions = named.flatMap(([who, words]): Mention[] => {
      const found = words.exec(block.text);
      return found ? [{ who, words: found[0] }] : [];
    });
    const has = (who: Mention['who']) => mentions.some((mention) => mention.who === who);
    return [
      {
        block: block.id,
        label: block.label ?? '',
        heading: block.heading_path.at(-1) ?? '',
        sentence: block.text,
        ask: 'should',
        told_by: told[0],
        mentions,
        gap: has('civil_society')
          ? 'none'
          : mentions.length === 0
            ? 'nobody'
            : mentions.every((mention) => mention.who === 'unnamed')
              ? 'only_unnamed'
              : 'without_civil_society',
      },
    ];
  });
}
