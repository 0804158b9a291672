import { type Named, type Piece, writtenAttribute } from './element.ts';
import { cleanTimes } from './times.ts';
import { MISTAKE } from './values.ts';
import { isKnownWord } from './vocabulary.ts';

/** What a filter starts from (Filter Effects 1, section 9.2). */
const INPUTS =
  /^\s*(?:(?:SourceGraphic|SourceAlpha|BackgroundImage|BackgroundAlpha|FillPaint|StrokePaint)\s*)?$/;
/** What elements wear: the names of places, of classes, and of what steps of filters make. */
export type NameKind = 'id' | 'class' | 'result';

/** More parts of names than this are not looked for in one drawing: each takes a look at all names. */
const MOST_PARTS = 1_000;
/** More are not shown. */
const MOST_STRANGERS = 100;

/**
 * The names that the elements of a drawing wear, and one that none does: what refers to a name that nobody wears refers to that one instead,
 * for what is written there tells something to people only. Remembers which names something refers to.
 */
export class WornNames {
  readonly nobody: string;
  /** Names that nobody wears, as they were met. */
  readonly strangers = new Set<string>();
  private readonly worn: Readonly<Record<NameKind, ReadonlySet<string>>>;
  private readonly used: Readonly<Record<NameKind, Set<string>>> = {
    id: new Set(),
    class: new Set(),
    result: new Set(),
  };
  private readonly all: string;
  private partsLeft = MOST_PARTS;
  private isAnyUsed = false;

  constructor(worn: Readonly<Record<NameKind, ReadonlySet<string>>>) {
    this.worn = worn;
    let nobody = '_';
    while (Object.values(worn).some((names) => names.has(nobody))) nobody += '_';
    this.nobody = nobody;
    this.all = [...worn.id, ...worn.class].join(' ');
  }

  /** Does something refer to this name? Known when all that could has been looked at. */
  isUsed(kind: NameKind, name: string): boolean {
    return this.used[kind].has(name) || (this.isAnyUsed && kind !== 'result');
  }

  /** A name as it may stay where it is written, `name` as it is meant. */
  known(kind: NameKind, written: string, name = written): string {
    if (this.worn[kind].has(name)) {
      this.used[kind].add(name);
      return written;
    }
    return this.stranger(written);
  }

  /** The name of a place in a link, where it can have percent signs. */
  place(name: string): string {
    return name === '' ? name : this.known('id', name, this.worn.id.has(name) ? name : decoded(name));
  }

  /** The name of a place or a class in a selector. */
  selected(kind: 'id' | 'class', name: string): string {
    return this.known(kind, name, unescaped(name));
  }

  /** What a selector looks for in names. */
  part(text: string): string {
    this.isAnyUsed = true;
    const isPart = text !== this.nobody && this.partsLeft-- > 0 && this.all.includes(text);
    return isPart ? text : this.stranger(text);
  }

  /** What stands for a name that nobody wears. One that says no more than CSS could may stay. */
  stranger(name: string): string {
    if (isKnownWord(name)) return name;
    if (name !== this.nobody && this.strangers.size < MOST_STRANGERS) this.strangers.add(name);
    return this.nobody;
  }
}

/** A name of CSS without the marks before its letters (CSS Syntax 3, section 4.3.7). */
function unescaped(name: string): string {
  return name.replaceAll(/\\(?:([\da-f]{1,6})[ \t\r\n\f]?|([\s\S]))/gi, (_, hex, letter) =>
    hex === undefined ? letter : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The names in an attribute. What a step of a filter makes has one, with or without blanks. */
export function namesIn({ name, value }: Named): string[] {
  return name === 'result' ? [value] : value.split(/\s+/).filter((each) => each !== '');
}

/** The names that elements wear. */
export function wornNames(pieces: readonly Piece[]): WornNames {
  const named = pieces.filter((piece) => typeof piece === 'object' && 'name' in piece);
  const of = (wanted: string) => new Set(named.filter(({ name }) => name === wanted).flatMap(namesIn));
  return new WornNames({ id: of('id'), class: of('class'), result: of('result') });
}

/** An attribute that refers to names, as it is written when it refers to none that nobody wears. */
export function withWornNames({ name, value, raw }: Named, worn: WornNames): string {
  const fresh = referring(name, value, worn);
  return fresh === value ? raw : writtenAttribute(name, fresh);
}

function referring(name: string, value: string, worn: WornNames): string {
  if (name === 'begin' || name === 'end') return cleanTimes(value, MISTAKE, (id) => worn.selected('id', id));
  if (/^in2?$/.test(name)) return INPUTS.test(value) ? value : worn.known('result', value);
  if (name.endsWith('href'))
    return value.replace(/^(\s*#)(.*)$/s, (_, mark, id) => mark + worn.place(id.trim()));
  return value.replaceAll(/(url\(\s*["']?#)([^"')]*)/gi, (_, start, id) => start + worn.place(id.trim()));
}

export function isNameKind(attribute: string): attribute is NameKind {
  return attribute === 'id' || attribute === 'class' || attribute === 'result';
}
