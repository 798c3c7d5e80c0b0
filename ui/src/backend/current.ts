/** The backend in use; set once, before the window is drawn. */
import type { Backend } from './backend';

/** The backend in use. */
export let backend: Backend;

/** Chooses the backend. */
export function useBackend(chosen: Backend): void {
  backend = chosen;
}
