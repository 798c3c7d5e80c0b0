/** Finding a command by a few letters of it. */
import type { Command } from '../../state/commands.svelte';

/** Tells how well letters fit a name: 0 not at all, more is better. */
export function fit(name: string, letters: string): number {
  const words = letters.toLowerCase().split(/\s+/u).filter(Boolean);
  const lower = name.toLowerCase();
  if (words.length === 0) return 1;
  let score = 1;
  for (const word of words) {
    const at = lower.indexOf(word);
    if (at < 0) return 0;
    const startsWord = at === 0 || /\P{L}/u.test(lower[at - 1] ?? ' ');
    score += (startsWord ? 2 : 0) + (at === 0 ? 1 : 0);
  }
  return score;
}

/** Returns the commands that fit, group by group, the best first within a group. */
export function findCommands(commands: Command[], letters: string): [string, Command[]][] {
  const groups = new Map<string, { command: Command; score: number }[]>();
  for (const command of commands) {
    const score = Math.max(
      fit(command.name, letters),
      fit(`${command.group} ${command.name}`, letters) - 1,
    );
    if (score <= 0) continue;
    groups.set(command.group, [...(groups.get(command.group) ?? []), { command, score }]);
  }
  return [...groups].map(([group, found]) => [
    group,
    found.sort((a, b) => b.score - a.score).map(({ command }) => command),
  ]);
}
