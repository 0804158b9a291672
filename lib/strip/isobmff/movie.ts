// Tracks (ISO/IEC 14496-12 section 8; QuickTime File Format, "Movie atoms")

import { view } from '../bytes.ts';
import { withoutKept } from '../credit/findings.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import { type Box, boxesIn, fourLetters, Unsupported } from './box.ts';
import type { Extent } from './claims.ts';
import { creditBox } from './credit.ts';
import { boxFindings, nameFindings, timeFindings } from './findings.ts';
import {
  blankBox,
  boxes,
  type Copy,
  copyBytes,
  first,
  freeBox,
  keepBox,
  only,
  type Rule,
  type Rules,
  table,
} from './rules.ts';
import { sampleEntries } from './sample-entry.ts';
import { groupDescription, groups, sampleSizes } from './sample-groups.ts';
import { eachChunk } from './samples.ts';
import { isPicture, surveyOf, trackFindings } from './tracks.ts';

const MOVIE_HEADER = timed('movie', '12-26 36-72 96-100', '20-38 48-84 108-112');
const TRACK_HEADER = timed('track', '12-16 20-24 32-38 40-84', '20-24 28-36 44-50 52-96');
const MEDIA_HEADER = timed('media', '12-22', '20-34');

const SAMPLE_TABLE: Rules = {
  stsd: sampleEntries,
  stts: table(8, 8),
  ctts: table(8, 8),
  cslg: first(44),
  stsc: table(8, 12),
  stsz: sampleSizes,
  stz2: sampleSizes,
  stco: table(8, 4),
  co64: table(8, 8),
  stss: table(8, 4),
  stps: table(8, 4),
  sdtp: keepBox,
  sbgp: groups,
  sgpd: groupDescription,
};
/** Says what kind of track it is; names of programs and cameras go (section 8.4.3). */
export const handler: Rule = (box, copy) => {
  const { source } = copy;
  only('0-4 8-12')(box, copy);
  if (['mhlr', 'dhlr'].includes(fourLetters(source, box.dataAt + 4))) only('4-8')(box, copy);
  const name = source.subarray(box.dataAt + 24, box.end);
  if (name.some((byte) => byte !== 0)) copy.told.push(() => nameFindings('HandlerDescription', name));
};
/** Where the media data stands: in this file; paths to others go (section 8.7.2). */
export const dataInformation: Rule = boxes({
  dref: (box, copy) => {
    copyBytes(copy, box.start, box.dataAt + 8);
    for (const entry of boxesIn(copy.source, box.dataAt + 8, box.end)) {
      first(4)(entry, copy);
      const path = copy.source.subarray(entry.dataAt + 4, entry.end);
      if (path.some((byte) => byte !== 0))
        copy.told.push(() => [{ kind: 'path', where: `QuickTime ${entry.type}` }]);
    }
  },
});
const TRACK: Rules = {
  tkhd: TRACK_HEADER,
  tapt: boxes({ clef: first(12), prof: first(12), enof: first(12) }), // the shape of a pixel
  edts: boxes({ elst: editList }), // which part of it is played
  tref: (box, copy) => boxes(Object.fromEntries(REFERENCES.map((type) => [type, reference])))(box, copy),
  mdia: boxes({
    mdhd: MEDIA_HEADER,
    hdlr: handler,
    minf: boxes({
      vmhd: first(12),
      smhd: first(8),
      nmhd: first(4),
      hdlr: handler,
      dinf: dataInformation,
      stbl: boxes(SAMPLE_TABLE),
    }),
  }),
};
/** Tracks that belong together: transparency, and layers of one picture. */
const UDTA_HEADER = 8;
const REFERENCES = ['auxl', 'prem', 'sbas', 'scal', 'oref'];

/** What happens to each box of a movie. One that is not here becomes free space: no player needs it to show the pictures. */
const MOVIE: Rules = {
  mvhd: MOVIE_HEADER,
  trak: track,
  mvex: boxes({ mehd: first(12), trex: defaults }),
  cmov: () => {
    throw new Unsupported(say('a_compressed_video'));
  },
};

