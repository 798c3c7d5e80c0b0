/** How a document is laid out, for its pages and its files alike. */
import { m } from '../../text/words';

/** What is chosen; empty leaves it to the call. */
export interface Laid {
  layout: 'prose' | 'table' | 'tracked';
  footnotes: '' | 'foot' | 'end';
  contents: '' | 'with' | 'without';
}

/** Returns the layout of a text for which nothing was chosen. */
export function usual(): Laid {
  return { layout: 'prose', footnotes: '', contents: '' };
}

/** Returns what holds of the choices: changes to a draft have notes and contents of their own. */
export function holding({ layout, footnotes, contents }: Laid): Laid {
  return layout === 'tracked' ? { ...usual(), layout } : { layout, footnotes, contents };
}

/** Returns what was chosen otherwise than usual, in words. */
export function chosen(laid: Laid): string[] {
  const { layout, footnotes, contents } = holding(laid);
  return [
    layout === 'table' ? m.laid_table() : layout === 'tracked' ? m.laid_tracked() : '',
    footnotes === 'foot' ? m.laid_foot() : footnotes === 'end' ? m.laid_end() : '',
    contents === 'with' ? m.laid_with() : contents === 'without' ? m.laid_without() : '',
  ].filter((words) => words !== '');
}
