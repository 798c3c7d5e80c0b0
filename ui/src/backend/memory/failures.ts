/** Failures of the twin, with the codes the desk would give. */
import type { Code, Failure } from '../generated/wire';

/** Returns a failure of the desk. */
export function failure(
  code: Code,
  attempt: string,
  detail: string,
  params: Record<string, string> = {},
): Failure {
  return { code, attempt, detail, params };
}

/** Throws a failure of the desk. */
export function refuse(
  code: Code,
  attempt: string,
  detail: string,
  params: Record<string, string> = {},
): never {
  // The desk's failures cross the bridge as plain values, so the twin throws plain values too.
  throw failure(code, attempt, detail, params);
}
