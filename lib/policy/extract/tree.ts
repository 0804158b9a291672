import { Parser } from 'htmlparser2';

/** A page's element: only what reading needs of it. Text stands among the children as strings. */
export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

export type Page = {
  body: Element;
  title: string;
  /** `<html lang>`, as written. */
  language?: string;
  /** Ids that some button opens and closes (`aria-controls`). */
  controlled: ReadonlySet<string>;
};

/** Nothing in these is text for a reader; what `noscript` says is for browsers without scripts. */
const SKIPPED = new Set(
  'script style noscript svg math canvas iframe object embed audio video map select textarea datalist link meta base'.split(
    ' ',
  ),
);
/** The frame of every page: what stands in them stands in the body, and a second one opens nothing. */
const FRAME = new Set(['html', 'head', 'body']);

/** Browsers nest 512 deep at most; deeper than this is an attack on whoever walks the tree. */
const DEEPEST = 1500;
const PIECE = 65_536;

/**
 * Parses HTML into a tree of what can be read (HTML Living Standard, section 13.2, as far as htmlparser2 follows it).
 *
 * @returns null when the page nests deeper than any honest one
 */
export function parsePage(html: string): Page | null {
  const builder = new Builder();
  const parser = new Parser(builder, { decodeEntities: true, lowerCaseTags: true });
  // In pieces, so that a page nested without end is left before the parser's own stack makes it slow.
  for (let at = 0; at < html.length && !builder.tooDeep; at += PIECE)
    parser.write(html.slice(at, at + PIECE));
  if (builder.tooDeep) return null;
  parser.end();
  return builder.page();
}

/** Listens to the parser, which closes every element that it opens. */
class Builder {
  tooDeep = false;
  #body: Element = { name: 'body', attributes: {}, children: [] };
  #open: Element[] = [this.#body];
  #title: Element = { name: 'title', attributes: {}, children: [] };
  #language: string | undefined;
  #controlled = new Set<string>();
  #skipping = 0;

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.#skipping > 0 || isSkipped(name, attributes)) {
      this.#skipping++;
      return;
    }
    if (name === 'html') this.#language = attributes.lang ?? this.#language;
    for (const id of attributes['aria-controls']?.split(/\s+/) ?? []) this.#controlled.add(id);
    this.#open.push(this.#place(name, attributes));
    this.tooDeep ||= this.#open.length > DEEPEST;
  }

  ontext(text: string): void {
    if (this.#skipping === 0) this.#open.at(-1)?.children.push(text);
  }

  onclosetag(): void {
    if (this.#skipping > 0) this.#skipping--;
    else this.#open.pop();
  }

  page(): Page {
    const language = this.#language;
    const title = this.#title.children.filter((child) => typeof child === 'string').join('');
    return { body: this.#body, title, controlled: this.#controlled, ...(language ? { language } : {}) };
  }

  #place(name: string, attributes: Record<string, string>): Element {
    const parent = this.#open.at(-1) ?? this.#body;
    if (FRAME.has(name)) return parent;
    if (name === 'title' && this.#title.children.length === 0) return this.#title;
    const element = { name, attributes, children: [] };
    parent.children.push(element);
    return element;
  }
}

/** A declarative shadow root is a template that is shown. */
function isSkipped(name: string, attributes: Record<string, string>): boolean {
  return SKIPPED.has(name) || (name === 'template' && !('shadowrootmode' in attributes));
}

/** Everything written in an element, line breaks kept, as it stands in the source. */
export function allText(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : allText(child)))
    .join('');
}
