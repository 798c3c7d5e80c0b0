import { describe, expect, it } from 'vitest';
import { memoryBackend } from '../memory';

async function written(text: string) {
  const backend = memoryBackend();
  const { file } = await backend.sample_open({});
  await backend.section_write({ file, section: 'summary', text });
  const slips = async () =>
    (await backend.check({ file })).findings.filter((f) => f.name === 'spelling');
  return { backend, file, slips };
}

describe('spelling in the twin', () => {
  it('finds a slip, says what was meant and keeps own words', async () => {
    const { backend, file, slips } = await written('States shuold act.');
    expect((await slips()).map((f) => f.params['other'])).toEqual(['should']);
    const { options } = await backend.spelling_options({ file, word: 'shuold', language: '' });
    expect(options[0]).toBe('should');
    const word = { file, word: 'Shuold', everywhere: false };
    await backend.own_word({ ...word, keep: true });
    expect(await slips()).toEqual([]);
    expect((await backend.spelling_state({ file })).words).toEqual(['shuold']);
    await backend.own_word({ ...word, keep: false });
    expect(await slips()).toHaveLength(1);
  });

  it('takes one word only', async () => {
    const { backend, file } = await written('Text.');
    const word = { file, word: 'two words', everywhere: true, keep: true };
    await expect(backend.own_word(word)).rejects.toMatchObject({ code: 'value_refused' });
  });
});
