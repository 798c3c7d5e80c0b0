import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { fromBase64, Replica, toBase64, type SaveState } from './replica';

/** A desk that holds the document as the real one does. */
function desk() {
  const doc = new Y.Doc();
  const body = doc.getText('body');
  body.insert(0, 'Hello');
  let pushes = 0;
  let failing = 0;
  return {
    doc,
    body,
    get pushes() {
      return pushes;
    },
    failNext: (times: number) => (failing = times),
    pull: (since: string) =>
      Promise.resolve(
        toBase64(Y.encodeStateAsUpdate(doc, since === '' ? undefined : fromBase64(since))),
      ),
    push: async (update: string) => {
      await Promise.resolve();
      pushes++;
      if (failing > 0) {
        failing--;
        throw { code: 'disk_full' };
      }
      Y.applyUpdate(doc, fromBase64(update));
      return '2026-11-22T14:02:00Z';
    },
  };
}

describe('a replica', () => {
  it('says saved only after the desk has answered for everything', async () => {
    const there = desk();
    const states: SaveState<string>[] = [];
    const replica = new Replica(there, (state) => states.push(state));
    await replica.pull();
    expect(replica.body.toString()).toBe('Hello');
    expect(states).toEqual([]);
    for (const c of ' all of you') replica.body.insert(replica.body.length, c);
    expect(states.every((state) => state.kind === 'saving')).toBe(true);
    await replica.flush();
    expect(there.body.toString()).toBe('Hello all of you');
    expect(there.pushes).toBe(1);
    expect(states[states.length - 1]).toEqual({ kind: 'saved', saved: '2026-11-22T14:02:00Z' });
    await replica.close();
  });

  it('keeps what could not be saved and brings it later', async () => {
    vi.useFakeTimers();
    const there = desk();
    const states: SaveState<string>[] = [];
    const replica = new Replica(there, (state) => states.push(state));
    await replica.pull();
    there.failNext(2);
    replica.body.insert(5, '!');
    await vi.advanceTimersByTimeAsync(200);
    expect(states[states.length - 1]).toEqual({ kind: 'failed', failure: { code: 'disk_full' } });
    replica.body.insert(6, '?');
    await vi.advanceTimersByTimeAsync(7000);
    expect(there.body.toString()).toBe('Hello!?');
    expect(states[states.length - 1]?.kind).toBe('saved');
    vi.useRealTimers();
  });

  it('rejects a flush that cannot reach the disk, and loses nothing', async () => {
    const there = desk();
    const replica = new Replica(there, () => undefined);
    await replica.pull();
    there.failNext(1);
    replica.body.insert(5, '!');
    await expect(replica.flush()).rejects.toEqual({ code: 'disk_full' });
    await replica.flush();
    expect(there.body.toString()).toBe('Hello!');
  });

  it('takes in others’ changes without sending them back', async () => {
    const there = desk();
    const replica = new Replica(there, () => undefined);
    await replica.pull();
    there.body.insert(0, 'Partner: ');
    await replica.pull();
    expect(replica.body.toString()).toBe('Partner: Hello');
    await replica.flush();
    expect(there.pushes).toBe(0);
  });
});
