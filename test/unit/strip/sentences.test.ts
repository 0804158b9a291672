import { expect, test } from 'vitest';
import { SENTENCES } from '../../../lib/strip/sentence-list.ts';
import { type SentenceId, say, understand } from '../../../lib/strip/sentences.ts';
import { size } from '../../../lib/strip/words.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

const ENGLISH: Record<string, { message: string }> = messages;
const IDS = Object.keys(SENTENCES) as SentenceId[];
/** What stands in the more general ones: a text of the list, a size, the name of a file. */
const VALUES: Partial<Record<SentenceId, string[]>> = {
  within: ['old/skin.jpg', say('truncated')],
  sized: [say('workflow_comfy'), size(14_000)],
  quoted: [say('prompt_sd'), 'a cat, sitting: on a mat'],
  gps_present: [say('a_dng')],
};

test('every text has its English among the messages, and no message is left over', () => {
  const told = Object.entries(ENGLISH).filter(([key]) => key.startsWith('strip_'));
  expect(Object.fromEntries(told.map(([key, { message }]) => [key.slice(6), message]))).toEqual(SENTENCES);
});

test.each(IDS)('%s is understood again', (id) => {
  const values = VALUES[id] ?? ['40000', '3.5', '3'].slice(0, (SENTENCES[id].match(/\$/g) ?? []).length);
  const understood = understand(say(id, ...values));
  expect(say(understood?.id ?? 'data', ...(understood?.values ?? []))).toBe(say(id, ...values));
  expect(understood).toEqual({ id, values });
});

test.each(['Jane Doe', 'Canon: EOS', 'home, sweet home', 'skin.jpg: a texture', '', 'x'.repeat(5_000)])(
  'the words of a file are nobody’s to translate: %j',
  (text) => expect(understand(text)).toBeUndefined(),
);
