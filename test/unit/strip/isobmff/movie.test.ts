import { describe, expect, test } from 'vitest';
import { join, u16, u32 } from '../../../fixtures/bytes.ts';
import { CANARY, canary, leaks } from '../../../fixtures/canary.ts';
import { box, fullBox, zeros } from '../../../fixtures/isobmff/boxes.ts';
import {
  keyedValues,
  notesTrack,
  pictureEntry,
  pictureTrack,
  privateMovie,
  soundTrack,
  writeFragments,
  writeMovie,
} from '../../../fixtures/isobmff/movie.ts';
import { hasPerl } from '../exiftool.ts';
import { stripped } from '../oracles.ts';
import { privateBoxTags } from './exiftool.ts';

const tracks = [pictureTrack(), soundTrack(), notesTrack(3, 'meta', 'gpmd')];
const runs = [
  { track: 1, samples: ['PICTURE one', 'PICTURE two'] },
  { track: 2, samples: ['SOUND one'] },
  { track: 3, samples: [canary('a fragment')] },
];

const FIXTURES: [name: string, format: string, movie: Uint8Array][] = [
  ['a canary in every private place', 'mp4', privateMovie()],
  ['wide offsets and times', 'mp4', privateMovie({ isWide: true })],
  ['media data first, with a long header', 'mp4', privateMovie({ isMediaFirst: true, hasLongMedia: true })],
  ['QuickTime', 'mov', privateMovie({ head: box('ftyp', 'qt  ', '\x20\x05\x03\0', 'qt  \0\0\0\0') })],
  ['old QuickTime without a file type', 'mov', privateMovie({ head: box('wide') })],
  ['fragments', 'mp4', writeFragments(tracks, [runs, runs], canary('a gap'))],
  ['fragments with what streams have between them', 'mp4', streamed()],
  [
    'fragments with offsets of the whole file',
    'mp4',
    writeFragments(tracks, [runs.map((run) => ({ ...run, base: 'offset' as const }))], canary('a gap')),
  ],
];

describe.each(FIXTURES)('MP4 and MOV: %s', (_, format, movie) => {
  test('no private data is left, and every sample stays where it was', async () => {
    const clean = await stripped(movie);
    expect(clean).toMatchObject({ status: 'stripped', format, problems: [] });
    expect(leaks(clean.bytes)).toEqual([]);
    expect(samplesIn(clean.bytes)).toEqual(samplesIn(movie));
    expect(samplesIn(movie).length).toBeGreaterThan(2);
  });

  test('a second time there is nothing to do', async () => {
    const once = await stripped(movie);
    const twice = await stripped(once.bytes);
    expect(twice).toMatchObject({ status: 'clean', findings: [], removedBytes: 0 });
    expect(twice.bytes).toEqual(once.bytes);
  });

  test.runIf(hasPerl)('ExifTool finds nothing private', async () => {
    const { bytes } = await stripped(movie);
    expect(privateBoxTags({ clean: bytes })).toEqual({ clean: [] });
  });
});

/** Fragments count from themselves, so that anything may stand before them. */
function streamed(): Uint8Array {
  const whole = writeFragments(tracks, [runs, runs], canary('a gap'));
  const at = Buffer.from(whole).indexOf('moof') - 4;
  const index = fullBox('sidx', 0, 0, zeros(18), u16(1), zeros(12), canary('sidx'));
  const times = fullBox('tfra', 0, 0, u32(1), u32(0), u32(1), zeros(11), canary('tfra'));
  return join(
    whole.subarray(0, at),
    box('styp', 'msdh', u32(0), 'msdh', 'CAEP'),
    index,
    fullBox('prft', 0, 0, canary('prft')),
    fullBox('emsg', 0, 0, canary('emsg')),
    whole.subarray(at),
    box('mfra', times, fullBox('mfro', 0, 0, u32(100))),
  );
}

/** Where the samples of pictures and sound stand. */
function samplesIn(bytes: Uint8Array): [string, number][] {
  const text = Buffer.from(bytes).toString('latin1');
  return [...text.matchAll(/(?:PICTURE|SOUND) [a-z]+/g)].map((found) => [found[0], found.index]);
}

