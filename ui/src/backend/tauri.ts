/** The backend of the desktop app: every command by name, events by name. */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Backend, DeskCommands, FileKind, Native, Progress, Unlisten } from './backend';

function hear<T>(event: string, tell: (payload: T) => void): Unlisten {
  const stop = listen<T>(event, ({ payload }) => {
    tell(payload);
  });
  return () => {
    void stop.then((unlisten) => {
      unlisten();
    });
  };
}

/** Puts a text on the clipboard; a web view that does not let pages write it takes it from a field. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    const before = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    if (before instanceof HTMLElement) before.focus();
    if (!copied) throw new Error('the clipboard did not take the text');
  }
}

const native: Native = {
  pickDraft: () => invoke<string | null>('pick_draft'),
  pickOpen: (kind: FileKind) => invoke<string | null>('pick_open', { kind }),
  pickSave: (kind: FileKind, suggested: string) =>
    invoke<string | null>('pick_save', { kind, suggested }),
  pickFolder: () => invoke<string | null>('pick_folder'),
  openLink: (url: string) => invoke<undefined>('open_link', { url }),
  openOriginal: (file: string, draft: string) =>
    invoke<undefined>('open_original', { file, draft }),
  reveal: (path: string) => invoke<undefined>('reveal', { path }),
  copyText,
  onProgress: (tell) => hear<Progress>('progress', tell),
  onDropped: (tell) => {
    const stop = hear<string[]>('dropped', tell);
    // What the program was started with waits until someone listens.
    void invoke<string[]>('given_files').then((paths) => {
      if (paths.length > 0) tell(paths);
    });
    return stop;
  },
  onChanged: (tell) => hear<string>('changed', tell),
};

/** Returns the backend that asks the desk through Tauri. */
export function tauriBackend(): Backend {
  // The names are the desk's own: a command needs no line here.
  const commands = new Proxy({} as DeskCommands, {
    get: (_, name) =>
      typeof name === 'string' && name !== 'then'
        ? (request: unknown) => invoke(name, { request })
        : undefined,
  });
  return new Proxy(native as Backend, {
    get: (target, name, receiver) =>
      (Reflect.get(target, name, receiver) as unknown) ?? (Reflect.get(commands, name) as unknown),
  });
}
