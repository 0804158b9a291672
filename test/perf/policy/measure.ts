import type { FlagHit } from '../../../lib/policy/types.ts';
import { type LabelledDocument, overlaps } from './labels.ts';

export type Counts = { right: number; wrong: number; missed: number };
export type Mistake = {
  document: string;
  flag: string;
  kind: 'wrong' | 'missed' | 'near miss';
  quote: string;
};
export type Measure = {
  all: Counts;
  green: Counts;
  byFlag: Map<string, Counts>;
  nearMisses: { hit: number; of: number };
  quotes: { overlapping: number; of: number };
  mistakes: Mistake[];
};
export type Reader = (document: LabelledDocument) => FlagHit[];

/** Document-level counts over flags (present or not), and how well the quotes fit the labels. */
export function measure(
  documents: LabelledDocument[],
  flags: { flag: string; colour: string }[],
  read: Reader,
): Measure {
  const result: Measure = {
    all: none(),
    green: none(),
    byFlag: new Map(flags.map(({ flag }) => [flag, none()])),
    nearMisses: { hit: 0, of: 0 },
    quotes: { overlapping: 0, of: 0 },
    mistakes: [],
  };
  for (const document of documents) {
    const hits = read(document);
    for (const { flag, colour } of flags) {
      const outcome = judge(document, hits, flag);
      if (!outcome) continue;
      const flagCounts = result.byFlag.get(flag) ?? none();
      for (const counts of colour === 'green'
        ? [result.all, flagCounts, result.green]
        : [result.all, flagCounts]) {
        counts[outcome] += 1;
      }
      if (outcome !== 'right') result.mistakes.push(mistake(document, hits, flag, outcome));
    }
    countQuotes(document, hits, result);
  }
  return result;
}

function judge(document: LabelledDocument, hits: FlagHit[], flag: string): keyof Counts | null {
  const labelled = document.labels.some((label) => label.flag === flag);
  const found = hits.some((hit) => hit.flag === flag);
  if (labelled) return found ? 'right' : 'missed';
  return found && !document.doubts.some((doubt) => doubt.flag === flag) ? 'wrong' : null;
}

function mistake(
  document: LabelledDocument,
  hits: FlagHit[],
  flag: string,
  kind: 'wrong' | 'missed',
): Mistake {
  const quotes = kind === 'wrong' ? hits : document.labels;
  const quote = quotes.filter((row) => row.flag === flag).map((row) => row.quote);
  return { document: document.name, flag, kind, quote: quote.join(' // ') };
}

function countQuotes(document: LabelledDocument, hits: FlagHit[], result: Measure): void {
  for (const near of document.nearMisses) {
    result.nearMisses.of += 1;
    const hit = hits.find((one) => one.flag === near.flag && overlaps(one.quote, near.quote));
    const alsoLabelled = document.labels.some(
      (label) => label.flag === near.flag && hit && overlaps(hit.quote, label.quote),
    );
    if (!hit || alsoLabelled) continue;
    result.nearMisses.hit += 1;
    result.mistakes.push({ document: document.name, flag: near.flag, kind: 'near miss', quote: hit.quote });
  }
  for (const hit of hits) {
    const labels = document.labels.filter((label) => label.flag === hit.flag);
    const doubtful = document.doubts.some(
      (doubt) => doubt.flag === hit.flag && overlaps(doubt.quote, hit.quote),
    );
    if (labels.length === 0 || doubtful) continue;
    result.quotes.of += 1;
    if (labels.some((label) => overlaps(label.quote, hit.quote))) result.quotes.overlapping += 1;
  }
}

function none(): Counts {
  return { right: 0, wrong: 0, missed: 0 };
}

export function precision({ right, wrong }: Counts): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

export function recall({ right, missed }: Counts): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}
