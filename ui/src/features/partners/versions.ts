/** Versions in the words of the window. */
import type { Version } from '../../backend/backend';

/** Returns a free name for the next version: `v1`, `v2`, … */
export function nextVersionName(versions: readonly Version[]): string {
  const taken = new Set(versions.map((v) => v.name));
  let n = versions.length + 1;
  while (taken.has(`v${String(n)}`)) n += 1;
  return `v${String(n)}`;
}

/** Returns the beginning of a hash, enough to compare by eye. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, 12);
}
