/** Steps of a plan and dates in the words of the window. */
import type { PlanStep, ToldDeadline } from '../../backend/backend';
import { dayAndTime, ownZone, zonePlace } from '../../text/time';
import { m } from '../../text/words';

/** Returns the name of a step. */
export function stepName(step: PlanStep): string {
  const known: Record<string, () => string> = {
    draft: m.step_draft,
    comments: m.step_comments,
    freeze: m.step_freeze,
    sign_on: m.step_sign_on,
    render: m.step_render,
    send: m.step_send,
  };
  return known[step.id]?.() ?? (step.name || step.id);
}

/** Returns for whom a date holds; empty when for everyone. */
export function holdsFor(deadline: ToldDeadline): string {
  if (deadline.joint === true) return m.plan_holds_joint();
  if (deadline.joint === false) return m.plan_holds_single();
  if (!deadline.status) return '';
  const statuses = {
    general: m.status_ecosoc_general,
    special: m.status_ecosoc_special,
    roster: m.status_ecosoc_roster,
    none: m.status_ecosoc_none,
  };
  return m.plan_holds_status({ status: statuses[deadline.status]() });
}

/** Returns the three clocks of an instant: theirs, one's own, UTC; clocks that agree once. */
export function clocks(
  instant: string,
  zone: string,
  own = ownZone(),
): { name: string; time: string }[] {
  const there = { name: zonePlace(zone), time: dayAndTime(instant, zone) };
  const here = { name: m.plan_here(), time: dayAndTime(instant, own) };
  const utc = { name: m.plan_utc(), time: dayAndTime(instant, 'UTC') };
  const all = [there];
  if (here.time !== there.time) all.push(here);
  if (utc.time !== there.time && utc.time !== here.time) all.push(utc);
  return all;
}

/** Returns a day such as `2026-11-25` as `Wed 25 Nov`. */
export function shortDay(day: string): string {
  return dayAndTime(`${day}T12:00:00Z`, 'UTC').split(',')[0] ?? day;
}
