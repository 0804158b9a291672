import { Misfit } from '../misfit.ts';
import { MALFORMED } from './tokens.ts';

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** Entities within entities are how a few lines become gigabytes. */
const DEEPEST = 4;
const LONGEST = 1_000_000;

/** Characters and entities by their names (W3C XML 1.0, sections 4.1 to 4.6). */
export class References {
  private readonly own = new Map<string, string>();

  /** Takes up what a document type declares. What it fetches from elsewhere is not. */
  declare(doctype: string): void {
    const declarations = doctype.replaceAll(/<!--[\s\S]*?-->/g, '');
    if (/[[\]>\s]%[^\s;]+;/.test(declarations)) throw new Misfit(MALFORMED);
    for (const [, name = '', double, single] of declarations.matchAll(
      /<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g,
    )) {
      if (!this.own.has(name)) this.own.set(name, double ?? single ?? '');
    }
  }

  /** Does a text rest on entities that the document declares? */
  areIn(text: string): boolean {
    return this.own.size > 0 && text.includes('&');
  }

  /** The characters that a text means. Throws `Misfit` for a reference to nothing, and for one that holds elements. */
  decode(text: string, depth = 0): string {
    if (!text.includes('&')) return text;
    let left = LONGEST;
    const decoded = text.replaceAll(
      /&(?:#(?:x([\da-fA-F]+)|(\d+))|([^\s;&]+));|&/g,
      (_, hex, decimal, name) => {
        const characters =
          name === undefined
            ? character(hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN))
            : this.entity(name, depth);
        left -= characters.length;
        if (left < 0) throw new Misfit(MALFORMED);
        return characters;
      },
    );
    return decoded;
  }

  private entity(name: string, depth: number): string {
    const known = PREDEFINED.get(name);
    if (known !== undefined) return known;
    const value = this.own.get(name);
    if (value === undefined || value.includes('<') || depth === DEEPEST) throw new Misfit(MALFORMED);
    return this.decode(value, depth + 1);
  }
}

function character(code: number): string {
  const isValid = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff);
  if (!isValid) throw new Misfit(MALFORMED);
  return String.fromCodePoint(code);
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as it is written between tags. */
export function encode(text: string): string {
  return text.replaceAll(/[&<>]/g, (char) => ESCAPES[char] ?? char);
}

/** A value as it is written within double quotes, where line ends would else become blanks. */
export function encodeValue(text: string): string {
  return encode(text).replaceAll(/["\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}
