import { latin1, readBytes, view } from '../bytes.ts';
import { Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import type { Finding, FindingKind } from '../types.ts';
import { words } from '../words.ts';
import { type Box, find, fourLetters } from './box.ts';
import type { Extent } from './claims.ts';
import type { Track } from './rules.ts';

/** Handlers of tracks that are seen. */
const PICTURES = ['vide', 'pict', 'auxv'];
const TEXTS = ['text', 'sbtl', 'subt', 'clcp'];
/** Tracks that cameras write beside picture and sound, by the codec of their samples. */
const NOTES: Record<string, readonly [FindingKind, string?]> = {
  gpmd: ['location'],
  camm: ['location'],
  mebx: ['device', say('moment_notes')],
  rtmd: ['device', say('moment_notes')],
  CTMD: ['device', say('moment_notes')],
  tmcd: ['time', say('time_code')],
};
/** How much of the samples is read to be told. */
const LOOK = 65_536;

/** What decides about a track, without its samples. Throws `Misfit` when it is not complete. */
export function surveyOf(trak: Box, source: Uint8Array): Track {
  const header = find(source, trak, 'tkhd');
  const handlerBox = find(source, trak, 'mdia', 'hdlr');
  const entries = find(source, trak, 'mdia', 'minf', 'stbl', 'stsd');
  if (!header || !handlerBox || !entries) throw new Misfit(say('track_incomplete'));
  const idAt = header.dataAt + (source[header.dataAt] === 1 ? 20 : 12);
  const handlerType = fourLetters(source, handlerBox.dataAt + 8);
  return {
    id: view(source).getUint32(idAt),
    handler: handlerType,
    codec: fourLetters(source, entries.dataAt + 12),
    isKept:
      isPictureOrSound(handlerType, latin1(source, entries.dataAt, entries.end)) && !isPreview(trak, source),
    defaultSize: 0,
  };
}

/** `auxv` is any picture that goes with another; only the one that makes it transparent is shown. */
function isPictureOrSound(handlerType: string, entries: string): boolean {
  if (handlerType === 'auxv') return /:alpha\0|:auxid:1\0/.test(entries);
  return handlerType === 'soun' || PICTURES.includes(handlerType);
}

function isPreview(trak: Box, source: Uint8Array): boolean {
  return find(source, trak, 'tref', 'thmb') !== undefined;
}

export function isPicture({ handler }: Track): boolean {
  return PICTURES.includes(handler);
}

/** What a track tells that goes. `chunk`: where its first samples stand. */
export async function trackFindings(track: Track, file: Blob, chunk: Extent | undefined): Promise<Finding[]> {
  const { handler, codec } = track;
  const where = `QuickTime track ${words(codec)}`;
  if (isPicture(track)) return [{ kind: 'thumbnail', where }];
  const [kind, value] = NOTES[codec] ?? (TEXTS.includes(handler) ? ['comment', 'text'] : ['other', 'data']);
  if (codec !== 'gpmd' || !chunk) return [{ kind, where, value }];
  const samples = await readBytes(file, chunk.at, chunk.at + Math.min(chunk.length, LOOK));
  return [{ kind, where, value: firstPosition(samples) }];
}

/** The first position in GoPro's telemetry: latitude and longitude in ten millionths of a degree ("GPMF", keys GPS5 and GPS9). */
function firstPosition(samples: Uint8Array): string | undefined {
  const at = latin1(samples).search(/GPS[59]/) + 8;
  if (at < 8 || at + 8 > samples.length) return undefined;
  const [latitude, longitude] = [at, at + 4].map((place) => view(samples).getInt32(place) / 1e7);
  return latitude && longitude ? `${latitude.toFixed(4)}, ${longitude.toFixed(4)}` : undefined;
}
