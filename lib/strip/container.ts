import type { Bytes } from './bytes.ts';
import { type Said, say } from './sentences.ts';
import type { Finding, Format, StripOptions, StripResult } from './types.ts';

/** A byte range of the original and what becomes of it. */
export type Part = {
  start: number;
  /** Exclusive. */
  end: number;
  /** Makes the bytes that stand in for the range, asked for after the walk has ended. Without it the range is kept as it is. */
  replace?: () => Bytes | Blob | Promise<Bytes | Blob>;
  /** The bytes of the range where the walk has them: they need not be read again to see whether `replace` changes anything. */
  old?: Bytes;
  /** The range becomes as many zeros, so that what stands behind it keeps its place. */
  isBlank?: boolean;
  /** What the range tells about a person. */
  findings?: () => Finding[] | Promise<Finding[]>;
};

/** Something wrong with the file. `fatal`: the parts do not make up a picture that could be handed on. */
export type Problem = {
  problem: Said;
  fatal: boolean;
  /** The file is whole, but of a kind that cannot be cleaned. */
  isUnsupported?: boolean;
};

/** What the file turned out to be, when its beginning does not say it. */
export type Kind = { format: Format };

export type Step = Part | Problem;

/** What the stripper itself gives: its problems are out of the list of sentences. */
export type Stripped = StripResult & { problems: Said[] };

/** Cleans a file found within another one. One that is too deep inside, or one of too many, comes back as unsupported. */
export type StripInner = (file: File) => Promise<Stripped>;

/**
 * One file format. Every container module exports one of these, with a decision table at its top. `walk` yields the parts of the
 * file in order, without gaps; what it leaves unnamed is left out of the clean file.
 */
export type Container = {
  format: Format;
  /** `head` is the first 4096 bytes of the file, or fewer when it is shorter; `size` is the length of the file. */
  recognize(head: Uint8Array, size: number): boolean;
  walk(file: Blob, options: StripOptions, inner: StripInner): AsyncGenerator<Step | Kind>;
};

const NOTHING: Bytes = new Uint8Array(0);

export function keep(start: number, end: number): Part {
  return { start, end };
}

export function drop(start: number, end: number, findings?: Part['findings']): Part {
  return { start, end, replace: () => NOTHING, findings };
}

export function rewrite(
  start: number,
  end: number,
  replace: Part['replace'],
  findings?: Part['findings'],
): Part {
  return { start, end, replace, findings };
}

export function blank(start: number, end: number, findings?: Part['findings']): Part {
  return { start, end, isBlank: true, findings };
}

/** The file is broken, yet what is left of the picture can be cleaned. */
export function broken(problem: Said): Problem {
  return { problem, fatal: false };
}

/** The file is broken beyond cleaning. */
export function hopeless(problem: Said): Problem {
  return { problem, fatal: true };
}

/** The file is whole, but of a kind that cannot be cleaned. `name`: "a DNG raw photo". */
export function unfit(name: Said): Problem {
  return refused(say('looks_like', name));
}

/** The file is whole, but there is something in it that cannot be cleaned. */
export function refused(problem: Said): Problem {
  return { problem, fatal: true, isUnsupported: true };
}

export const TRUNCATED = say('truncated');
export const MODEL_TRUNCATED = say('model_truncated');
