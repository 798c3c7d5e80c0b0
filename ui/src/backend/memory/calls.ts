/** The twin's calls of one's own, and newer versions of a call. */
import type { Call, CallEdit, CallFault, OwnCallList, Renewal } from '../generated/wire';
import { sampleCalls } from '../sample/calls';
import { refuse } from './failures';
import { setField, toml } from './toml';

type Fields = Record<string, unknown>;

function faultsOf(text: string, fields: Fields | null): CallFault[] {
  const line = text.split('\n').findIndex((l) => (l.split('"').length - 1) % 2 === 1);
  if (fields === null || line >= 0) {
    const problem = 'The file cannot be read here: a quotation mark is missing.';
    const remedy = 'Compare the line with another call: text stands in quotation marks.';
    return [{ line: line + 1, field: '', kind: 'syntax', problem, remedy }];
  }
  const faults: CallFault[] = [];
  const say = (field: string, problem: string, remedy: string) => {
    const name = field.split(/[.[]/u)[0] ?? field;
    const at = text.split('\n').findIndex((l) => l.includes(name));
    faults.push({ line: Math.max(1, at + 1), field, kind: 'empty', problem, remedy });
  };
  for (const name of ['name', 'body', 'summary'])
    if (!fields[name]) say(name, 'The text is empty.', 'Write it.');
  const sources = new Set(((fields['sources'] ?? []) as { id?: string }[]).map((s) => s.id));
  ((fields['limits'] ?? []) as { max?: number; source?: string }[]).forEach((limit, at) => {
    if (!limit.max) say(`limits[${String(at)}].max`, 'The limit is 0.', 'Give the number.');
    if (!sources.has(limit.source))
      say(
        `limits[${String(at)}].source`,
        `The source "${limit.source ?? ''}" is not in the list of sources.`,
        'Add it under sources, or correct its id.',
      );
  });
  return faults;
}

/** The calls that the user made. */
export class OwnCalls {
  readonly #kept = new Map<string, string>();
  /** What stands in each text that was made here. */
  readonly #read = new Map<string, Fields>();

  #write(fields: Fields): string {
    const text = toml(fields);
    this.#read.set(text, structuredClone(fields));
    return text;
  }

  look(id: string, text: string): CallEdit {
    const fields = this.#read.get(text) ?? null;
    return {
      id,
      toml: text,
      fields: structuredClone(fields),
      faults: faultsOf(text, fields),
      path: this.#kept.get(id) === text ? `/config/calls/${id}.toml` : '',
    };
  }

  list(): OwnCallList {
    return {
      calls: [...this.#kept].map(([id, text]) => ({
        id,
        name: String(this.#read.get(text)?.['name'] ?? id),
        version: Number(this.#read.get(text)?.['version'] ?? 0),
        faults: faultsOf(text, this.#read.get(text) ?? null).length,
        path: `/config/calls/${id}.toml`,
      })),
    };
  }

  /** Returns the sound ones, as calls. */
  sound(): Call[] {
    return [...this.#kept.values()]
      .filter((text) => faultsOf(text, this.#read.get(text) ?? null).length === 0)
      .map((text) => structuredClone(this.#read.get(text)) as unknown as Call);
  }

  copy(from: string, id: string, name: string): CallEdit {
    const base = sampleCalls.find((c) => c.id === from) ?? this.sound().find((c) => c.id === from);
    if (from !== '' && !base) refuse('call_unknown', 'duplicate', 'not known', { name: from });
    const wanted = id || `${from || 'my-call'}-own`;
    let free = wanted;
    for (let n = 2; this.#kept.has(free); n += 1) free = `${wanted}-${String(n)}`;
    const fields: Fields = {
      ...(structuredClone(base) ?? { sections: [], sources: [], summary: '', body: '' }),
      id: free,
      version: 1,
      name: name || `${base?.name ?? 'Call'} (my copy)`,
    };
    const text = this.#write(fields);
    this.#kept.set(free, text);
    return this.look(free, text);
  }

  edit(id: string): CallEdit {
    const text = this.#kept.get(id);
    if (text === undefined) refuse('not_found', `edit ${id}`, 'none of this id', { name: id });
    return this.look(id, text);
  }

  field(id: string, text: string, path: string, value: unknown): CallEdit {
    const fields = structuredClone(this.#read.get(text));
    if (!fields) refuse('value_refused', 'set a field', 'not TOML', { field: 'path' });
    setField(fields, path, value);
    return this.look(id, this.#write(fields));
  }

  save(id: string, text: string): CallEdit {
    const named = this.#read.get(text)?.['id'];
    const now = typeof named === 'string' && named !== '' ? named : id;
    this.#kept.delete(id);
    this.#kept.set(now, text);
    return this.look(now, text);
  }

  remove(id: string): OwnCallList {
    if (!this.#kept.delete(id)) refuse('not_found', `take ${id} out`, 'none', { name: id });
    return this.list();
  }

  /** The twin knows one file to bring in: a copy of the first call. */
  bringIn(path: string): CallEdit {
    if (path.includes('damaged'))
      refuse('call_faulty', `read ${path}`, 'line 3', { name: path, line: '3' });
    return this.copy(sampleCalls[0]?.id ?? '', 'from-a-partner', 'Call from a partner');
  }
}

/** Returns what a newer version would change: in the twin, one is always known. */
export function renewalOf(call: Call, declined: boolean): Renewal {
  const newest = 3;
  if (call.version >= newest)
    return { version: call.version, newest, offered: false, differences: [], earlier: 2 };
  return {
    version: call.version,
    newest,
    offered: !declined,
    differences: [
      { field: 'limits.max', entry: 'words, whole', before: '2000', after: '2200' },
      {
        field: 'deadlines.wording',
        entry: 'statement',
        before: call.deadlines[0]?.wording ?? '',
        after: 'Friday 11 December 2026, 17:00 New York time',
      },
      { field: 'languages', entry: '', before: null, after: 'en, fr, es' },
    ],
    earlier: 0,
  };
}

/** Returns the call under the newer rules. */
export function renewed(call: Call): Call {
  const made = structuredClone(call);
  made.version = 3;
  const [limit] = made.limits;
  if (limit) limit.max = 2200;
  return made;
}
