/** What the twin answers about who signs and where a statement goes. */
import type { Channel } from '../backend';
import { sha256 } from './bytes';
import { refuse } from './failures';
import { plan, submit } from './handover';
import { previewOf, previewPage, previewTouch } from './preview';
import type { Answers, Room } from './room';

type Answered =
  | 'version_create'
  | 'signatory_save'
  | 'signatory_remove'
  | 'endorse'
  | 'channels'
  | 'channel_save'
  | 'channel_remove'
  | 'hand_over_plan'
  | 'submit'
  | 'receipt_mark'
  | 'preview'
  | 'preview_page'
  | 'preview_touch';

/** Returns the commands about versions, consents and handing over. */
export function handingAnswers({ changed, find, nextId }: Room): Answers<Answered> {
  let channels: Channel[] = [
    {
      id: 'folder',
      kind: 'folder',
      name: 'Hand-over folder',
      address: '/hand-over',
      has_secret: false,
    },
  ];
  /** An address with `no-keyring` in it stands for a machine without one. */
  const known = (secret_for_session = false) => ({
    channels: structuredClone(channels),
    secret_for_session,
  });
  const findChannel = (id: string): Channel => {
    const channel = channels.find((c) => c.id === id);
    if (!channel) refuse('not_found', `find the channel ${id}`, 'not known', { name: id });
    return channel;
  };
  return {
    version_create: async ({ file, name }) => {
      const open = find(file);
      if (open.versions.some((v) => v.name === name))
        refuse('name_taken', `freeze ${name}`, 'taken', { name });
      const text = open.canonical();
      open.versions.push({
        name,
        sha256: await sha256(text),
        created: new Date().toISOString(),
        words: open.workspace().count.counted,
        text,
      });
      open.touch();
      return open.workspace();
    },
    signatory_save: ({ file, signatory, contact }) =>
      changed(file, (open) => {
        const id = signatory.id || nextId('s');
        open.contacts.set(id, contact);
        open.change((o) => {
          const at = o.signatories.findIndex((s) => s.id === id);
          if (at >= 0) o.signatories[at] = { ...signatory, id };
          else o.signatories.push({ ...signatory, id });
        });
      }),
    signatory_remove: ({ file, id }) =>
      changed(file, (open) => {
        open.change((o) => {
          o.signatories = o.signatories.filter((s) => s.id !== id);
        });
      }),
    endorse: ({ file, signatory, version, contact }) =>
      changed(file, (open) => {
        const frozen = open.versions.find((v) => v.name === version);
        if (!frozen)
          refuse('not_found', `record a consent to ${version}`, 'no such version', {
            name: version,
          });
        if (contact) open.contacts.set(signatory, contact);
        open.endorsements.push({
          signatory,
          version,
          sha256: frozen.sha256,
          at: new Date().toISOString(),
        });
        open.touch();
      }),
    channels: () => known(),
    channel_save: ({ channel, secret }) => {
      const id = channel.id || nextId('channel');
      const had = channels.find((c) => c.id === id)?.has_secret ?? false;
      channels = [
        ...channels.filter((c) => c.id !== id),
        { ...channel, id, has_secret: had || secret !== '' },
      ];
      return known(secret !== '' && channel.address.includes('no-keyring'));
    },
    channel_remove: ({ id }) => {
      channels = channels.filter((c) => c.id !== id);
      return known();
    },
    hand_over_plan: ({ file, version, channel }) => plan(find(file), version, findChannel(channel)),
    submit: ({ file, version, channel }) => submit(find(file), version, findChannel(channel)),
    receipt_mark: ({ file, id, state, note }) =>
      changed(file, (open) => {
        open.receipts = open.receipts.map((r) =>
          r.id === id ? { ...r, state, answer: note || r.answer, at: new Date().toISOString() } : r,
        );
        open.touch();
      }),
    preview: ({ file, ...laid }) => previewOf(find(file), laid),
    preview_page: ({ file, page }) => previewPage(find(file), page),
    preview_touch: ({ file, page, y }) => previewTouch(find(file), page, y),
  };
}
