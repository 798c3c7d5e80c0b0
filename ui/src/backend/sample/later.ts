/** The sample draft a revision later: a few paragraphs in other words. */
import type { Draft } from '../generated/wire';

const words: Record<string, string> = {
  '7.': 'It was observed that small and medium-sized organizations, including hospitals, schools and civil society organizations, lack the means to prevent, detect and recover from disruptions, and that support should reach them directly.',
  '18.':
    'States recognized the value of the participation of interested parties, and shall consult them, as appropriate, in a systematic, sustained and substantive manner.',
};

/** Returns the sample draft as its first revision has it. */
export function revised(draft: Draft): Draft {
  return {
    ...draft,
    revision: 'Rev.1',
    symbol: 'A/WG.90/2026/CRP.1/Rev.1',
    blocks: draft.blocks.map((b) => ({
      ...b,
      text: (words[b.label ?? ''] ?? b.text)
        .replace('its weakening may create new risks', 'its weakening creates new risks for all')
        .replace('a voluntary fund may support', 'a voluntary fund should support'),
    })),
  };
}

const wordsAgain: Record<string, string> = {
  '18.':
    'In a systematic, sustained and substantive manner, States recognized the value of the participation of interested parties, and may consult them, as appropriate.',
};

/**
 * Returns the sample draft two revisions later: paragraph 6 is gone, 13 became two, 20 stands
 * before 18, and the numbers follow.
 */
export function revisedAgain(draft: Draft): Draft {
  const blocks = draft.blocks
    .filter((b) => b.label !== '6.')
    .flatMap((b) => {
      const own = { ...b, text: wordsAgain[b.label ?? ''] ?? b.text };
      if (b.label !== '13.') return [own];
      const [first = '', second = ''] = b.text.split(', be results-focused and ');
      return [
        { ...own, text: `${first}.` },
        { ...own, id: `${b.id}~2`, text: `It should be results-focused and ${second}` },
      ];
    });
  const last = blocks.findIndex((b) => b.label === '20.');
  const [moved] = blocks.splice(last, 1);
  if (moved)
    blocks.splice(
      blocks.findIndex((b) => b.label === '18.'),
      0,
      moved,
    );
  let number = 0;
  return {
    ...draft,
    revision: 'Rev.2',
    symbol: 'A/WG.90/2026/CRP.1/Rev.2',
    blocks: blocks.map((b) => {
      if (b.kind !== 'paragraph' || b.level !== 0 || !/^\d+\.$/u.test(b.label ?? '')) return b;
      number += 1;
      return { ...b, label: `${String(number)}.` };
    }),
  };
}
