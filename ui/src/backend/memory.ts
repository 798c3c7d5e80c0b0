/**
 * The backend's twin in memory: behaves like the desk for edits, so that the window runs in a plain
 * browser and its tests need neither Tauri nor files. Nothing outlives the page.
 */
import type { Backend, DeskCommands } from './backend';
import { answeringAnswers } from './memory/answering';
import { begunAnswers } from './memory/begun';
import { draftsAnswers } from './memory/drafts';
import { exportAnswers } from './memory/exports';
import { refuse } from './memory/failures';
import { handingAnswers } from './memory/handing';
import { MemoryNative } from './memory/native';
import { openingAnswers, openSample, samplePath } from './memory/opening';
import { pictureAnswers } from './memory/pictures';
import { room, type Answers } from './memory/room';
import { rulesAnswers } from './memory/rules';
import { scrubAnswers } from './memory/scrub';
import { writingAnswers } from './memory/writing';

export { samplePath };

/** The twin, with the strings a test may pull. */
export interface MemoryBackend extends Backend {
  /** Dialogs, drops and progress. */
  readonly native: MemoryNative;
  /** Makes the next command of this name fail. */
  failNext(name: keyof DeskCommands, code: Parameters<typeof refuse>[0]): void;
}

/** Returns a new twin. `keep` is what is already known to the start screen. */
export function memoryBackend(keep: { sample?: boolean } = {}): MemoryBackend {
  const native = new MemoryNative();
  const failing = new Map<string, Parameters<typeof refuse>[0]>();
  const around = room(native);
  if (keep.sample) around.statements.set(samplePath, openSample());

  const commands: Answers<keyof DeskCommands> = {
    ...openingAnswers(around),
    ...rulesAnswers(around),
    ...begunAnswers(around),
    ...draftsAnswers(around),
    ...answeringAnswers(around),
    ...writingAnswers(around),
    ...handingAnswers(around),
    ...scrubAnswers(around),
    ...pictureAnswers(around),
    ...exportAnswers(around),
  };

  const names = Object.keys(commands) as (keyof DeskCommands)[];
  const asking = Object.fromEntries(
    names.map((name) => [
      name,
      async (request: unknown) => {
        const code = failing.get(name);
        if (code !== undefined) {
          failing.delete(name);
          refuse(code, name, 'laid ready by a test', { file: '/statements/sample.rostrum' });
        }
        // Requests and answers cross as JSON, so a type that would not survive fails here too.
        const crossed = JSON.parse(JSON.stringify(request)) as never;
        return (commands[name] as (r: never) => unknown)(crossed);
      },
    ]),
  ) as unknown as DeskCommands;

  return {
    ...asking,
    native,
    failNext: (name, code) => {
      failing.set(name, code);
    },
    pickDraft: native.pickDraft,
    pickOpen: native.pickOpen,
    pickSave: native.pickSave,
    pickFolder: native.pickFolder,
    openLink: native.openLink,
    openOriginal: native.openOriginal,
    reveal: native.reveal,
    copyText: native.copyText,
    onProgress: native.onProgress,
    onDropped: native.onDropped,
    onChanged: native.onChanged,
  };
}
