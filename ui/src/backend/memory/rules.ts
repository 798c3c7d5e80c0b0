/** What the twin answers about calls, deadlines, plans, skeletons and reading aloud. */
import type { ReminderSettings } from '../generated/wire';
import { sampleCalls } from '../sample/calls';
import { sampleSkeletons } from '../sample/skeletons';
import { sha256 } from './bytes';
import { renewalOf, renewed } from './calls';
import { refuse } from './failures';
import { fit, planView, setPlan, told } from './plan';
import type { Answers, Room } from './room';
import { sortNotes, speechOf } from './speech';

type Answered =
  | 'calls_own'
  | 'call_copy'
  | 'call_edit'
  | 'call_look'
  | 'call_field'
  | 'call_save'
  | 'call_remove'
  | 'call_import'
  | 'call_export'
  | 'renewal_show'
  | 'renewal_decide'
  | 'deadlines'
  | 'deadline_read'
  | 'plan_show'
  | 'plan_set'
  | 'calendar_write'
  | 'reminders'
  | 'reminders_set'
  | 'skeletons'
  | 'skeleton_add'
  | 'notes_sort'
  | 'speech_show'
  | 'delivered_export';

/** Returns the commands about the rules of a call. */
export function rulesAnswers({ find, changed, findCall, ownCalls }: Room): Answers<Answered> {
  let reminders: ReminderSettings = { on: false, hours: [168, 24, 3], steps: true };
  return {
    calls_own: () => ownCalls.list(),
    call_copy: ({ from, id, name }) => ownCalls.copy(from, id, name),
    call_edit: ({ id }) => ownCalls.edit(id),
    call_look: ({ id, toml }) => ownCalls.look(id, toml),
    call_field: ({ id, toml, path, value }) => ownCalls.field(id, toml, path, value),
    call_save: ({ id, toml }) => ownCalls.save(id, toml),
    call_remove: ({ id }) => ownCalls.remove(id),
    call_import: ({ path }) => ownCalls.bringIn(path),
    call_export: ({ id, out }) => {
      findCall(id);
      return { file: out, bytes: 4_096, sha256: id, findings: [], pages: null, beside: [] };
    },
    renewal_show: ({ file }) => renewalOf(find(file).call, find(file).declined),
    renewal_decide: ({ file, act }) =>
      changed(file, (open) => {
        if (act === 'accept') open.call = renewed(open.call);
        if (act === 'back') open.call = { ...open.call, version: 2 };
        open.declined = act !== 'accept';
      }),
    deadlines: ({ zone }) => ({
      deadlines: [...sampleCalls, ...ownCalls.sound()]
        .flatMap((c) => c.deadlines.map((d) => told(c, d, zone, Date.now())))
        .sort((a, b) => a.seconds_left - b.seconds_left),
    }),
    deadline_read: ({ wording, zone }) => {
      const found = /(\d{1,2}) (\p{L}+) (\d{4})/u.exec(wording);
      const at = found ? Date.parse(`${found[0]} 17:00 UTC`) : NaN;
      if (Number.isNaN(at)) return { instant: '', zone, assumed: ['The words name no day.'] };
      const instant = new Date(at).toISOString().replace('.000', '');
      const hour = /\d:\d\d/u.test(wording);
      return { instant, zone, assumed: hour ? [] : ['The words name no hour.'] };
    },
    plan_show: ({ file, zone }) => planView(find(file).call, find(file).plan, zone, Date.now()),
    plan_set: ({ file, zone, entries, fit: fitting }) => {
      const open = find(file);
      open.change(() => {
        setPlan(open.plan, entries);
        const { plan: planned } = planView(open.call, open.plan, zone, Date.now());
        if (fitting && planned) setPlan(open.plan, fit(planned));
      });
      return planView(open.call, open.plan, zone, Date.now());
    },
    calendar_write: ({ out }) => ({
      file: out,
      bytes: 2_048,
      sha256: 'calendar',
      findings: [],
      pages: null,
      beside: [],
    }),
    reminders: () => structuredClone(reminders),
    reminders_set: (settings) => {
      reminders = { ...settings, hours: [...settings.hours].sort((a, b) => b - a) };
      return structuredClone(reminders);
    },
    skeletons: () => ({ skeletons: structuredClone(sampleSkeletons) }),
    skeleton_add: ({ file, skeleton }) =>
      changed(file, (open) => {
        const found = sampleSkeletons.find((s) => s.id === skeleton);
        if (!found) refuse('not_found', 'add a skeleton', 'not known', { name: skeleton });
        open.call = { ...open.call, sections: [...open.call.sections, ...found.sections] };
        const added = found.sections.map((s) => `\n# ${s.heading}\n\n`).join('');
        open.rewrite(open.body.length, open.body.length, added);
      }),
    notes_sort: ({ notes, agreed }) => sortNotes(notes, agreed),
    speech_show: ({ file, pace, skipped }) => {
      const open = find(file);
      return speechOf(open.statement(), open.call, pace, skipped);
    },
    delivered_export: async ({ file, out }) => ({
      file: out,
      bytes: 6_144,
      sha256: await sha256(find(file).canonical()),
      findings: [],
      pages: null,
      beside: [],
    }),
  };
}
