import { bmp } from './bmp/bmp.ts';
import { type Bytes, readBytes } from './bytes.ts';
import type { Container, Kind, Part, Problem, Step, Stripped } from './container.ts';
import { gif } from './gif/gif.ts';
import { isobmff } from './isobmff/isobmff.ts';
import { jpeg } from './jpeg.ts';
import { jxl } from './jxl/jxl.ts';
import { looksLike } from './looks-like.ts';
import { MODELS } from './models.ts';
import { withName } from './names.ts';
import { png } from './png.ts';
import { remembering } from './read.ts';
import { rebuild } from './rebuild.ts';
import { type Said, say } from './sentences.ts';
import { svg } from './svg/svg.ts';
import { tiff } from './tiff/tiff.ts';
import type { Finding, Format, StripOptions, StripResult } from './types.ts';
import { webp } from './webp.ts';

const CONTAINERS: readonly Container[] = [jpeg, png, webp, gif, tiff, bmp, jxl, svg, ...isobmff, ...MODELS];
/** Enough to recognize any container by: drawings in XML have comments and declarations before them. */
const HEAD = 4096;
/** Files within files within files: no program nests them deeper. */
const DEEPEST = 4;
/** More files than this in one would keep the person waiting for ever. */
const MOST_INNER = 10_000;
/** More of one kind in one place than anybody reads; a hostile file could hold a million. */
const MOST_FINDINGS = 500;

/** The format of a file by its first bytes (4096 of them, or fewer) and its size, never by its name; 'unknown' when we cannot clean it. */
export function recognize(head: Uint8Array, size: number = head.length): Format {
  return CONTAINERS.find((container) => container.recognize(head, size))?.format ?? 'unknown';
}

/**
 * Takes everything private out of a picture without touching its pixels, colours or orientation. What comes back holds the clean file made
 * of slices of the original (nothing is decoded, hardly anything copied), what was found, and what is wrong with the file. Never rejects:
 * a file that cannot be read comes back as damaged and not usable.
 */
export async function strip(file: File, options: StripOptions = {}): Promise<StripResult> {
  return withName(await stripAt(0, file, options, { left: MOST_INNER }), options);
}

async function stripAt(
  depth: number,
  file: File,
  options: StripOptions,
  inside: { left: number },
): Promise<Stripped> {
  return remembering(file, () => stripRead(depth, file, options, inside));
}

async function stripRead(
  depth: number,
  file: File,
  options: StripOptions,
  inside: { left: number },
): Promise<Stripped> {
  let format: Format = 'unknown';
  try {
    const head = await readBytes(file, 0, HEAD);
    const container = CONTAINERS.find((each) => each.recognize(head, file.size));
    if (!container || depth > DEEPEST || inside.left < 0) return unsupported(file, head);
    format = container.format;
    const inner = (within: File) => {
      inside.left--;
      return stripAt(depth + 1, within, options, inside);
    };
    return await clean(file, head, container.format, container.walk(file, options, inner), options);
  } catch {
    return { ...untouched(file, format), status: 'damaged', problems: [say('unreadable')] };
  }
}

async function clean(
  file: File,
  head: Bytes,
  supposed: Format,
  steps: AsyncGenerator<Step | Kind>,
  options: StripOptions,
): Promise<Stripped> {
  const { parts, problems, fatal, format = supposed } = await gather(steps);
  if (fatal?.isUnsupported)
    return { ...untouched(file, 'unknown'), status: 'unsupported', problems: [fatal.problem] };
  if (fatal) return { ...untouched(file, format), status: 'damaged', problems };
  const rebuilt = await rebuild(file, parts, options, head);
  const left = parts.reduce((sum, { start, end }) => sum - (end - start), file.size);
  const isChanged = rebuilt.changed.length > 0 || left > 0;
  const findings = await findingsOf(rebuilt.changed);
  if (isChanged && findings.length === 0)
    findings.push({ kind: 'other', where: format.toUpperCase(), value: say('unneeded') });
  const status = problems.length > 0 ? 'damaged' : isChanged ? 'stripped' : 'clean';
  return {
    status,
    format,
    file: rebuilt.file,
    findings,
    removedBytes: rebuilt.removedBytes,
    problems,
    usable: true,
  };
}

async function gather(
  steps: AsyncGenerator<Step | Kind>,
): Promise<{ parts: Part[]; problems: Said[]; fatal?: Problem; format?: Format }> {
  const parts: Part[] = [];
  const problems = new Set<Said>();
  let format: Format | undefined;
  for await (const step of steps) {
    if ('format' in step) format = step.format;
    else if ('start' in step) parts.push(step);
    else {
      problems.add(step.problem);
      if (step.fatal) return { parts, problems: [...problems], fatal: step, format };
    }
  }
  return { parts, problems: [...problems], format };
}

/** Each finding once: segments of one block and repeated chunks tell the same. */
async function findingsOf(parts: readonly Part[]): Promise<Finding[]> {
  const findings = new Map<string, Finding>();
  for (const part of parts) {
    for (const finding of (await part.findings?.()) ?? []) {
      findings.set(JSON.stringify([finding.kind, finding.where, finding.value]), finding);
    }
    if (findings.size >= MOST_FINDINGS) break;
  }
  return [...findings.values()];
}

function unsupported(file: File, head: Uint8Array): Stripped {
  const looks = looksLike(head);
  const problem = looks ? say('looks_like', looks) : say('no_known_kind');
  return { ...untouched(file, 'unknown'), status: 'unsupported', problems: [problem] };
}

function untouched(file: File, format: Format): Omit<Stripped, 'status' | 'problems'> {
  return { format, file, findings: [], removedBytes: 0, usable: false };
}
