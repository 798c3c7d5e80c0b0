/** Keys: written once, matched and shown from the same words. */

/** Tells whether the system is a Mac, whose keys have other names. */
export function isMac(platform = navigator.platform): boolean {
  return platform.startsWith('Mac');
}

interface Keys {
  mod: boolean;
  shift: boolean;
  alt: boolean;
  key: string;
}

function parse(shortcut: string): Keys {
  const parts = shortcut.split('+');
  return {
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: (parts.at(-1) ?? '').toLowerCase(),
  };
}

/**
 * Tells whether a press is of this key.
 *
 * A keyboard that writes Cyrillic or Arabic, French figures, or Option with a letter on a Mac gives
 * another sign for the key than the one printed in our words; then its place on the keyboard counts.
 */
function isKey(event: KeyboardEvent, key: string): boolean {
  const sign = event.key.toLowerCase();
  if (sign === key) return true;
  if (/^[0-9]$/u.test(key)) {
    return (event.ctrlKey || event.metaKey || event.altKey) && event.code === `Digit${key}`;
  }
  // A letter of our own alphabet is meant as it is written, wherever it lies.
  return (
    /^[a-z]$/u.test(key) && !/^[\x20-\x7e]$/u.test(sign) && event.code === `Key${key.toUpperCase()}`
  );
}

/** Tells whether a key press is this shortcut. */
export function pressed(event: KeyboardEvent, shortcut: string, mac = isMac()): boolean {
  const { mod, shift, alt, key } = parse(shortcut);
  return (
    isKey(event, key) &&
    (mac ? event.metaKey : event.ctrlKey) === mod &&
    (mac ? event.ctrlKey : event.metaKey) === false &&
    event.altKey === alt &&
    // "?" and the like are typed with Shift on many keyboards.
    (event.shiftKey === shift || (!shift && key.length === 1 && !/[a-z0-9]/u.test(key)))
  );
}

const macNames: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const otherNames: Record<string, string> = { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' };
const keyNames: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
};

/** Returns a shortcut as a keyboard shows it: `Ctrl K`, `⌘K`. */
export function shown(shortcut: string, mac = isMac()): string {
  const names = mac ? macNames : otherNames;
  return shortcut
    .split('+')
    .map((part) => names[part] ?? keyNames[part] ?? part)
    .join(mac ? '' : ' ');
}

/** Tells whether the user is typing, so that bare keys are letters and no commands. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
