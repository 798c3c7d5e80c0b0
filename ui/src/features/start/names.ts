/** Names for files that people recognise in a folder. */

/** Returns a file name for a new statement: organisation and call, without signs that a disk refuses. */
export function suggestedName(organisation: string, call: string): string {
  const name = [organisation, call]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' - ')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .slice(0, 100)
    .trim();
  return `${name || 'statement'}.rostrum`;
}
