import { describe, expect, test } from 'vitest';
import { keptXmp } from '../../../../lib/strip/credit/xmp.ts';
import { decoded } from '../../../corpus/oracles.ts';
import { join } from '../../../fixtures/bytes.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import { CREDIT } from '../../../fixtures/credit.ts';
import { hasPerl, privateTags } from '../exiftool.ts';
import { stripped } from '../oracles.ts';
import { FILES } from './files.ts';

const KEEP = { keepCopyright: true };

/** Canaries of an HDR photo that stand in credit lines. */
const KEPT_CANARY = /MWCANARY in (?:Artist|Copyright)\0/g;

describe.each(FILES)('credit lines of %s', (_, make, stays) => {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
  const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  const has = (bytes: Uint8Array, line: string) => text(bytes).includes(line) || latin(bytes).includes(line);

  test('go when nobody asks for them, and are told', async () => {
    const { bytes, findings } = await stripped(await make());
    expect(stays.filter((line) => has(bytes, line))).toEqual([]);
    expect(findings.filter(({ kind }) => kind === 'person')).not.toEqual([]);
  });

  test('stay for those who ask, and nothing else does', async () => {
    const original = await make();
    const { bytes, status, format } = await stripped(original, KEEP);
    expect(status).toBe('stripped');
    expect(stays.filter((line) => !has(bytes, line))).toEqual([]);
    expect(leaks(Buffer.from(latin(bytes).replaceAll(KEPT_CANARY, ''), 'latin1'))).toEqual([]);
    expect(await decoded(format, bytes)).toEqual(await decoded(format, original));
  });

  test('that stay are no findings', async () => {
    const { findings } = await stripped(await make(), KEEP);
    expect(findings).not.toEqual([]);
    const lines = findings.flatMap(({ value = '' }) => stays.filter((line) => value === line));
    expect(lines).toEqual([]);
  });

  test('a second time there is nothing to do', async () => {
    const once = await stripped(await make(), KEEP);
    const twice = await stripped(once.bytes, KEEP);
    expect(twice).toMatchObject({ status: 'clean', findings: [] });
    expect(twice.bytes).toEqual(once.bytes);
    const { bytes } = await stripped(once.bytes);
    expect(stays.filter((line) => has(bytes, line))).toEqual([]);
  });
});

test.runIf(hasPerl)('ExifTool reads the lines that stay', async () => {
  const clean: Record<string, Uint8Array> = {};
  for (const [name, make] of FILES) clean[name] = (await stripped(await make(), KEEP)).bytes;
  // ExifTool knows no GLB.
  delete clean.GLB;
  const read = Object.entries(privateTags(clean)).map(([name, tags]) => [name, tags.join('\n')] as const);
  expect(read.length).toBe(FILES.length - 1);
  expect(read.filter(([, tags]) => !tags.includes(CREDIT.rights))).toEqual([]);
  const inXmp = read.filter(([, tags]) => tags.includes('XMP-dc:Creator = Zoë Dünn,Ann & Bo <Studio>'));
  const withXmp = FILES.filter(([, , stays]) => stays.includes(CREDIT.terms)).map(([name]) => name);
  expect(inXmp.map(([name]) => name).toSorted()).toEqual(withXmp.toSorted());
  expect(read.filter(([, tags]) => tags.includes('IPTC:By-line = Zoë Dünn'))).toHaveLength(2);
});

const BROKEN: [name: string, packet: string][] = [
  ['is not closed', `<a xmpRights:WebStatement="https://b.example><b>${canary('it')}</b>"/>`],
  ['holds the name of another', '<dc:rights>A xmpRights:WebStatement="https://b.example</dc:rights>'],
  ['has no end', `<dc:rights>${canary('it')}`],
  ['is longer than any', `<dc:rights>${'A'.repeat(2_001)}</dc:rights>`],
  ['has a character that XML cannot have', '<dc:rights>A\x01B</dc:rights>'],
  ['refers to something', '<dc:rights>&secret;</dc:rights>'],
];

test.each(BROKEN)('a line that %s goes', (_, packet) => {
  expect(keptXmp(join(packet))).toBeNull();
});

test('a packet with no credit lines goes whole', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><metadata>${canary('a note')}</metadata></svg>`;
  const { bytes } = await stripped(join(svg), KEEP);
  expect(Buffer.from(bytes).toString()).toBe('<svg xmlns="http://www.w3.org/2000/svg"></svg>');
});
