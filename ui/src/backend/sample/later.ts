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