/** The movie box: what plays when, and from where. Claims the samples of the tracks that stay. */
export function movie(box: Box, copy: Copy): void {
  for (const trak of boxesIn(copy.source, box.dataAt, box.end).filter(({ type }) => type === 'trak')) {
    const survey = surveyOf(trak, copy.source);
    copy.tracks.set(survey.id, survey);
  }
  boxes({ ...MOVIE, ...creditRules(box, copy) })(box, copy);
}

/** For those who keep credit lines: what becomes of the box in whose place they are written. */
function creditRules(moov: Box, { source, options }: Copy): Rules {
  const credit = options.keepCopyright ? creditBox(moov, source) : null;
  if (!credit) return {};
  const { place, fresh } = credit;
  const rule: Rule = (box, copy) => {
    if (box.start !== place.start) return freeBox(box, copy);
    copy.target.set(fresh, box.start);
    const kept = () => boxFindings('udta', fresh.subarray(UDTA_HEADER), fresh.length);
    const data = source.subarray(box.dataAt, box.end);
    copy.told.push(() => withoutKept(boxFindings(box.type, data, data.length), kept()));
  };
  return { udta: rule, meta: rule };
}

/** A track that goes becomes free space; its samples are not claimed, and nobody else may claim them. */
function track(box: Box, copy: Copy): void {
  const { source, claims, file, told } = copy;
  const own = surveyOf(box, source);
  const isSound = own.handler === 'soun';
  if (own.isKept) {
    boxes(TRACK)(box, { ...copy, track: own });
    eachChunk(box, source, isSound, (start, length) => claims.add(start, length));
    return;
  }
  blankBox(box, copy);
  const chunks: Extent[] = [];
  eachChunk(box, source, isSound, (at, length) => chunks.push({ at, length }));
  for (const { at, length } of chunks) {
    if (isPicture(own)) claims.explain(at, length);
    else claims.forbid(at, length);
  }
  told.push(() => trackFindings(own, file, chunks[0]));
}

/** A reference stays when all tracks it names do. */
function reference(box: Box, copy: Copy): void {
  const data = view(copy.source);
  let isNeeded = true;
  for (let at = box.dataAt; at + 4 <= box.end; at += 4)
    isNeeded &&= copy.tracks.get(data.getUint32(at))?.isKept === true;
  (isNeeded ? keepBox : freeBox)(box, copy);
}

function defaults(box: Box, copy: Copy): void {
  const own = copy.tracks.get(view(copy.source).getUint32(box.dataAt + 4));
  if (own) own.defaultSize = view(copy.source).getUint32(box.dataAt + 16);
  (own?.isKept ? first(24) : blankBox)(box, copy);
}

/** Section 8.6.6. */
function editList(box: Box, copy: Copy): void {
  table(8, copy.source[box.dataAt] === 1 ? 20 : 12)(box, copy);
}

/**
 * A header that holds two times after its version. `narrow`, `wide`: the bytes of it that stay, when its times have 32 and 64 bits. Throws
 * `Misfit` when it is shorter: other fields stand there than its version says.
 */
function timed(name: string, narrow: string, wide: string): Rule {
  return (box, copy) => {
    const data = view(copy.source);
    const isWide = data.getUint8(box.dataAt) === 1;
    const ranges = `0-4 ${isWide ? wide : narrow}`;
    if (box.dataAt + Number(ranges.split('-').at(-1)) > box.end) throw new Misfit(BAD_LENGTHS);
    only(ranges)(box, copy);
    const seconds = isWide ? Number(data.getBigUint64(box.dataAt + 4)) : data.getUint32(box.dataAt + 4);
    if (seconds !== 0) copy.told.push(() => timeFindings(`${name} CreateDate`, seconds));
  };
}
