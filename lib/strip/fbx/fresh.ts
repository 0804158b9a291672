import { baseName, safePath, tellsPath } from '../paths.ts';
import type { Finding } from '../types.ts';

/** What becomes of a text in a file. Without it the text stays. `isPath`: what is missing of the old length can go before it. */
export type FreshText = { text: string; isPath?: boolean; finding: Finding };

/** The folder of unpacked pictures has the name of the scene. */
const MEDIA_FOLDER = /\.fbm[\\/]/i;

/** Undefined when nothing would change, but for blanks that keep a length. */
export function replaced(text: string, fresh: string, finding: Finding): FreshText | undefined {
  return text.trimEnd() === fresh ? undefined : { text: fresh, finding };
}

/** The name of a file without the folders that are nobody's business. `isPath`: false for a name that may look like a path. */
export function pathOnly(text: string, where: string, isPath = true): FreshText | undefined {
  const isMedia = MEDIA_FOLDER.test(text);
  const fresh = isMedia ? baseName(text) : isPath ? safePath(text) : text;
  if (fresh === text) return isPath && tellsPath(text) ? replacedPath(text, where) : undefined;
  return { text: fresh, isPath: true, finding: { kind: 'path', where, value: text } };
}

/** A text with a path somewhere in it. */
function replacedPath(text: string, where: string): FreshText {
  return { text: baseName(text), isPath: true, finding: { kind: 'path', where, value: text } };
}
