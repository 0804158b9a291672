import { afterEach, expect, test } from 'vitest';
import { takeMessages } from '../../../lib/i18n.ts';
import { say } from '../../../lib/strip/sentences.ts';
import { size } from '../../../lib/strip/words.ts';
import { removedInWords, stripText } from '../../../lib/words/strip.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

const ENGLISH: Record<string, { message: string }> = messages;

function speak(texts: Record<string, string>): void {
  takeMessages((key, substitutions) =>
    (texts[key] ?? ENGLISH[key]?.message ?? '').replace(/\$([1-9])/g, (_, n) => substitutions[n - 1] ?? ''),
  );
}

afterEach(() => speak({}));

test('a text within a text within a text is said in the person’s language', () => {
  speak({
    strip_within: '$2 ($1)',
    strip_looks_like: 'Das sieht wie $1 aus.',
    strip_gps_present: '$1 mit GPS',
    strip_a_dng: 'ein DNG-Rohfoto',
  });
  const text = say('within', 'trip.dng', say('looks_like', say('gps_present', say('a_dng'))));
  expect(text).toBe('trip.dng: This looks like a DNG raw photo (GPS present), which cannot be cleaned yet.');
  expect(stripText(text)).toBe('Das sieht wie ein DNG-Rohfoto mit GPS aus. (trip.dng)');
});

test('sizes and names are said, the words of the file stay', () => {
  speak({ strip_workflow_comfy: 'ComfyUI-Ablauf', strip_kilobytes: '$1 KB', strip_kind_person: 'ein Name' });
  expect(stripText(say('sized', say('workflow_comfy'), size(14_000)))).toBe('ComfyUI-Ablauf, 14 KB');
  expect(removedInWords([{ kind: 'person', where: 'EXIF Artist', value: 'Jane' }])).toEqual(['ein Name']);
  expect(stripText('Jane Doe')).toBe('Jane Doe');
});
