import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { missingSections, placeForSection, sectionAt, sectionsOf } from './sections';

const call = [
  { id: 'intro', heading: 'Introduction', required: true },
  { id: 'threats', heading: 'Threats', required: false },
  { id: 'end', heading: 'Conclusions', required: true },
];
const doc = (text: string) => Text.of(text.split('\n'));

describe('sections of the body', () => {
  it('finds them by heading, without regard to case or emphasis', () => {
    const body = doc('# **INTRODUCTION**\n\na\n\n# Own\n\nb\n\n[^1]: n');
    const sections = sectionsOf(body, call);
    expect(sections.map((s) => [s.id, s.heading])).toEqual([
      ['intro', 'INTRODUCTION'],
      ['', 'Own'],
    ]);
    expect(sectionAt(sections, 22)?.id).toBe('intro');
    expect(body.sliceString(sections[1]?.from ?? 0, sections[1]?.to)).toBe('# Own\n\nb\n\n');
  });
  it('puts a missing one in its place in the order of the call', () => {
    const put = (text: string, id: string) => {
      const body = doc(text);
      const sections = sectionsOf(body, call);
      const wanted = missingSections(sections, call).find((s) => s.id === id);
      if (!wanted) return null;
      const { at, insert, caret } = placeForSection(body, sections, call, wanted);
      const out = text.slice(0, at) + insert + text.slice(at);
      return `${out.slice(0, caret)}|${out.slice(caret)}`;
    };
    expect(put('# Introduction\n\na\n\n# Conclusions\n\nb', 'threats')).toBe(
      '# Introduction\n\na\n\n# Threats\n\n|\n\n# Conclusions\n\nb',
    );
    expect(put('# Introduction\n\na\n\n[^1]: n', 'end')).toBe(
      '# Introduction\n\na\n\n# Conclusions\n\n|\n\n\n\n[^1]: n',
    );
    expect(put('', 'intro')).toBe('# Introduction\n\n|');
    expect(put('# Introduction', 'intro')).toBe(null);
  });
});
