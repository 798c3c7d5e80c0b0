import { describe, expect, it } from 'vitest';
import { isFailure } from './backend';
import { memoryBackend, samplePath } from './memory';

async function failing(run: Promise<unknown>): Promise<string> {
  try {
    await run;
    return 'no failure';
  } catch (thrown) {
    return isFailure(thrown) ? thrown.code : 'not a failure of the desk';
  }
}

describe('the twin', () => {
  it('undoes and redoes what lies outside the body', async () => {
    const twin = memoryBackend();
    const { statement, file } = await twin.sample_open({});
    const id = statement.responses[0]?.id ?? '';
    const without = await twin.response_remove({ file, id });
    expect(without.statement.responses).toHaveLength(3);
    expect((await twin.undo({ file })).statement.responses).toHaveLength(4);
    const again = await twin.redo({ file });
    expect(again.statement.responses).toHaveLength(3);
    expect(again.can_redo).toBe(false);
  });

  it('keeps responses in the order of the draft', async () => {
    const twin = memoryBackend();
    const { statement, file, drafts } = await twin.sample_open({});
    const view = await twin.draft_show({ file, draft: drafts[0]?.id ?? '' });
    const first = view.draft.blocks.find((b) => b.label === '1.');
    const like = statement.responses[0];
    if (!first || !like) throw new Error('the sample is empty');
    const saved = await twin.response_save({
      file,
      response: {
        ...like,
        id: '',
        targets: [{ draft: view.id, block: first.id, label: '1.', text: first.text }],
      },
    });
    expect(saved.statement.responses.map((r) => r.targets[0]?.label)).toEqual([
      '1.',
      '6.',
      '7.',
      '18.',
      '19.',
    ]);
  });

  it('drops a consent when the text changes, and takes it again for the same words', async () => {
    const twin = memoryBackend();
    const { file } = await twin.sample_open({});
    await twin.version_create({ file, name: 'v1' });
    const signed = await twin.endorse({ file, signatory: 's1', version: 'v1', contact: '' });
    expect(signed.signatories[0]?.state).toBe('holds');
    const changed = await twin.header_set({ file, field: 'title', value: 'Other' });
    expect(changed.signatories[0]?.state).toBe('text_changed');
    expect((await twin.undo({ file })).signatories[0]?.state).toBe('holds');
  });

  it('fails with the codes of the desk', async () => {
    const twin = memoryBackend({ sample: true });
    const add = (draft: string, password = '') =>
      failing(twin.draft_add({ file: samplePath, draft, password, job: 'j' }));
    expect(await add('/drafts/scanned.pdf')).toBe('draft_scanned');
    expect(await add('/drafts/locked.pdf')).toBe('draft_locked');
    expect(await add('/drafts/locked.pdf', 'open')).toBe('no failure');
    expect(await failing(twin.statement_open({ file: '/nowhere.rostrum' }))).toBe('file_missing');
    expect(await failing(twin.link_check({ url: 'file:///etc/passwd' }))).toBe('link_refused');
  });

  it('never hands over what the checks forbid, and never twice', async () => {
    const twin = memoryBackend();
    const { file } = await twin.sample_open({});
    await twin.version_create({ file, name: 'v1' });
    const request = { file, version: 'v1', channel: 'folder', job: 'j' };
    const first = await twin.submit(request);
    expect(await twin.submit(request)).toEqual(first);
    await twin.section_write({ file, section: 'summary', text: '' });
    await twin.version_create({ file, name: 'v2' });
    expect(await failing(twin.submit({ ...request, version: 'v2' }))).toBe('findings_in_the_way');
  });

  it('answers with values that survive the crossing', async () => {
    const twin = memoryBackend();
    const opened = await twin.sample_open({});
    expect(JSON.parse(JSON.stringify(opened))).toEqual(opened);
  });
});
