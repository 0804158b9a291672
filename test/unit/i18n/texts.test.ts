import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  countedStems,
  languages,
  stemOf,
  type Texts,
  textsElsewhere,
  textsOf,
  wantedTexts,
} from '../../tools/texts.ts';
import { FAMILIES, keysOf } from './families.ts';

/** The languages that the package promises. */
const PROMISED = ['en', 'de', 'fr', 'es', 'ja', 'zh_CN', 'ko'];

const ROOT = new URL('../../../', import.meta.url);
const ENGLISH = textsOf('en');
const STEMS = countedStems(ENGLISH);

/** All sources that may name a text, as one. */
const SOURCES = ['lib', 'entrypoints', 'wxt.config.ts'].map(read).join('\n');

function read(path: string): string {
  if (/\.(?:tsx?|html)$/.test(path)) return readFileSync(new URL(path, ROOT), 'utf8');
  if (/\.\w+$/.test(path)) return '';
  return readdirSync(new URL(path, ROOT))
    .map((name) => read(`${path}/${name}`))
    .join('\n');
}

/** Templates of keys in the sources, with `*` for what is put in: "topic_*_name". */
function templatesIn(sources: string): string[] {
  const templates = sources.matchAll(/\bt(?:n|ranslation)?\(\s*`([^`]*)`/g);
  return [...new Set(Array.from(templates, ([, text = '']) => text.replace(/\$\{[^}]*\}/g, '*')))];
}

/** Keys that the sources name in a call: `t('…')`, `tn('…')`. */
function namedIn(sources: string): string[] {
  return Array.from(sources.matchAll(/\btn?\(\s*'([\w@]+)'/g), ([, key = '']) => key);
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\$[1-9]/g) ?? [])].sort();
}

function stressed(text: string): number {
  return text.match(/<b>[^<]+<\/b>/g)?.length ?? 0;
}

/** Does a text say as much as the English one? */
function isLike(key: string, message: string, english: string): boolean {
  const [own, wanted] = [placeholders(message), placeholders(english)];
  // "One file" may go without its number.
  const free = /_(?:zero|one|two)$/.test(key) ? ['$1'] : [];
  return (
    message.trim() !== '' &&
    own.every((each) => wanted.includes(each)) &&
    wanted.every((each) => own.includes(each) || free.includes(each)) &&
    stressed(message) === stressed(english)
  );
}

describe('the keys of the sources', () => {
  const family = new Set(Object.entries(FAMILIES).flatMap(([template, words]) => keysOf(template, words)));
  const known = new Set(Object.keys(ENGLISH).map((key) => stemOf(key, STEMS)));

  test('are all there', () => {
    const missing = [...namedIn(SOURCES), ...family].filter((key) => !known.has(key));
    expect(missing).toEqual([]);
  });

  test('that are put together belong to a declared family', () => {
    expect(templatesIn(SOURCES).filter((template) => !(template in FAMILIES))).toEqual([]);
    expect(Object.keys(FAMILIES).filter((template) => !templatesIn(SOURCES).includes(template))).toEqual([]);
  });

  test('are used, every one', () => {
    const quoted = (key: string) =>
      SOURCES.includes(`'${key}'`) || SOURCES.includes(`"${key}"`) || SOURCES.includes(`__MSG_${key}__`);
    expect([...known].filter((key) => !family.has(key) && !quoted(key))).toEqual([]);
  });

  test('that have a form for many have one for one', () => {
    const lonely = Object.keys(ENGLISH).filter(
      (key) => /_(?:one|other)$/.test(key) && !STEMS.includes(stemOf(key, STEMS)),
    );
    expect(lonely).toEqual([]);
  });
});

test('the languages that are promised are there', () => {
  expect(languages()).toEqual(expect.arrayContaining(PROMISED));
});

describe.each(languages())('the texts in %s', (language) => {
  const own: Texts = textsOf(language);
  const tag = own.language_tag?.message ?? '';
  const wanted: Texts = language === 'en' ? ENGLISH : wantedTexts(tag);

  test('name the language they are in', () => {
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(new Intl.Locale(tag).language).toBe(language.split('_')[0]);
  });

  test('are complete, and nothing is left over', () => {
    expect(Object.keys(own).sort()).toEqual(Object.keys(wanted).sort());
  });

  test('say something, with the placeholders and the stress of the English', () => {
    const wrong = Object.entries(own).filter(
      ([key, { message }]) => !isLike(key, message, wanted[key]?.message ?? ''),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test('are text: no mark-up but the stress', () => {
    const marked = Object.entries(own).filter(([, { message }]) => /<(?!\/?b>)|&\w+;/.test(message));
    expect(marked.map(([key]) => key)).toEqual([]);
  });
});

test('a text whose English stands elsewhere is not in the English file', () => {
  const elsewhere = textsElsewhere();
  expect(Object.keys(elsewhere).length).toBeGreaterThan(100);
  expect(Object.keys(ENGLISH).filter((key) => key in elsewhere)).toEqual([]);
});
