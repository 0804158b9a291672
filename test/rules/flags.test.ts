import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findFlags } from '../../lib/policy/flags/find.ts';
import { policyFromMarkdown } from '../../lib/policy/text/index.ts';
import classes from '../../rules/classes.json' with { type: 'json' };
import schema from '../../rules/flag.schema.json' with { type: 'json' };
import { FLAG_RULES } from '../../rules/flags/index.ts';
import { CODEBOOK } from './codebook.ts';
import { formatJson } from './format.ts';
import { violations } from './schema.ts';

const FOLDER = new URL('../../rules/flags/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

function flagsIn(sentence: string): string[] {
  return findFlags(policyFromMarkdown(sentence), 'terms').map((hit) => hit.flag);
}

describe('the folder of rules', () => {
  test('holds one file for every flag of the codebook and no other', () => {
    expect(files.map((name) => name.replace('.json', '')).sort()).toEqual(Object.keys(CODEBOOK).sort());
  });

  test('is imported whole', () => {
    expect(FLAG_RULES.map((rule) => rule.flag).sort()).toEqual(Object.keys(CODEBOOK).sort());
  });

  test.each(files)('%s fits the schema, is named after its flag and is formatted', (name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const rule: unknown = JSON.parse(text);
    expect(violations(rule, schema)).toEqual([]);
    expect(rule).toMatchObject({ flag: name.replace('.json', '') });
    expect(formatJson(rule)).toBe(text);
  });
});

/** A word that rules look for, and one that begins like it and has nothing to do with it. */
const ALIKE = [
  ['opt', 'optimize'],
  ['elect', 'electronic'],
  ['rest', 'restrict'],
  ['log', 'logo'],
  ['sign', 'significant'],
  ['enter', 'enterprise'],
  ['mark', 'market'],
  ['post', 'postal'],
  ['pass', 'password'],
  ['import', 'important'],
  ['fee', 'feedback'],
  ['bar', 'bargain'],
  ['let', 'letter'],
  ['person', 'personalize'],
  ['port', 'portfolio'],
  ['term', 'terminal'],
  ['act', 'actual'],
  ['pay', 'payload'],
] as const;

test('no stem is so short that it takes in words of another meaning', () => {
  const stems = [...FLAG_RULES.map((rule) => JSON.stringify(rule)), JSON.stringify(classes)].flatMap((rule) =>
    [...rule.matchAll(/(?<![A-Za-z])([a-z]+)\*/g)].map(([, stem = '']) => stem),
  );
  expect(stems.length).toBeGreaterThan(500);
  const isWide = (stem: string) => ALIKE.some((words) => words.every((word) => word.startsWith(stem)));
  expect([...new Set(stems)].filter(isWide)).toEqual([]);
});

test('the schema check sees what is wrong', () => {
  const [rule] = FLAG_RULES;
  expect(violations({ ...rule, colour: 'blue' }, schema)).toHaveLength(1);
  expect(violations({ ...rule, colours: 'red' }, schema)).toHaveLength(1);
  expect(violations({ ...rule, near: [{ text: 'Long enough.' }] }, schema)).toHaveLength(2);
  expect(violations({ ...rule, weight: 6 }, schema)).toHaveLength(1);
  expect(violations({ ...rule, phrases: ['a b', 'a b'] }, schema)).toHaveLength(1);
  expect(violations({}, schema)).toHaveLength(schema.required.length);
  expect(violations('x', { oneOf: [] })).toHaveLength(1);
});

describe.each(FLAG_RULES)('$flag', (rule) => {
  test('has the colour, weight and topic of the codebook', () => {
    expect([rule.topic, rule.colour, rule.weight]).toEqual(CODEBOOK[rule.flag]);
  });

  test('names only flags that exist', () => {
    const named = [
      ...(rule.yieldsTo ?? []),
      ...(rule.contradicts ?? []),
      ...(rule.onSomePlans ? [rule.onSomePlans] : []),
      ...(rule.onTakenBack ? [rule.onTakenBack] : []),
    ];
    expect(named.filter((flag) => !Object.hasOwn(CODEBOOK, flag))).toEqual([]);
  });

  test.each(rule.matches)('is in: %s', (sentence) => {
    expect(flagsIn(sentence)).toContain(rule.flag);
  });

  test.each(rule.near)('is not in: $text ($because)', ({ text }) => {
    expect(flagsIn(text)).not.toContain(rule.flag);
  });
});

test('every class is used by a rule, by another class or by the engine', () => {
  const engine = [
    'PROVIDER',
    'USER',
    'USER-ACTS',
    'DUTY',
    'THIRD-PARTY-ACTS',
    'RIGHT-TO',
    'EXCEPTION',
    'LAWFUL-EXCEPTION',
    'CONSENT',
  ];
  const written = JSON.stringify([
    FLAG_RULES.map(({ phrases, unless, about, twoOf }) => [phrases, unless, about, twoOf]),
    classes,
  ]);
  const used = new Set([
    ...engine,
    'PLAN',
    'ALL-PLANS',
    ...(written.match(/\b[A-Z]+(?:-[A-Z]+)*\b(?!":)/g) ?? []),
  ]);
  expect(Object.keys(classes).filter((name) => !used.has(name))).toEqual([]);
});
