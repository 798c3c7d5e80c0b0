/** The system around the twin: dialogs answer what a test has laid ready. */
import type { FileKind, Native, Progress, Unlisten } from '../backend';

class Listeners<T> {
  readonly #hearing = new Set<(told: T) => void>();

  add(hear: (told: T) => void): Unlisten {
    this.#hearing.add(hear);
    return () => {
      this.#hearing.delete(hear);
    };
  }

  tell(told: T): void {
    for (const hear of this.#hearing) hear(told);
  }
}

/** The system around the twin, with the strings a test may pull. */
export class MemoryNative implements Native {
  /** Answers of the next dialogs, first in first out; null is a changed mind. */
  readonly picks: (string | null)[] = [];
  /** Addresses that were opened. */
  readonly opened: string[] = [];
  /** Files that were revealed. */
  readonly revealed: string[] = [];
  /** Texts that were copied. */
  readonly copied: string[] = [];
  readonly progress = new Listeners<Progress>();
  readonly dropped = new Listeners<string[]>();
  readonly changed = new Listeners<string>();

  #pick(otherwise: string): Promise<string | null> {
    const laid = this.picks.shift();
    return Promise.resolve(laid === undefined ? otherwise : laid);
  }

  pickDraft = () => this.#pick('/drafts/zero-draft.pdf');
  pickOpen = (kind: FileKind) => {
    if (kind === 'annex') return this.#pick('/files/study.docx');
    if (kind === 'picture') return this.#pick('/pictures/reports-by-region.png');
    return this.#pick(`/statements/opened.${kind === 'statement' ? 'rostrum' : kind}`);
  };
  pickSave = (_kind: FileKind, suggested: string) => this.#pick(`/statements/${suggested}`);
  pickFolder = () => this.#pick('/hand-over');

  openLink = (url: string) => {
    this.opened.push(url);
    return Promise.resolve();
  };

  openOriginal = (_file: string, draft: string) => {
    this.opened.push(`original:${draft}`);
    return Promise.resolve();
  };

  reveal = (path: string) => {
    this.revealed.push(path);
    return Promise.resolve();
  };

  copyText = (text: string) => {
    this.copied.push(text);
    return Promise.resolve();
  };

  onProgress = (hear: (progress: Progress) => void) => this.progress.add(hear);
  onDropped = (hear: (paths: string[]) => void) => this.dropped.add(hear);
  onChanged = (hear: (file: string) => void) => this.changed.add(hear);
}
