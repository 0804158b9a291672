import { t } from '../i18n.ts';
import { FILE_NAME } from '../strip/names.ts';
import { say } from '../strip/sentences.ts';
import type { Finding, StripResult } from '../strip/types.ts';
import { atOnce, LONGEST_VETTING_MS, TOO_MANY } from './limits.ts';
import type { FileOutcome, VettedFile } from './types.ts';

/** Cleans a file; `number` is its place among those that came together, from 1 on. Rejects with {@link Unchecked} to say why it could not. */
export type Strip = (file: File, number: number) => Promise<Vetted>;
/** `redraw` is there when text is hidden in the pixels themselves: it draws the picture anew without. Rejects when that cannot be done. */
export type Vetted = StripResult & { redraw?: () => Promise<File> };

/** A file could not be looked at. `message` is a sentence for the person. */
export class Unchecked extends Error {}
/**
 * Vets files in their order, a few at a time. Never rejects and never waits for ever: a file whose vetting fails, hangs or is one too
 * many comes back as damaged, with a sentence that says why.
 */
export async function vetAll(
  files: readonly File[],
  strip: Strip,
  limitMs: number = LONGEST_VETTING_MS,
): Promise<Vetted[]> {
  const results: Vetted[] = [];
  const rest = files.entries();
  const work = async () => {
    for (const [i, file] of rest) {
      results[i] =
        i < TOO_MANY
          ? await vetOne(file, (each) => strip(each, i + 1), limitMs)
          : failed(file, t('guard_too_many'));
    }
  };
  await Promise.all(Array.from({ length: atOnce() }, work));
  return results;
}

/** May this file go to the page without a question? */
export function isClean({ status, redraw }: Vetted): boolean {
  return !redraw && (status === 'clean' || status === 'stripped');
}

/** Files with text in their pixels, drawn anew without it; one that cannot be stays as it is, and doubtful. */
export async function redrawn(results: readonly Vetted[]): Promise<Vetted[]> {
  return Promise.all(
    results.map(async ({ redraw, ...result }) => {
      const file = await redraw?.().catch(() => undefined);
      if (!file) return { ...result, redraw };
      const told: Finding = { kind: 'prompt', where: say('at_pixels') };
      return { ...result, file, status: 'stripped', problems: [], findings: [...result.findings, told] };
    }),
  );
}

/** What is told to the background: kinds of findings, never their values. */
export function report(result: Vetted, outcome: FileOutcome): VettedFile {
  const { file, format, status, removedBytes, findings } = result;
  const removed = [...new Set(findings.filter(isInside).map(({ kind }) => kind))];
  return {
    name: file.name.slice(0, 1_024),
    format,
    status,
    size: file.size + removedBytes,
    removedBytes,
    removed,
    outcome,
  };
}

/** A name that does not fit is told of, but nothing is taken out for it. */
export function isInside({ where }: Finding): boolean {
  return where !== FILE_NAME;
}

async function vetOne(file: File, strip: (file: File) => Promise<Vetted>, limitMs: number): Promise<Vetted> {
  if (file.size === 0) return empty(file);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Vetted>((resolve) => {
    timer = setTimeout(() => resolve(failed(file, t('guard_too_slow'))), limitMs);
  });
  const done = Promise.resolve(file)
    .then(strip)
    .catch((error) => failed(file, error instanceof Unchecked ? error.message : t('guard_check_failed')));
  const result = await Promise.race([done, late]).finally(() => clearTimeout(timer));
  return result.status === 'clean' && isOfThisPage(file) ? { ...result, file } : result;
}

/**
 * A clean file that was made while the page is open needs no other time. It stays the same object, so that the guards of two frames
 * that hear the same input know each other's files and come to an end.
 */
function isOfThisPage(file: File): boolean {
  return file.lastModified >= performance.timeOrigin;
}

/** In a file without bytes nothing can be private, whatever it is. */
function empty(file: File): StripResult {
  const copy = isOfThisPage(file) ? file : new File([], file.name, { type: file.type });
  return {
    status: 'clean',
    format: 'unknown',
    file: copy,
    findings: [],
    removedBytes: 0,
    problems: [],
    usable: true,
  };
}

function failed(file: File, problem: string): StripResult {
  return {
    status: 'damaged',
    format: 'unknown',
    file,
    findings: [],
    removedBytes: 0,
    problems: [problem],
    usable: false,
  };
}
