import { expect, test } from 'vitest';
import { changeWord, fromWord, grouped } from './begun';

test('changes of one kind stand together in the order of their first', () => {
  const change = (what: string, words: string) => ({ what, where: '', words });
  const groups = grouped([change('source', 'a'), change('title', 'b'), change('source', 'c')]);
  expect(groups.map((g) => [g.what, g.entries.map((e) => e.words)])).toEqual([
    ['source', ['a', 'c']],
    ['title', ['b']],
  ]);
});

test('a change that is not known yet still has a name', () => {
  expect(changeWord('from a later version')).toBe('Something else');
});

test('a section says where its text comes from', () => {
  const section = { name: 'Asks', heading: 'Our asks', words: 3, opening: '' };
  expect(fromWord({ ...section, how: 'near' })).toBe('“Our asks”, near enough');
  expect(fromWord({ ...section, how: 'empty' })).toBe('nothing yet');
});
