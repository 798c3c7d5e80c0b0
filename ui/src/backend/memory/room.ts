/** What every part of the twin works on: the statements that are open, and how to find and change one. */
import type { Call, DeskCommands, Workspace } from '../backend';
import { sampleCalls } from '../sample/calls';
import { OwnCalls } from './calls';
import { refuse } from './failures';
import type { MemoryNative } from './native';
import type { Cancelled } from './reading';
import { Returned } from './review';
import type { OpenStatement } from './statement';

/** Answers to some of the commands. */
export type Answers<Names extends keyof DeskCommands> = {
  [N in Names]: (
    r: Parameters<DeskCommands[N]>[0],
  ) => Awaited<ReturnType<DeskCommands[N]>> | ReturnType<DeskCommands[N]>;
};

/** What the answers share. */
export interface Room {
  readonly native: MemoryNative;
  readonly statements: Map<string, OpenStatement>;
  readonly returned: Returned;
  readonly cancelled: Cancelled;
  readonly ownCalls: OwnCalls;
  /** Returns a name not given before, beginning with these letters. */
  nextId: (letter: string) => string;
  /** Returns an open statement, or refuses. */
  find: (file: string) => OpenStatement;
  /** Returns a call by its name, shipped or one's own, or refuses. */
  findCall: (id: string) => Call;
  /** Changes an open statement, and returns how it stands then. */
  changed: (file: string, edit: (open: OpenStatement) => void) => Workspace;
}

/** Returns an empty room. */
export function room(native: MemoryNative): Room {
  const statements = new Map<string, OpenStatement>();
  const ownCalls = new OwnCalls();
  let made = 0;
  const find = (file: string): OpenStatement => {
    const open = statements.get(file);
    if (!open) refuse('file_missing', `open the statement "${file}"`, 'not there', { file });
    return open;
  };
  return {
    native,
    statements,
    returned: new Returned(),
    cancelled: new Set(),
    ownCalls,
    nextId: (letter) => {
      made += 1;
      return `${letter}-${String(made)}`;
    },
    find,
    findCall: (id) => {
      const call = [...sampleCalls, ...ownCalls.sound()].find((c) => c.id === id);
      if (!call) refuse('call_unknown', `show the call ${id}`, 'not known', { name: id });
      return call;
    },
    changed: (file, edit) => {
      const open = find(file);
      edit(open);
      return open.workspace();
    },
  };
}
