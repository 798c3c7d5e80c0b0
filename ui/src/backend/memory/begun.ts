/** What the twin answers about a text that was begun in Word: an invented file, always the same. */
import type { BegunReport, Call } from '../backend';
import { refuse } from './failures';
import type { Answers, Room } from './room';

type Answered = 'begun_look' | 'begun_take';

const opening =
  'Our network welcomes the draft. Two changes would make it stronger: a date by which points of contact are tested, and a source of money for training.';

const namesOf = (call: Call): string[] =>
  call.sections.filter((s) => s.holds !== 'signatories').map((s) => s.heading);

/** Lays the invented file out under the sections of a call. */
function reportUnder(names: string[]): BegunReport {
  const [first = 'Summary', ...others] = names;
  return {
    sections: [
      { name: first, heading: `1. ${first}`, how: 'same', words: 142, opening },
      { name: 'About us', heading: 'About us', how: 'own', words: 61, opening: 'We are …' },
      ...others.map((name, at) =>
        at === 0
          ? { name, heading: 'Our remarks', how: 'near' as const, words: 388, opening }
          : { name, heading: '', how: 'empty' as const, words: 0, opening: '' },
      ),
    ],
    kept: {
      words: 591,
      paragraphs: 14,
      headings: 5,
      list_items: 6,
      tables: 1,
      links: 3,
      notes: 2,
      sources: 1,
      comments: 1,
      pictures: 1,
    },
    changed: [
      { what: 'title', where: '', words: 'Comments on the zero draft' },
      { what: 'section', where: others[0] ?? first, words: 'Our remarks' },
      { what: 'source', where: first, words: 'See A/79/214, para. 31.' },
      { what: 'inserted', where: first, words: 'within two years', by: 'Partner one' },
      { what: 'underline', where: 'About us', words: 'since 2011' },
    ],
    not_carried: [
      { what: 'deleted', where: first, words: 'as soon as possible', by: 'Partner one' },
      { what: 'picture', where: 'About us', words: 'Logo of the network' },
      { what: 'header', where: '', words: 'Working copy, do not circulate' },
    ],
  };
}

/** Returns the commands about texts that were begun elsewhere. */
export function begunAnswers({ find, findCall }: Room): Answers<Answered> {
  const readable = (text: string) => {
    if (text.includes('damaged')) refuse('draft_damaged', `read "${text}"`, 'cut', { file: text });
  };
  return {
    begun_look: ({ text, call }) => {
      readable(text);
      return {
        name: text.split('/').at(-1) ?? text,
        title: 'Comments on the zero draft',
        organisation: 'Open Systems Forum',
        report: reportUnder(namesOf(findCall(call))),
      };
    },
    begun_take: ({ file, text }) => {
      readable(text);
      const open = find(file);
      const report = reportUnder(namesOf(open.call));
      const body = report.sections.map((s) => `# ${s.name}\n\n${s.opening}\n\n`).join('');
      open.change((outside) => {
        outside.title = 'Comments on the zero draft';
      });
      open.rewrite(0, open.body.length, body);
      return { workspace: open.workspace(), report };
    },
  };
}