test('what was found is told in words', async () => {
  const { findings } = await stripped(privateMovie());
  const place = { kind: 'location', value: '51.5014, -0.1419' };
  expect(findings).toEqual(
    expect.arrayContaining([
      { ...place, where: 'QuickTime ©xyz' },
      { ...place, where: 'QuickTime com.apple.quicktime.location.ISO6709' },
      { kind: 'location', where: 'QuickTime loci', value: '51.5014, -0.1419' },
      { kind: 'location', where: 'QuickTime track gpmd', value: undefined },
      { kind: 'device', where: 'QuickTime ©mod', value: canary('model') },
      { kind: 'software', where: 'QuickTime CompressorName', value: canary('compressor') },
      { kind: 'software', where: 'QuickTime HandlerDescription', value: canary('the handler') },
      { kind: 'time', where: 'QuickTime movie CreateDate', value: '2026-03-04 05:06:07' },
      { kind: 'comment', where: 'QuickTime track tx3g', value: 'text' },
      { kind: 'provenance', where: 'C2PA uuid', value: 'provenance manifest (C2PA)' },
      expect.objectContaining({ kind: 'prompt', where: 'QuickTime workflow' }),
      expect.objectContaining({ kind: 'path', where: 'QuickTime url ' }),
      expect.objectContaining({ kind: 'trailing', where: 'after the end' }),
    ]),
  );
});

test('what Apple names in full is told by what it is, not by the "time" in the name', async () => {
  const values = { author: 'Zoe', software: 'Player 1', creationdate: '2026' };
  const keyed = Object.entries(values).map(([key, value]) => [`com.apple.quicktime.${key}`, value]);
  const movie = writeMovie({ tracks: [pictureTrack()], inMoov: [keyedValues(Object.fromEntries(keyed))] });
  const { findings } = await stripped(movie);
  const kinds = findings.flatMap(({ kind, where }) => (where.includes('apple') ? [kind] : []));
  expect(kinds).toEqual(['person', 'software', 'time']);
});

test('a movie without anything private comes back as it is', async () => {
  const once = await stripped(writeMovie({ tracks: [pictureTrack(), soundTrack()] }));
  const clean = await stripped(once.bytes);
  expect(clean).toMatchObject({ status: 'clean', findings: [], removedBytes: 0 });
});

test('hidden data in free space and between the samples is told', async () => {
  const movie = writeMovie({
    tracks: [pictureTrack()],
    gap: canary('a gap'),
    after: join(box('free', canary('free space'))),
  });
  const { findings, bytes } = await stripped(movie);
  expect(findings).toContainEqual({ kind: 'other', where: 'unused space', value: '22 bytes' });
  expect(Buffer.from(bytes).includes(CANARY)).toBe(false);
});

test('a fragment that counts from one that goes is held', async () => {
  const movie = writeFragments(tracks, [
    [runs[2] ?? { track: 3, samples: [] }, { track: 1, samples: ['PICTURE'] }],
  ]);
  const at = Buffer.from(movie).lastIndexOf('tfhd') + 4;
  movie[at + 1] = 0;
  expect(await stripped(movie)).toMatchObject({ status: 'unsupported', usable: false });
});

test('a table of colours in the description of a picture stays, boxes behind it do not', async () => {
  const colours = join(u32(0), u16(0x8000), u16(1), 'AAAABBBBCCCCDDDD');
  const entry = Buffer.from(pictureEntry('rle ', '', colours, box('uuid', zeros(16), canary('a codec box'))));
  const depthAt = 8 + 74;
  entry.writeUInt16BE(8, depthAt);
  entry.writeUInt16BE(0, depthAt + 2);
  const { bytes } = await stripped(writeMovie({ tracks: [pictureTrack({ entry: new Uint8Array(entry) })] }));
  expect(Buffer.from(bytes).includes(Buffer.from(colours))).toBe(true);
  expect(leaks(bytes)).toEqual([]);
});
