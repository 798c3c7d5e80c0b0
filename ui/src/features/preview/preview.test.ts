import { describe, expect, it } from 'vitest';
import type { PreviewPage, PreviewPlace } from '../../backend/backend';
import { chosen, holding, usual } from './laid';
import { Pictures } from './pictures';
import { pageLimit, placeInBody } from './places';

const place = (part: string, at: number, page: number): PreviewPlace => ({
  origin: { part, response: '', at },
  page,
  y: 100,
});

describe('a place of the text', () => {
  const places = [
    place('title', 0, 1),
    place('body', 0, 1),
    place('body', 40, 1),
    place('made', 0, 2),
  ];
  it('stands with the piece that begins before it', () => {
    expect(placeInBody(places, 39)?.origin.at).toBe(0);
    expect(placeInBody(places, 40)?.origin.at).toBe(40);
    expect(placeInBody(places, 9_000)?.page).toBe(1);
  });
  it('is nowhere on pages without the body', () => {
    expect(placeInBody([place('title', 0, 1)], 5)).toBe(null);
  });
});

describe('what is chosen for the layout', () => {
  it('is told where it is otherwise than usual', () => {
    expect(chosen(usual())).toEqual([]);
    const laid = { layout: 'table', footnotes: 'end', contents: 'without' } as const;
    expect(chosen(laid)).toEqual(['responses as a table', 'notes at the end', 'without contents']);
  });
  it('leaves notes and contents alone where the draft itself is shown', () => {
    const laid = { layout: 'tracked', footnotes: 'end', contents: 'with' } as const;
    expect(holding(laid)).toEqual({ layout: 'tracked', footnotes: '', contents: '' });
    expect(chosen(laid)).toEqual(['changes in the draft']);
  });
});

describe('the limit of pages', () => {
  it('is the smallest that holds for the whole document', () => {
    const pages = (max: number, section: string | null = null) => ({ unit: 'pages', section, max });
    expect(pageLimit([pages(5), pages(3), pages(1, 'summary')])).toBe(3);
    expect(pageLimit([{ unit: 'words', section: null, max: 2 }])).toBe(null);
  });
});

describe('the pictures of pages', () => {
  const drawn = (key: string): PreviewPage => ({ page: 1, key, svg: `<svg id="${key}"/>` });
  it('are drawn once for each state of a page', async () => {
    let asked = 0;
    const pictures = new Pictures(() => {
      asked += 1;
      return Promise.resolve(drawn('a'));
    });
    const both = await Promise.all([pictures.of(1, 'a'), pictures.of(1, 'a')]);
    expect(both[0]).toContain('data:image/svg+xml');
    expect(both[1]).toBe(both[0]);
    expect([asked, pictures.atHand('a')]).toEqual([1, both[0]]);
  });
  it('of a page that has changed meanwhile are not shown for it', async () => {
    const pictures = new Pictures(() => Promise.resolve(drawn('later')));
    expect(await pictures.of(1, 'earlier')).toBe(null);
    expect(pictures.atHand('later')).not.toBe(null);
  });
  it('are kept while they are few', async () => {
    let at = 0;
    const pictures = new Pictures(() => Promise.resolve(drawn(`k${String(at)}`)));
    for (; at < 30; at += 1) await pictures.of(1, `k${String(at)}`);
    expect(pictures.atHand('k0')).toBe(null);
    expect(pictures.atHand('k29')).not.toBe(null);
  });
});
