/** The content security policy lets in only styles with the page's nonce; editors ask for it here. */

/** Returns the nonce of the page's one inline style; empty where there is none (tests, `npm run dev`). */
export function styleNonce(): string {
  return document.querySelector<HTMLStyleElement>('style[nonce]')?.nonce ?? '';
}
