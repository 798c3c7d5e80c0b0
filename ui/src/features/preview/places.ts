/** Where a place of the text stands on the pages. */
import type { PreviewPlace } from '../../backend/backend';

/** Returns the place of the piece that holds this place of the body; null when none does. */
export function placeInBody(places: readonly PreviewPlace[], at: number): PreviewPlace | null {
  let found: PreviewPlace | null = null;
  for (const place of places) {
    const { part, at: from } = place.origin;
    if (part !== 'body' || from > at) continue;
    // Rows of a table and notes begin with their block: the first of them is its upper edge.
    if (found === null || from > found.origin.at) found = place;
  }
  return found;
}

/** Returns the most pages a statement may have; null when the call says nothing of pages. */
export function pageLimit(
  limits: readonly { unit: string; section: string | null; max: number }[],
): number | null {
  const pages = limits.filter((limit) => limit.unit === 'pages' && limit.section === null);
  return pages.length === 0 ? null : Math.min(...pages.map((limit) => limit.max));
}
