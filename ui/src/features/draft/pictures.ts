/** Pictures of pages, kept while one leafs to and fro. */
import type { PagePicture } from '../../backend/backend';
import { backend } from '../../backend/current';

/** Pixels a point: sharp on most screens, about half a megabyte a page. */
const scale = 2;

/** Pages that are kept. */
const most = 12;

const kept = new Map<string, Promise<PagePicture>>();

/** Returns a page of a draft as a picture; rejects with the failure of the desk. */
export function picture(
  file: string,
  draft: string,
  page: number,
  password = '',
): Promise<PagePicture> {
  const key = JSON.stringify([file, draft, page]);
  const known = kept.get(key);
  kept.delete(key);
  const asked = known ?? backend.draft_page({ file, draft, page, scale, password });
  kept.set(key, asked);
  asked.catch(() => {
    // What failed is asked anew: a password may have been given since.
    if (kept.get(key) === asked) kept.delete(key);
  });
  for (const old of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(old);
  }
  return asked;
}
