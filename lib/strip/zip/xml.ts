import { type Bytes, readBytes } from '../bytes.ts';
import { type Edit, partsOf } from '../edits.ts';
import { Misfit } from '../misfit.ts';
import { noteFinding } from '../notes.ts';
import { rebuild } from '../rebuild.ts';
import { say } from '../sentences.ts';
import { type Attribute, type Token, tokenAt } from '../svg/tokens.ts';
import type { Finding } from '../types.ts';

/** What happens to the parts of an XML document. Names are with their prefixes. */
export type XmlRules = {
  /** What the findings call the document. */
  where: string;
  /** Tags that stay without a closer look, to be tried at a place: most of a model is points. */
  plain?: RegExp;
  /** Does an element stay? */
  keeps(name: string, attributes: readonly Attribute[]): boolean;
  /** What becomes of the value of an attribute; null: it goes. Values have no references in them. */
  value(name: string, value: string, element: string): string | null;
};

type Open = Extract<Token, { kind: 'open' }>;
/** An element that goes, and how deep inside it the reader is. */
type Hidden = { depth: number; label: string; text: string };
/** `open`: names of the elements that stay and have not ended; `roots`: how many of these stand in no other one. */
type Walk = { text: string; rules: XmlRules; edits: Edit[]; open: string[]; roots: number; hidden?: Hidden };

const DECLARATION =
  /^xml\s+version=["']1\.\d["'](?:\s+encoding=["']utf-8["'])?(?:\s+standalone=["'](?:yes|no)["'])?\s*$/i;
/** Longer documents are not read. */
const LARGEST = 268_435_456;
const DAMAGED = say('model_damaged');
const LONGEST_NOTE = 1_000;

/** Cleans an XML document in UTF-8. The same file when nothing changes. Throws `Misfit` when it is not well-formed or too long. */
export async function cleanXml(file: Blob, rules: XmlRules): Promise<{ file?: Blob; findings: Finding[] }> {
  if (file.size > LARGEST) throw new Misfit(say('model_too_long'));
  const bytes = await readBytes(file, 0, file.size);
  const edits = editsOf(bytes, rules);
  if (edits.length === 0) return { findings: [] };
  const rebuilt = await rebuild(new File([file], ''), [...partsOf(bytes, 0, edits)], {});
  return { file: rebuilt.file, findings: edits.flatMap((each) => each.findings) };
}

/** One character a byte: what stays is told by its place, and what is written anew is ASCII. */
function editsOf(bytes: Bytes, rules: XmlRules): Edit[] {
  const walk: Walk = { text: new TextDecoder('latin1').decode(bytes), rules, edits: [], open: [], roots: 0 };
  const start = walk.text.startsWith('ï»¿') ? 3 : 0;
  for (let at = start; at < walk.text.length; ) {
    const plainEnd = walk.hidden ? at : skipPlain(walk, at);
    if (plainEnd > at) at = plainEnd;
    else at = decide(tokenAt(walk.text, at), walk);
  }
  if (walk.roots !== 1 || walk.open.length > 0 || walk.hidden) throw new Misfit(DAMAGED);
  return walk.edits;
}

function skipPlain({ text, rules: { plain } }: Walk, start: number): number {
  if (!plain) return start;
  let at = start;
  for (plain.lastIndex = at; plain.test(text); ) at = plain.lastIndex;
  return at;
}

function decide(token: Token, walk: Walk): number {
  if (walk.hidden) return hide(token, walk, walk.hidden);
  if (token.kind === 'open') openTag(token, walk);
  else if (token.kind === 'close') closeTag(token.name, walk);
  else if (token.kind === 'doctype') throw new Misfit(DAMAGED);
  else if (!isNeeded(token)) remove(token, walk, note(walk, token.kind, token.content));
  return token.end;
}

/** The declaration and white space. */
function isNeeded(token: { kind: string; content: string }): boolean {
  if (token.kind === 'instruction') return DECLARATION.test(token.content);
  return token.kind === 'text' && token.content.trim() === '';
}

function openTag(token: Open, walk: Walk): void {
  const { rules } = walk;
  const { name } = token;
  if (!rules.keeps(name, token.attributes)) {
    const label = [
      name,
      ...token.attributes.filter((each) => each.name === 'name').map((each) => each.value),
    ].join(' ');
    const findings = token.isEmpty
      ? note(walk, label, token.attributes.map((each) => each.value).join(' '))
      : [];
    remove(token, walk, findings);
    if (!token.isEmpty) walk.hidden = { depth: 1, label, text: '' };
    return;
  }
  if (walk.open.length === 0) walk.roots++;
  if (!token.isEmpty) walk.open.push(name);
  const findings: Finding[] = [];
  let isChanged = false;
  const kept = token.attributes.flatMap((attribute) => {
    const fresh = rules.value(attribute.name, attribute.value, name);
    if (fresh === attribute.value) return [attribute.raw];
    isChanged = true;
    findings.push(...note(walk, `${name} ${attribute.name}`, attribute.value));
    return fresh === null ? [] : [` ${attribute.name}="${fresh}"`];
  });
  if (!isChanged) return;
  const fresh = `<${name}${kept.join('')}${token.isEmpty ? '/' : ''}>`;
  walk.edits.push({ start: token.start, end: token.end, fresh, findings });
}

function closeTag(name: string, { open }: Walk): void {
  if (open.pop() !== name) throw new Misfit(DAMAGED);
}

/** Within an element that goes. */
function hide(token: Token, walk: Walk, hidden: Hidden): number {
  if (token.kind === 'open' && !token.isEmpty) hidden.depth++;
  if (token.kind === 'close') hidden.depth--;
  if ('content' in token && hidden.text.length < LONGEST_NOTE)
    hidden.text += token.content.slice(0, LONGEST_NOTE);
  remove(token, walk, hidden.depth === 0 ? note(walk, hidden.label, hidden.text) : []);
  if (hidden.depth === 0) walk.hidden = undefined;
  return token.end;
}

function remove({ start, end }: { start: number; end: number }, walk: Walk, findings: Finding[]): void {
  walk.edits.push({ start, end, fresh: '', findings });
}

function note({ rules }: Walk, label: string, text: string): Finding[] {
  return [noteFinding(`${rules.where} ${label}`, text.trim())];
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
