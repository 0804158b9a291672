// SVG (W3C SVG 2; XML 1.0; Namespaces in XML 1.0)

import { hasText, latin1, readBytes } from '../bytes.ts';
import {
  broken,
  type Container,
  hopeless,
  keep,
  rewrite,
  type Step,
  type StripInner,
  unfit,
} from '../container.ts';
import { Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import type { Finding, StripOptions } from '../types.ts';
import { Drawing } from './drawing.ts';
import type { Report } from './links.ts';
import { MALFORMED, tokens } from './tokens.ts';

/*
 * What happens to each part:
 * - elements and attributes that draw (names.ts): kept as they are written
 * - pictures written into the drawing: cleaned
 * - links to other places, scripts, comments, editors' own elements and attributes, titles, metadata: go
 * - names that nothing refers to: go
 * - author and copyright in the metadata: written anew for those who keep them
 */

/** Larger drawings than any editor can open; they are read whole. */
const LARGEST = 67_108_864;
const LONGEST_NAME = 100;
const MOST_OF_A_PLACE = 5;
const UTF8 = 'utf-8';
/** XML 1.0 has no such characters (section 2.2), and no browser draws a file with one. */
const NO_CHARACTER = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

export const svg: Container = { format: 'svg', recognize, walk };

/** By its first tag, which can be longer than the head: some programs keep their own file in an attribute of it. */
function recognize(head: Uint8Array): boolean {
  if (!/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\0\s]*</.test(latin1(head, 0, 64))) return false;
  let text = '';
  let at = 0;
  try {
    text = new TextDecoder(encodingOf(head)).decode(head);
    for (const token of tokens(text)) {
      if (token.kind === 'open') break;
      if (token.kind === 'doctype' && !/^<!DOCTYPE\s+(?:[\w.-]+:)?svg\b/.test(token.content)) return false;
      at = token.end;
    }
  } catch {
    // The head ends within a tag, or this is no XML.
  }
  return /^<(?:[\w.-]+:)?svg[\s/>]/.test(text.slice(at, at + LONGEST_NAME));
}

/** By the byte order mark, else by the declaration (W3C XML 1.0, appendix F). */
function encodingOf(head: Uint8Array): string {
  if (hasText(head, '\xff\xfe') || hasText(head, '<\0')) return 'utf-16le';
  if (hasText(head, '\xfe\xff') || hasText(head, '\0<')) return 'utf-16be';
  return (
    /^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/
      .exec(latin1(head, 0, 200))?.[1]
      ?.toLowerCase() ?? UTF8
  );
}

/** Reads the drawing whole. */
async function* walk(file: Blob, options: StripOptions, inner: StripInner): AsyncGenerator<Step> {
  if (file.size > LARGEST) return yield unfit(say('a_large_drawing'));
  const keepsCredit = options.keepCopyright === true;
  const report: Report = { inner, keepsCredit, findings: [], problems: new Set(), animations: new Set() };
  try {
    const bytes = await readBytes(file, 0, file.size);
    const encoding = encodingOf(bytes);
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    if (NO_CHARACTER.test(text)) throw new Misfit(MALFORMED);
    report.animations = animationsIn(text);
    const clean = await new Drawing(text, report).clean();
    for (const problem of report.problems) yield broken(problem);
    if (clean === text && encoding === UTF8) return yield keep(0, file.size);
    const fresh = new TextEncoder().encode(clean);
    yield rewrite(
      0,
      file.size,
      () => fresh,
      () => few(report.findings),
    );
  } catch (error) {
    if (!(error instanceof Misfit || error instanceof TypeError || error instanceof RangeError)) throw error;
    yield hopeless(error instanceof Misfit ? error.problem : MALFORMED);
  }
}

/** The names of key frames. */
function animationsIn(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/@(?:-webkit-)?keyframes\s+([\w\u0080-\uffff-]{1,60})/gi)].map(([, name = '']) => name),
  );
}

/** Each place a few times only: every shape of a drawing can say the same. */
function few(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  return findings.filter(({ where }) => {
    const count = (counts.get(where) ?? 0) + 1;
    counts.set(where, count);
    return count <= MOST_OF_A_PLACE;
  });
}
