/** Pages of drafts in the twin: drawn from the sample's own words. */
import type { DraftView, PagePicture } from '../generated/wire';
import { drawPage, pageSize } from '../sample/page';
import { refuse } from './failures';

const scale = 2;

/** Returns a page as a picture, or fails as the desk does. */
export function pagePicture(view: DraftView, page: number, password: string): PagePicture {
  const attempt = `show page ${String(page)} of "${view.name}"`;
  const params = { file: view.name, page: String(page) };
  const { draft } = view;
  if (draft.format !== 'pdf') refuse('page_undrawn', attempt, 'no pages', params);
  if (view.name.includes('locked') && password !== 'open')
    refuse('draft_locked', attempt, 'password', params);
  const pages = draft.pages ?? 1;
  if (page < 1 || page > pages) refuse('not_found', attempt, 'no such page', params);
  return {
    page,
    pages,
    ...pageSize,
    pixel_width: pageSize.width * scale,
    pixel_height: pageSize.height * scale,
    png: drawPage(
      draft.blocks.filter((b) => b.page === page),
      scale,
    ),
  };
}
