import { promptIn } from '../prompts.ts';
import { say } from '../sentences.ts';
import type { Finding, FindingKind } from '../types.ts';
import { size, words } from '../words.ts';
import { xmpFindings } from '../xmp.ts';

/** Elements that go, by their names without prefix. Others are told by their size. */
const ELEMENTS: Readonly<Record<string, readonly [FindingKind, string?]>> = {
  title: ['comment'],
  desc: ['comment'],
  script: ['other', say('a_script')],
  namedview: ['software', say('editor_state')],
  pgf: ['other', say('editor_copy')],
};
/** Attributes that go, by their names with prefix. */
const ATTRIBUTES: readonly (readonly [RegExp, FindingKind])[] = [
  [/export-filename$|docname$|docbase$|absref$|href$|src$/, 'path'],
  [/version$|^inkscape:|^sketch:/, 'software'],
  [/label$|^id$|^data-name$|^class$|:id$/, 'comment'],
  [/^on/, 'other'],
];

/** What an element that goes tells. `xml`: all of it, as it is written. */
export function elementFindings(name: string, xml: string): Finding[] {
  const local = name.slice(name.indexOf(':') + 1);
  const where = `SVG ${words(name)}`;
  if (local === 'metadata' || local === 'RDF' || local === 'xmpmeta')
    return xmpFindings(new TextEncoder().encode(xml));
  const [kind, value] = ELEMENTS[local] ?? ['other', size(xml.length)];
  return [kind === 'comment' ? textFinding(where, xml.replaceAll(/<[^>]*>/g, ' ')) : { kind, where, value }];
}

export function attributeFindings(name: string, value: string): Finding[] {
  const kind = ATTRIBUTES.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
  return [{ kind, where: `SVG ${words(name)}`, value: words(value) || undefined }];
}

/** A comment, or characters that are drawn nowhere. */
export function textFinding(where: string, text: string): Finding {
  const prompt = promptIn(text.trim());
  return prompt
    ? { kind: 'prompt', where, value: prompt }
    : { kind: 'comment', where, value: words(text) || undefined };
}
