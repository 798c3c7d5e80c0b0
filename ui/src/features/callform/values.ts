/** Values of a call that is being edited, by path. */
import type { CallFault } from '../../backend/backend';

/** Returns what stands at a path such as `limits[0].max`. */
export function valueAt(fields: unknown, path: string): unknown {
  let at: unknown = fields;
  for (const step of path.split(/[.[]/u)) {
    if (typeof at !== 'object' || at === null) return undefined;
    const name = step.endsWith(']') ? step.slice(0, -1) : step;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

/** Returns a value as it stands in a field of text. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Returns what is wrong at a path, or at what hangs below it. */
export function faultAt(faults: CallFault[], path: string): string {
  const found = faults.find((f) => f.field === path || f.field === `${path}.value`);
  return found ? `${found.problem} ${found.remedy}` : '';
}
