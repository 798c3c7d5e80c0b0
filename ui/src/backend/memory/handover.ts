/** Handing over in the twin: plans, receipts, and channels that misbehave by their address. */
import type { Channel, HandOverPlan, PlannedFile, Receipt, Version } from '../generated/wire';
import { sha256 } from './bytes';
import { refuse } from './failures';
import type { OpenStatement } from './statement';

async function documents(open: OpenStatement, version: Version): Promise<PlannedFile[]> {
  const file = (name: string, bytes: number) =>
    sha256(`${name} ${version.sha256}`).then((hash) => ({ name, bytes, sha256: hash }));
  const title = open
    .statement()
    .title.replace(/[^\p{L}\p{N}]+/gu, '_')
    .slice(0, 60);
  return Promise.all([
    file(`${title}.docx`, 18_432 + version.text.length),
    file('manifest.json', 812),
    file('SHA256SUMS', 172),
  ]);
}

function versionOf(open: OpenStatement, name: string): Version {
  const version = open.versions.find((v) => v.name === name);
  if (!version) refuse('not_found', `find the version ${name}`, 'no such version', { name });
  return version;
}

/** Returns what handing over would send. */
export async function plan(
  open: OpenStatement,
  name: string,
  channel: Channel,
): Promise<HandOverPlan> {
  const version = versionOf(open, name);
  const blocking = open.check().findings.filter((f) => f.severity === 'error');
  return {
    version: structuredClone(version),
    channel: structuredClone(channel),
    documents: await documents(open, version),
    cleaned: ['author', 'paths', 'revision_ids', 'comments'],
    findings: blocking,
    earlier: open.receipts.find((r) => r.version === name && r.channel === channel.id) ?? null,
  };
}

/** Hands a version over and returns the receipt. */
export async function submit(
  open: OpenStatement,
  name: string,
  channel: Channel,
): Promise<Receipt> {
  const { version, findings, documents: files, earlier } = await plan(open, name, channel);
  const attempt = `hand over ${name} to ${channel.name}`;
  if (findings.length > 0) {
    refuse('findings_in_the_way', attempt, 'findings', { count: String(findings.length) });
  }
  if (earlier && earlier.state !== 'refused' && earlier.state !== 'unknown') return earlier;
  if (channel.address.includes('unreachable')) {
    refuse('channel_unreachable', attempt, 'no route', { channel: channel.name });
  }
  const receipt: Receipt = {
    id: (await sha256(version.sha256 + channel.id)).slice(0, 16),
    channel: channel.id,
    version: name,
    state: 'handed_over',
    sha256: version.sha256,
    documents: files,
    at: new Date().toISOString(),
    answer: channel.kind === 'folder' ? `${channel.address}/${name}` : '201 Created',
  };
  if (channel.address.includes('refuses')) {
    receipt.state = 'refused';
    receipt.answer = '422: the form wants a DOCX of at most 2 MB';
  }
  if (channel.address.includes('silent')) {
    receipt.state = 'unknown';
    receipt.answer = '';
  }
  open.receipts = [...open.receipts.filter((r) => r.id !== receipt.id), receipt];
  open.touch();
  return structuredClone(receipt);
}
