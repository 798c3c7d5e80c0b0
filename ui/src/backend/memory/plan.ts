/** The twin's deadlines and plans. */
import type {
  Call,
  Deadline,
  Plan,
  PlanEntry,
  PlanStep,
  PlanView,
  StepState,
  ToldDeadline,
} from '../generated/wire';
import { refuse } from './failures';

const steps: [string, number][] = [
  ['draft', 15],
  ['comments', 8],
  ['freeze', 7],
  ['sign_on', 3],
  ['render', 2],
  ['send', 1],
];
const day = 24 * 60 * 60 * 1000;

/** Returns a day in a zone as `2026-12-04`. */
function dayIn(instant: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant));
}

function works(date: string, set: Map<string, string>): boolean {
  const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  const name = names[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  const free = set.get('weekend') ?? 'sat,sun';
  return !free.includes(name) && !(set.get('holidays') ?? '').includes(date);
}

function moved(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

function before(date: string, count: number, set: Map<string, string>): string {
  let at = date;
  for (let left = count; left > 0;) {
    at = moved(at, -1);
    if (works(at, set)) left -= 1;
  }
  return at;
}

/** Returns a deadline told for a person. */
export function told(call: Call, deadline: Deadline, own: string, now: number): ToldDeadline {
  const at = Date.parse(deadline.instant);
  const words = (zone: string, place: string) =>
    `${new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone: zone,
    }).format(at)} ${place}`;
  const left = Math.floor((at - now) / 1000);
  return {
    call: call.id,
    call_name: call.name,
    what: deadline.what,
    instant: deadline.instant,
    zone: deadline.zone,
    wording: deadline.wording,
    assumed: deadline.assumed ?? null,
    status: deadline.status ?? null,
    joint: deadline.joint ?? null,
    there: words(deadline.zone, `(${deadline.zone})`),
    here: words(own || 'UTC', `(${own || 'UTC'})`),
    utc: words('UTC', 'UTC'),
    seconds_left: left,
    state: left < 0 ? 'passed' : left <= 172_800 ? 'days' : left <= 604_800 ? 'week' : 'ahead',
    earlier: (deadline.history ?? []).map((e) => ({
      instant: e.instant,
      wording: e.wording,
      there: e.instant,
      told: e.told ?? '',
    })),
  };
}

/** Returns deadlines and plan of a statement. */
export function planView(
  call: Call,
  set: Map<string, string>,
  zone: string,
  now: number,
): PlanView {
  const deadlines = call.deadlines.map((d) => told(call, d, zone, now));
  const deadline = call.deadlines.find((d) => d.what === set.get('towards')) ?? call.deadlines[0];
  if (!deadline) return { deadlines, plan: null, tight: false };
  const closes = dayIn(Date.parse(deadline.instant), deadline.zone);
  const today = dayIn(now, deadline.zone);
  const own = [...set.keys()].filter((k) => /^own-\d+$/u.test(k) && set.get(k));
  const all: [string, number | null][] = [...steps, ...own.map((id): [string, null] => [id, null])];
  const made = all.map(([id, proposed]): PlanStep => {
    const value = set.get(id) ?? '';
    const name = set.get(`${id}.name`) ?? '';
    const changed = value !== '' && value !== String(proposed);
    if (value === 'off') return { id, name, days_before: null, day: '', state: 'off', changed };
    const dated = /^\d{4}-\d{2}-\d{2}$/u.test(value);
    const days = dated ? null : value === '' ? (proposed ?? 1) : Number(value);
    const at = dated ? value : before(closes, days ?? 1, set);
    const state: StepState =
      set.get(`${id}.done`) === '1'
        ? 'done'
        : at < today
          ? 'late'
          : at === today
            ? 'today'
            : 'ahead';
    return { id, name, days_before: days, day: at, state, changed };
  });
  made.sort(
    (a, b) => Number(a.state === 'off') - Number(b.state === 'off') || a.day.localeCompare(b.day),
  );
  let left = 0;
  for (let at = today; at < closes && left < 500; at = moved(at, 1)) left += works(at, set) ? 1 : 0;
  const plan: Plan = {
    what: deadline.what,
    instant: deadline.instant,
    zone: deadline.zone,
    day: closes,
    today,
    days_left: left,
    days_wanted: Math.max(...made.map((s) => s.days_before ?? 0)),
    steps: made,
    weekend: set.get('weekend') ?? 'sat,sun',
    holidays: set.get('holidays') ?? '',
  };
  return { deadlines, plan, tight: made.some((s) => s.state === 'late') };
}

/** Sets things of a plan. */
export function setPlan(set: Map<string, string>, entries: PlanEntry[]): void {
  for (const { name, value } of entries) {
    const step = /^(?:[a-z_]+|own-\d+)$/u.test(name);
    const special = ['weekend', 'holidays', 'towards'].includes(name);
    if (step && !special && !/^(?:\d{1,3}|\d{4}-\d{2}-\d{2}|off|)$/u.test(value))
      refuse('value_refused', 'set the plan', 'days, a day or off', { field: 'plan', name });
    if (value === '') set.delete(name);
    else set.set(name, value);
  }
}

/** Returns what to set so that a plan fits into the days left. */
export function fit(plan: Plan): PlanEntry[] {
  const open = plan.steps.filter((s) => s.days_before !== null && s.state !== 'done');
  const most = Math.max(0, ...open.map((s) => s.days_before ?? 0));
  if (most <= plan.days_left) return [];
  return open.map((s) => ({
    name: s.id,
    value: String(Math.max(1, Math.floor(((s.days_before ?? 0) * plan.days_left) / most))),
  }));
}
