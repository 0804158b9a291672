import { fromLatin1, guessText } from './bytes.ts';
import { tellsPath } from './paths.ts';
import { promptIn } from './prompts.ts';
import type { Finding, FindingKind } from './types.ts';
import { words } from './words.ts';

/** More of a text is not looked at. */
const LONGEST = 10_000;
/** What free text tells, by what is in it and where it stands; the first that fits. */
const TELLS: readonly (readonly [RegExp, FindingKind])[] = [
  [/@[\w-]+\.\w|©|\b(?:author|artist|designer|copyright|owner|user)\b/i, 'person'],
  [
    /\b(?:created|exported|generated|written|made)\s*(?:by|with|using)\b|\b(?:exporter|blender|maya|3ds max|zbrush|houdini|cinema 4d|meshlab|vcglib|unity|unreal|autodesk|fbx sdk)\b/i,
    'software',
  ],
  [
    /\b(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?\b|\b\d\d?[-/.]\d\d?[-/.](?:19|20)\d\d\b|\b\d\d:\d\d:\d\d\b|(?:Creation|Modification)Date/,
    'time',
  ],
];

/** What a free text in a file tells, when the text has one character per byte, in whatever code the file is. */
export function byteNoteFinding(where: string, text: string): Finding {
  return noteFinding(where, guessText(fromLatin1(text.slice(0, LONGEST))));
}

/** What a free text in a file tells. */
export function noteFinding(where: string, text: string): Finding {
  const plain = text.slice(0, LONGEST);
  const prompt = promptIn(plain);
  if (prompt) return { kind: 'prompt', where, value: prompt };
  const kind = tellsPath(plain) ? 'path' : TELLS.find(([sign]) => sign.test(`${where} ${plain}`))?.[1];
  return { kind: kind ?? 'comment', where, value: words(plain) || undefined };
}
