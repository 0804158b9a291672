import type { Block } from '../text/index.ts';
import { markdownBlocks, readable, rowBlock } from '../text/index.ts';
import { headingRank, isBlock, isList, isListItem } from './display.ts';
import type { Element } from './tree.ts';
import { allText } from './tree.ts';

/** A block and how many of its characters stand in links to other pages. */
export type Draft = { block: Block; linked: number };

const LONGEST_BOLD_HEADING = 120;

/**
 * The kept parts of a page as blocks in reading order.
 *
 * @param root what to read
 * @param isKept asked once for every element; what it refuses is left out with all that is in it
 */
export function flatten(root: Element, isKept: (element: Element) => boolean): Draft[] {
  const flattener = new Flattener(isKept);
  flattener.block(root, 0);
  return flattener.drafts;
}

class Flattener {
  readonly drafts: Draft[] = [];
  readonly #isKept: (element: Element) => boolean;
  #line = new Line();
  /** The list item whose first line has not come yet. */
  #itemLevel = 0;
  #rank: number | undefined;

  constructor(isKept: (element: Element) => boolean) {
    this.#isKept = isKept;
  }

  block(element: Element, level: number): void {
    this.#flush(level);
    const inner = isListItem(element) ? Math.max(1, level) : level;
    if (isListItem(element)) this.#itemLevel = inner;
    const outerRank = this.#rank;
    this.#rank = headingRank(element) ?? outerRank;
    if (element.name === 'tr') this.#row(element, level);
    else if (element.name === 'pre') this.#preformatted(element);
    else this.#children(element, isList(element) ? level + 1 : inner);
    this.#flush(inner);
    this.#rank = outerRank;
    if (isListItem(element)) this.#itemLevel = 0;
  }

  #children(element: Element, level: number): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#line.text(child);
      else if (child.name === 'br') this.#line.break();
      else if (!this.#isKept(child)) this.#line.text(isBlock(child) ? ' ' : '');
      else if (isBlock(child)) this.block(child, level);
      else this.#inline(child, level);
    }
  }

  #inline(element: Element, level: number): void {
    const bold =
      element.name === 'b' ||
      element.name === 'strong' ||
      /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.attributes.style ?? '');
    const leave = this.#line.enter(leadsAway(element), bold);
    this.#children(element, level);
    leave();
  }

  /** Cells that hold whole paragraphs lay out the page; they are read as if no table were there. */
  #row(row: Element, level: number): void {
    const cells = row.children.filter(
      (child) => typeof child !== 'string' && this.#isKept(child),
    ) as Element[];
    const texts = cells.map((cell) => flatten(cell, this.#isKept));
    const layout = texts.some((drafts) =>
      drafts.some(({ block }) => block.kind === 'row' || block.kind === 'heading'),
    );
    if (layout || cells.length < 2) {
      for (const cell of cells) this.block(cell, level);
      return;
    }
    const block = rowBlock(
      texts.map((drafts) => drafts.map((draft) => draft.block.text).join(' ')),
      level,
    );
    const linked = texts.flat().reduce((sum, draft) => sum + draft.linked, 0);
    if (block) this.drafts.push({ block, linked });
  }

  #preformatted(element: Element): void {
    for (const block of markdownBlocks(allText(element))) this.drafts.push({ block, linked: 0 });
  }

  #flush(level: number): void {
    for (const { text, linked, bold } of this.#line.take()) {
      const stands = bold && text.length <= LONGEST_BOLD_HEADING && !/[.:;,]$/.test(text);
      if (this.#rank !== undefined) this.#push('heading', this.#rank, text, linked);
      else if (this.#itemLevel > 0) this.#push('item', this.#itemLevel, text, linked);
      else if (stands && level === 0) this.#push('heading', 7, text, linked);
      else this.#push('paragraph', level, text, linked);
      this.#itemLevel = 0;
    }
  }

  #push(kind: 'heading' | 'paragraph' | 'item', level: number, text: string, linked: number): void {
    this.drafts.push({ block: { kind, level, text }, linked });
  }
}

type Piece = { text: string; linked: boolean; bold: boolean };

/** The text of the paragraph being read, with its line breaks. */
class Line {
  #pieces: Piece[] = [];
  #links = 0;
  #bolds = 0;

  text(text: string): void {
    this.#pieces.push({ text, linked: this.#links > 0, bold: this.#bolds > 0 || text.trim() === '' });
  }

  break(): void {
    this.#pieces.push({ text: '\v', linked: false, bold: true });
  }

  /** Marks what follows as link or bold until the returned function is called. */
  enter(link: boolean, bold: boolean): () => void {
    this.#links += link ? 1 : 0;
    this.#bolds += bold ? 1 : 0;
    return () => {
      this.#links -= link ? 1 : 0;
      this.#bolds -= bold ? 1 : 0;
    };
  }

  /** The paragraph's lines, and an empty paragraph to go on with. */
  take(): { text: string; linked: number; bold: boolean }[] {
    const lines = this.#lines();
    this.#pieces = [];
    return lines.flatMap((pieces) => {
      const text = readable(pieces.map((piece) => piece.text).join(''));
      const linked = pieces.reduce((sum, piece) => sum + (piece.linked ? readable(piece.text).length : 0), 0);
      return text === '' ? [] : [{ text, linked, bold: pieces.every((piece) => piece.bold) }];
    });
  }

  /** A line break ends a line unless the sentence visibly goes on behind it. */
  #lines(): Piece[][] {
    const lines: Piece[][] = [[]];
    this.#pieces.forEach((piece, at) => {
      const goesOn =
        /^\s*[\p{Ll},;)]/u.test(this.#pieces[at + 1]?.text ?? '') &&
        /[^.!?:;]\s*$/.test(this.#pieces[at - 1]?.text ?? '.');
      if (piece.text === '\v' && !goesOn) lines.push([]);
      else lines.at(-1)?.push(piece);
    });
    return lines;
  }
}

/** Links to an address, a telephone or a place in the page itself are part of the text. */
function leadsAway({ name, attributes }: Element): boolean {
  return name === 'a' && !/^(?:#|mailto:|tel:|$)/i.test(attributes.href?.trim() ?? '');
}
