import { afterEach, expect, test } from 'vitest';
import { languageTag, t, takeMessages, tn } from '../../../lib/i18n.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

const ENGLISH: Record<string, { message: string }> = messages;

function speak(texts: Record<string, string>): void {
  takeMessages((key, substitutions) =>
    (texts[key] ?? '').replace(/\$([1-9])/g, (_, n) => substitutions[Number(n) - 1] ?? ''),
  );
}

afterEach(() =>
  speak(Object.fromEntries(Object.entries(ENGLISH).map(([key, { message }]) => [key, message]))),
);

test('a text, and the tag of its language', () => {
  expect(t('name')).toBe('Meshwarden');
  expect(languageTag()).toBe('en-GB');
});

test('a count takes the form that the language has for it', () => {
  expect(tn('files_cleaned', 1)).toBe('1 file cleaned');
  expect(tn('files_cleaned', 1200)).toBe('1,200 files cleaned');
});

test('a language without plurals needs one form only', () => {
  speak({ language_tag: 'ja', files_cleaned_other: '$1個' });
  expect(tn('files_cleaned', 1)).toBe('1個');
});

test('numbers follow the texts’ language', () => {
  speak({ language_tag: 'de', files_cleaned_other: '$1 Dateien' });
  expect(tn('files_cleaned', 1200)).toBe('1.200 Dateien');
});

test('a missing text shows by its key', () => {
  speak({ language_tag: 'en' });
  expect(t('name')).toBe('name');
  expect(tn('files_cleaned', 2)).toBe('files_cleaned');
});
