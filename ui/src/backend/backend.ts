/** The one door between the window and what it works on. */
import type { Commands, Failure } from './generated/wire';

export type * from './generated/wire';

/** One typed method for each command of the desk; each rejects with a {@link Failure}. */
export type DeskCommands = {
  [Name in keyof Commands]: (
    request: Commands[Name]['request'],
  ) => Promise<Commands[Name]['answer']>;
};

/** What kind of file a dialog of the system is asked for. */
export type FileKind =
  | 'statement'
  | 'draft'
  | 'bibliography'
  | 'text'
  | 'docx'
  | 'pdf'
  | 'md'
  | 'txt'
  | 'html'
  | 'csv'
  | 'ics'
  | 'call'
  | 'annex'
  | 'picture';

/** How far long work has come; `total` 0 means that nobody knows. */
export interface Progress {
  job: string;
  stage: string;
  done: number;
  total: number;
}

/** Stops listening. */
export type Unlisten = () => void;

/** What only the system around the window can do. Paths come from the user, never from a page. */
export interface Native {
  /** Asks for a draft to read; null when the user changed their mind. */
  pickDraft(): Promise<string | null>;
  /** Asks for an existing file of this kind. */
  pickOpen(kind: FileKind): Promise<string | null>;
  /** Asks where to write a file of this kind; `suggested` is a bare file name. */
  pickSave(kind: FileKind, suggested: string): Promise<string | null>;
  /** Asks for a folder. */
  pickFolder(): Promise<string | null>;
  /** Opens an address in the system's browser after the desk has checked it. */
  openLink(url: string): Promise<void>;
  /** Opens the original of a draft in the system's viewer, from a copy nobody else can read. */
  openOriginal(file: string, draft: string): Promise<void>;
  /** Shows a file in the system's file browser. */
  reveal(path: string): Promise<void>;
  /** Puts a text on the clipboard. */
  copyText(text: string): Promise<void>;
  /** Hears how far long work has come. */
  onProgress(hear: (progress: Progress) => void): Unlisten;
  /** Hears of files dropped on the window. */
  onDropped(hear: (paths: string[]) => void): Unlisten;
  /** Hears that a statement file was changed by someone else (command line, merge, another copy). */
  onChanged(hear: (file: string) => void): Unlisten;
}

/** Everything the window asks for. `tauri.ts` is the real one, `memory.ts` its twin for tests. */
export interface Backend extends DeskCommands, Native {}

/** Tells whether something thrown is a {@link Failure} of the desk. */
export function isFailure(thrown: unknown): thrown is Failure {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    'params' in thrown &&
    typeof thrown.code === 'string'
  );
}
