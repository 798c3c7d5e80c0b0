/** The twin's reading of statements and notes of meetings. */
import type { Call, SortedNotes, Speech, Statement } from '../generated/wire';
import { countWords, plain } from './words';

/** Returns how long a statement takes to be read. */
export function speechOf(
  statement: Statement,
  call: Call,
  pace: number,
  skipped: number[],
): Speech {
  const minutes = call.limits.find((l) => l.unit === 'minutes' && l.applies_to === 'whole')?.max;
  const used = pace === 0 ? 120 : pace;
  const limit = (minutes ?? 3) * 60;
  const speech: Speech = {
    language: statement.language,
    pace: used,
    usual_pace: 120,
    limit,
    limit_stated: minutes !== undefined,
    takes: 0,
    words: 0,
    sentences: [],
    over_from: null,
  };
  let section = '';
  let paragraph = 0;
  for (const line of statement.body.split(/\n+/u)) {
    if (line.startsWith('#')) {
      section = line.replace(/^#+\s*/u, '');
      continue;
    }
    const text = plain(line).trim();
    if (text === '' || text.startsWith('[^')) continue;
    for (const sentence of text.match(/[^.!?]+[.!?]*\s*/gu) ?? []) {
      const words = countWords(sentence);
      const number = speech.sentences.length;
      const takes = skipped.includes(number) ? 0 : Math.round((words * 60_000) / used);
      if (takes > 0) speech.words += words;
      if (takes > 0 && speech.over_from === null && speech.takes + takes > limit * 1000)
        speech.over_from = number;
      const begins = speech.takes;
      speech.sentences.push({ text: sentence.trim(), paragraph, section, words, begins, takes });
      speech.takes += takes;
    }
    paragraph += 1;
  }
  return speech;
}

/** Returns notes sorted by two topics, without the names of those who did not agree. */
export function sortNotes(notes: string, agreed: string[]): SortedNotes {
  const speakers: SortedNotes['speakers'] = [];
  const points = notes
    .split('\n')
    .map((raw, at) => ({ line: at + 1, raw: raw.replace(/^[-*•\s]+/u, '').trim() }))
    .filter(({ raw }) => raw !== '')
    .map(({ line, raw }) => {
      const found =
        /^((?:Ms|Mr|Dr)\.? \p{Lu}\p{L}+|\p{Lu}\p{L}+ \p{Lu}\p{L}+)(?: \(([^)]+)\))?: /u.exec(raw);
      if (!found) return { line, text: raw, speaker: '' };
      const name = found[1] ?? '';
      const known = speakers.find((s) => s.name === name);
      if (known) known.lines += 1;
      else
        speakers.push({
          name,
          organisation: found[2] ?? '',
          lines: 1,
          agreed: agreed.includes(name),
        });
      const speaker = agreed.includes(name) ? name : '';
      return { line, text: raw.slice(found[0].length), speaker };
    });
  const named = (text: string) =>
    speakers.filter((s) => !s.agreed).reduce((t, s) => t.replaceAll(s.name, 'a participant'), text);
  const threat = (text: string) => /threat|ransom|attack/iu.test(text);
  const topics = [
    { topic: 'threats', name: 'Existing and potential threats', of: (t: string) => threat(t) },
    { topic: '', name: 'Other points', of: (t: string) => !threat(t) },
  ]
    .map(({ topic, name, of }) => ({
      topic,
      name,
      points: points.filter((p) => of(p.text)).map((p) => ({ ...p, text: named(p.text) })),
    }))
    .filter((t) => t.points.length > 0);
  const markdown = topics
    .map(
      (t) =>
        `## ${t.name}\n\n${t.points
          .map((p) => `- ${p.speaker ? `${p.speaker}: ` : ''}${p.text}`)
          .join('\n')}\n`,
    )
    .join('\n');
  return { speakers, topics, markdown };
}
