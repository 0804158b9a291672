import { type Bytes, fromLatin1, latin1 } from '../bytes.ts';
import type { StripInner } from '../container.ts';
import { Misfit } from '../misfit.ts';
import { type Said, say } from '../sentences.ts';
import type { Finding } from '../types.ts';
import { words } from '../words.ts';

/** What a drawing is cleaned with, and what is found in it. */
export type Report = {
  inner: StripInner;
  /** Author and copyright stay. */
  keepsCredit: boolean;
  findings: Finding[];
  problems: Set<Said>;
  /** Names of key frames, somewhere in the drawing. */
  animations: ReadonlySet<string>;
};

const FONTS = ['wOFF', 'wOF2', 'OTTO', '\0\x01\0\0', 'true', 'ttcf'];
const FONT_TYPES =
  /^(?:font\/(?:woff2?|ttf|otf|sfnt|collection|truetype|opentype)|application\/(?:(?:x-)?font-(?:woff2?|ttf|otf|truetype|opentype|sfnt)|octet-stream|vnd\.ms-opentype))$/i;
const IMAGE_TYPES =
  /^image\/(?:x-)?(?:png|apng|jpe?g|pjpeg|gif|webp|avif|bmp|ms-bmp|svg\+xml|tiff|heic|heif|jxl|icon|vnd\.microsoft\.icon)$/i;
/** Browsers look at the picture itself, unless it is a drawing. */
const ANY_IMAGE = 'image/png';
const CHUNK = 32_768;

/**
 * What a link becomes: the same within the drawing, a cleaned picture for a picture written into it, null for anything else: nothing is
 * fetched from elsewhere when a drawing is shown as a picture.
 */
export async function cleanLink(
  link: string,
  areFontsShown: boolean,
  report: Report,
): Promise<string | null> {
  const trimmed = link.trim();
  if (trimmed.startsWith('#')) return link;
  const found = /^data:([^,;]*)([^,]*),/i.exec(trimmed.slice(0, 1000));
  if (found) return cleanData(trimmed, found, areFontsShown, report);
  if (trimmed !== '') report.findings.push({ kind: 'path', where: 'SVG link', value: words(trimmed) });
  return null;
}

async function cleanData(
  link: string,
  [prefix, type = '', parameters = '']: RegExpExecArray,
  areFontsShown: boolean,
  report: Report,
): Promise<string | null> {
  const isBase64 = /;\s*base64\s*$/i.test(parameters);
  const bytes = decode(link.slice(prefix.length), isBase64);
  const isPlain = isBase64 && /^;base64$/i.test(parameters);
  if (areFontsShown && FONTS.includes(latin1(bytes, 0, 4)))
    return isPlain && FONT_TYPES.test(type) ? link : written('font/ttf', bytes);
  if (!/^image\/[\w.+-]+$/i.test(type)) {
    report.findings.push({ kind: 'other', where: 'SVG link', value: words(prefix) });
    return null;
  }
  const { status, usable, file, findings, problems } = await report.inner(new File([bytes], ''));
  if (!usable) throw new Misfit(say('drawing_picture_unclean'));
  report.findings.push(...findings);
  if (problems.length > 0) report.problems.add(say('drawing_picture_damaged'));
  const isKnown = IMAGE_TYPES.test(type);
  if (status === 'clean' && isKnown && (isPlain || parameters === '')) return link;
  return written(
    isKnown ? type : ANY_IMAGE,
    status === 'clean' ? bytes : new Uint8Array(await file.arrayBuffer()),
  );
}

/** RFC 2397. */
function decode(body: string, isBase64: boolean): Bytes {
  const text = body.includes('%')
    ? body.replaceAll(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : body;
  if (!isBase64) return /[^\0-\xff]/.test(text) ? new TextEncoder().encode(text) : fromLatin1(text);
  try {
    return fromLatin1(atob(text.replaceAll(/\s/g, '')));
  } catch {
    throw new Misfit(say('drawing_picture_unclean'));
  }
}

function written(type: string, bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += latin1(bytes, at, at + CHUNK);
  return `data:${type};base64,${btoa(text)}`;
}
