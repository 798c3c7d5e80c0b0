/** The ways to hand over on this machine, as they are chosen and made. */
import type { Call, Channel } from '../../backend/backend';

/** Returns an id for a new channel: its name in small plain letters, and a number when taken. */
export function channelId(name: string, channels: readonly Channel[]): string {
  const plain =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 32) || 'channel';
  const taken = new Set(channels.map((c) => c.id));
  let id = plain;
  for (let n = 2; taken.has(id); n += 1) id = `${plain}-${String(n)}`;
  return id;
}

/** Tells whether a call is answered in the fields of a form: then their texts come first. */
export function answeredByForm(call: Call | undefined): boolean {
  if (!call) return false;
  const taken = call.format.files?.value ?? [];
  const way = call.channels.some(({ kind }) => kind === 'form');
  return taken.includes('form') || (way && taken.length === 0);
}
