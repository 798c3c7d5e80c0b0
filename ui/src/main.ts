import '@fontsource-variable/source-sans-3';
import '@fontsource-variable/source-sans-3/wght-italic.css';
import '@fontsource-variable/source-serif-4';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './style/tokens.css';
import './style/base.css';
import { mount } from 'svelte';
import type { Backend } from './backend/backend';
import { useBackend } from './backend/current';
import { applySettings } from './state/settings.svelte';
import { direction, getLocale } from './text/words';

/** Chooses the desk of the desktop app, or its twin in a plain browser. */
async function chooseBackend(): Promise<Backend> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./backend/tauri')).tauriBackend();
  const { memoryBackend } = await import('./backend/memory');
  const twin = memoryBackend({ sample: new URLSearchParams(location.search).has('sample') });
  // Browser tests lay dialogs and drops ready through this.
  Object.assign(window, { rostrumTwin: twin });
  return twin;
}

useBackend(await chooseBackend());
const root = document.documentElement;
root.lang = getLocale();
root.dir = direction(getLocale());
applySettings(root);
const { default: App } = await import('./App.svelte');
const target = document.querySelector('#app');
if (target) mount(App, { target });
