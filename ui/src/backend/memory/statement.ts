/** One open statement of the twin: what is shared, what is private, and the way back. */
import * as Y from 'yjs';
import type {
  Annex,
  Call,
  DraftFix,
  DraftView,
  FixUp,
  Mute,
  Picture,
  Endorsement,
  Receipt,
  Response,
  Signatory,
  SignatoryRow,
  Source,
  Statement,
  Version,
  Workspace,
} from '../generated/wire';
import { check } from './check';
import { fitted, type Fitted } from './fixes';
import { count } from './count';
import { refuse } from './failures';

/** What undo brings back: everything outside the body. */
interface Outside {
  title: string;
  organisation: string;
  language: string;
  header: Record<string, string>;
  responses: Response[];
  sources: Source[];
  signatories: Signatory[];
  fixes: DraftFix[];
  mutes: Mute[];
  /** Files that go with it. */
  annexes: Annex[];
  /** Pictures that the body may show. */
  pictures: Picture[];
  /** The writers' own words. */
  words: string[];
  /** Id of the draft whose paragraph numbers the text uses. */
  numbered_by: string;
}

/** What a new statement starts with. */
export interface Beginning extends Partial<Outside> {
  file: string;
  call: Call;
  body: string;
}

/** An open statement. */
export class OpenStatement {
  readonly file: string;
  call: Call;
  /** Whether newer rules of the call were turned down. */
  declined = false;
  /** What was set for the plan. */
  plan = new Map<string, string>();
  readonly doc = new Y.Doc();
  drafts: (DraftView & { added: string })[] = [];
  versions: Version[] = [];
  endorsements: Endorsement[] = [];
  receipts: Receipt[] = [];
  contacts = new Map<string, string>();
  copies: string[] = [];
  /** Own words of the user, for every statement. */
  own = new Set<string>();
  saved = new Date().toISOString();
  #outside: Outside;
  #past: Outside[] = [];
  #future: Outside[] = [];

  constructor({ file, call, body, ...outside }: Beginning) {
    this.file = file;
    this.call = call;
    this.#outside = {
      title: call.name,
      organisation: '',
      language: 'en',
      header: {},
      responses: [],
      sources: [],
      signatories: [],
      fixes: [],
      mutes: [],
      annexes: [],
      pictures: [],
      words: [],
      numbered_by: '',
      ...outside,
    };
    this.doc.getText('body').insert(0, body);
  }

  /** The body as it stands. */
  get body(): string {
    return this.doc.getText('body').toString();
  }

  /** Replaces part of the body. */
  rewrite(start: number, end: number, text: string): void {
    const body = this.doc.getText('body');
    this.doc.transact(() => {
      body.delete(start, end - start);
      body.insert(start, text);
    });
    this.touch();
  }

  /** Records that everything is on the disk. */
  touch(): void {
    this.saved = new Date().toISOString();
  }

  /** Changes what lies outside the body, so that it can be undone. */
  change(edit: (outside: Outside) => void): void {
    this.#past.push(structuredClone(this.#outside));
    this.#future = [];
    edit(this.#outside);
    this.touch();
  }

  /** Takes the last change back. */
  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.#outside);
    this.#outside = before;
    this.touch();
  }

  /** Brings it back. */
  redo(): void {
    const after = this.#future.pop();
    if (!after) return;
    this.#past.push(this.#outside);
    this.#outside = after;
    this.touch();
  }

  /** Returns the statement as it stands. */
  statement(): Statement {
    const blocks = this.drafts.flatMap((d) =>
      this.#fitted(d).draft.blocks.map((b) => `${d.id}/${b.id}`),
    );
    const place = (r: Response) => {
      const target = r.targets[0];
      return target ? blocks.indexOf(`${target.draft}/${target.block}`) : -1;
    };
    const outside = structuredClone(this.#outside);
    outside.responses.sort((a, b) => place(a) - place(b));
    return {
      ...outside,
      call: this.call.id,
      skeleton: '',
      added_skeletons: [],
      plan: Object.fromEntries(this.plan),
      body: this.body,
    };
  }

  /** Returns a draft, the newest when none is named. */
  draft(id: string): DraftView {
    const found = this.drafts.find((d) => d.id === id);
    if (!found) refuse('not_found', `show the draft ${id}`, 'no such draft', { name: id });
    return structuredClone({ id: found.id, name: found.name, draft: this.#fitted(found).draft });
  }

  #fitted(kept: DraftView): Fitted {
    const fixes = this.#outside.fixes.filter((made) => made.draft === kept.id);
    return fitted(kept.draft, fixes);
  }

  /** Returns a draft with all that is to be set right in it, and what was. */
  fixUp(id: string): FixUp {
    const view = this.draft(id);
    const kept = this.drafts.find((d) => d.id === id) ?? view;
    const { doubts, dropped, fits } = this.#fitted(kept);
    const fixes = this.#outside.fixes.filter((made) => made.draft === id);
    if (!fits) refuse('value_refused', 'fix the draft', 'it cannot be made', { field: 'block' });
    return structuredClone({ view, doubts, dropped, fixes });
  }

  /** Returns what a version hashes: everything but the list of signatories. */
  canonical(): string {
    const { title, organisation, language, header, body, responses, sources } = this.statement();
    return JSON.stringify({
      title,
      organisation,
      language,
      header,
      body,
      responses: responses.filter((r) => !r.private),
      sources,
    });
  }

  /** Returns what the checks say. */
  check() {
    const statement = this.statement();
    return check({
      statement,
      call: this.call,
      drafts: new Map(this.drafts.map((d) => [d.id, this.#fitted(d).draft])),
      count: count(statement, this.call),
      now: Date.now(),
      own: this.own,
    });
  }

  #signatories(): SignatoryRow[] {
    const text = this.canonical();
    return this.#outside.signatories.map((signatory) => {
      const endorsement = this.endorsements.findLast((e) => e.signatory === signatory.id) ?? null;
      const version = this.versions.find((v) => v.name === endorsement?.version);
      const state = !endorsement ? 'asked' : version?.text === text ? 'holds' : 'text_changed';
      return {
        signatory: structuredClone(signatory),
        state,
        endorsement: structuredClone(endorsement),
        contact: this.contacts.get(signatory.id) ?? '',
      };
    });
  }

  /** Returns everything the window shows of the statement. */
  workspace(): Workspace {
    const statement = this.statement();
    return {
      file: this.file,
      statement,
      call: structuredClone(this.call),
      drafts: this.drafts.map(({ id, name, added, draft }) => ({
        id,
        name,
        title: draft.title ?? name,
        revision: draft.revision ?? '',
        paragraphs: draft.blocks.filter((b) => b.kind === 'paragraph').length,
        unsure: this.fixUp(id).doubts.filter((doubt) => !doubt.looked).length,
        added,
      })),
      count: count(statement, this.call),
      versions: structuredClone(this.versions),
      signatories: this.#signatories(),
      receipts: structuredClone(this.receipts),
      findings: this.check().summary,
      saved: this.saved,
      can_undo: this.#past.length > 0,
      can_redo: this.#future.length > 0,
      newer_call: 0,
      copies: [...this.copies],
    };
  }
}
