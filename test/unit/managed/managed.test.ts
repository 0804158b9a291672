import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsInForce } from '../../../lib/managed/in-force.ts';
import { managedFrom, unmanaged } from '../../../lib/managed/shape.ts';
import { FILE_CHOICES } from '../../../lib/store/types.ts';
import { USUAL_SETTINGS } from '../../../lib/store/usual.ts';
import schema from '../../../public/managed-schema.json' with { type: 'json' };

const FIREFOX_ID = 'meshwarden@meshwarden.org';

async function example(file: string): Promise<Record<string, unknown>> {
  return JSON.parse(
    await readFile(new URL(`../../../.github/organisations/${file}`, import.meta.url), 'utf8'),
  );
}

const dig = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], value);

/** What a browser hands over of each example: the part under the extension's id. */
const EXAMPLES = [
  {
    file: 'chrome-policy.json',
    path: ['3rdparty', 'extensions', 'REPLACE-WITH-THE-ID-OF-THE-EXTENSION'],
  },
  { file: 'firefox-policies.json', path: ['policies', '3rdparty', 'Extensions', FIREFOX_ID] },
];

describe.each(EXAMPLES)('the example $file', ({ file, path }) => {
  test('is understood whole', async () => {
    const managed = managedFrom(dig(await example(file), ...path));
    expect(managed.unclear).toEqual([]);
    expect(managed).toMatchObject({
      cadence: 'month',
      files: { neutralName: true },
      sites: ['https://ai.studio.example', 'http://127.0.0.1'],
      notForClientWork: ['meshy', 'https://free.generator.example'],
    });
    expect(managed.rules.phrases['trains-on-content']).toHaveLength(1);
  });

  test('names only what the schema knows', async () => {
    const given = dig(await example(file), ...path) as object;
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(given)));
  });
});

test('the schema knows every choice of how files are cleaned', () => {
  expect(Object.keys(schema.properties.files.properties)).toEqual([...FILE_CHOICES]);
});

describe('a policy that is not understood', () => {
  test.each([
    ['cadence', 'weekly'],
    ['files', { keepCopyright: 'yes' }],
    ['files', ['keepCopyright']],
    ['files', { keepCopyrigt: true }],
    ['rules', { of: ['no-training'] }],
    ['sites', ['ai.studio.example']],
    ['sites', ['https://ai.studio.example/']],
    ['sites', ['https://ai.studio.example:8443']],
    ['sites', ['javascript:alert(1)']],
    ['notForClientWork', 'meshy'],
    ['rules', { weights: { 'no-training': 9 } }],
    ['rules', { phrases: ['CONTENT'] }],
    ['colour', 'green'],
    ['constructor', {}],
  ])('%s %j is left out and named, and the rest holds', (name, value) => {
    const managed = managedFrom({ notForClientWork: ['tripo'], cadence: 'month', [name]: value });
    expect(managed.unclear).toEqual([name]);
    const others = name === 'cadence' ? managed.notForClientWork : managed.cadence;
    expect(others).toEqual(name === 'cadence' ? ['tripo'] : 'month');
  });

  test('whatever it is, there is an answer', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const managed = managedFrom(value);
        expect(Object.keys(managed)).toEqual(expect.arrayContaining(Object.keys(unmanaged())));
      }),
    );
  });
});

describe('what holds', () => {
  test('without an organisation, what the person chose', () => {
    expect(settingsInForce(USUAL_SETTINGS, unmanaged())).toEqual(USUAL_SETTINGS);
  });

  test('the organisation’s word where it gave one', () => {
    const managed = managedFrom({ cadence: 'month', files: { neutralName: true } });
    const own = { ...USUAL_SETTINGS, muted: ['meshy'] };
    expect(settingsInForce(own, managed)).toEqual({
      ...own,
      cadence: 'month',
      files: { ...USUAL_SETTINGS.files, neutralName: true },
    });
  });

  test('what the organisation forbids, by id or origin, comes on top of what the person does not use', () => {
    const managed = managedFrom({ notForClientWork: ['meshy', 'https://free.example', 'tripo'] });
    const own = { ...USUAL_SETTINGS, notForClients: ['tripo'] };
    expect(settingsInForce(own, managed).notForClients).toEqual([
      'tripo',
      'meshy',
      'added:https://free.example',
    ]);
  });

  test('rules of both; a weight of the organisation stands above the person’s', () => {
    const rules = {
      off: ['no-sale'],
      weights: { 'no-training': 1, 'no-sale': 2 },
      phrases: [{ flag: 'no-sale', phrase: 'one' }],
    };
    const managed = managedFrom({
      rules: {
        off: ['breach-notice'],
        weights: { 'no-training': 5 },
        phrases: { 'no-training': ['two', 'three'] },
      },
    });
    expect(settingsInForce({ ...USUAL_SETTINGS, rules }, managed).rules).toEqual({
      off: ['breach-notice', 'no-sale'],
      weights: { 'no-training': 5, 'no-sale': 2 },
      phrases: [
        { flag: 'no-training', phrase: 'two' },
        { flag: 'no-training', phrase: 'three' },
        { flag: 'no-sale', phrase: 'one' },
      ],
    });
  });
});
