import type { Block } from './blocks.ts';
import { sentences } from './sentences.ts';

/** Marks typed into the text, by their kind: "• Logs", "(a) to train", "iv. backups", "3) logs". */
const TYPED: [string, RegExp][] = [
  ['bullet', /^[-–•·●▪◦‣○*✓✔]\s/],
  ['letter', /^\(?(?:[a-z]|[ivx]{1,4})[.)]\s/],
  ['number', /^\(?\d{1,2}[.)]\s/],
];
const OPEN_END = /[:：]\s*[-–—]?$|[—–]$/;
const CLOSED_END = /[.!?。;,]["”’)\]]*$/;
/** Lists typed as plain lines end each of them with a semicolon, the last but one with "; and". */
const GOES_ON = /;(?:\s*(?:and|or))?$/;
const LONGEST = 400;
/** "What we never do", "We do not": a heading that denies each item of the list under it. */
const DENIES =
  /^(?:(?:what|things)\b.*\b)?we(?: will| would)? (?:never|not|do(?: not|n[’']t)|won[’']t)\b[^.?!]*$/i;

/** `style` is how the first item under the lead-in is marked; an item marked otherwise belongs to another list. */
type Open = { level: number; text: string; style?: string };

/**
 * Follows the blocks of a document and tells for each which unfinished text it completes: "We use your content to:" for
 * the bullets under it, nested lists outermost first. A lead-in ends with its list: "We do not:" must reach no further.
 */
export class LeadIns {
  #open: Open[] = [];
  #lineGoesOn = false;

  /**
   * @param block the next block
   * @param next the block after it, which decides whether this one leads into a list
   * @returns the lead-in of `block`, or undefined when it stands for itself
   */
  take(block: Block, next: Block | undefined): string | undefined {
    const style = this.#styleOf(block);
    this.#lineGoesOn = style === 'line' && GOES_ON.test(block.text);
    if (style) this.#closeFor(block, style);
    else this.#open = block.kind === 'paragraph' ? this.#open.filter((open) => open.level < block.level) : [];
    const before = style ? this.#open.map((open) => open.text).join(' ') : '';
    const text = leads(block, next);
    if (text) this.#open.push({ level: depth(block), text });
    return before === '' || before.length > LONGEST ? undefined : before;
  }

  /** How the block is marked as an item; undefined when it is none. */
  #styleOf(block: Block): string | undefined {
    if (block.kind === 'heading' || block.kind === 'row') return undefined;
    const typed = typedMark(block.text);
    if (typed || block.kind === 'item') return typed ?? 'item';
    const line = this.#open.length > 0 && block.level === 0 && (this.#lineGoesOn || GOES_ON.test(block.text));
    return line ? 'line' : undefined;
  }

  #closeFor(block: Block, style: string): void {
    const level = Math.max(depth(block), TYPED_DEPTH);
    this.#open = this.#open.filter((open) => open.level < level);
    while ((this.#open.at(-1)?.style ?? style) !== style) this.#open.pop();
    const above = this.#open.at(-1);
    if (above) above.style = style;
  }
}

function typedMark(text: string): string | undefined {
  return TYPED.find(([, mark]) => mark.test(text))?.[0];
}

/** Between running text and a real list: "3. We may:" leads into bullets, and is an item itself. */
const TYPED_DEPTH = 0.5;

function depth(block: Block): number {
  if (block.kind === 'heading') return 0;
  return block.kind === 'paragraph' && typedMark(block.text) ? block.level + TYPED_DEPTH : block.level;
}

/** The unfinished last sentence of `block` when what follows is a list that completes it. */
function leads(block: Block, next: Block | undefined): string | undefined {
  if (block.kind === 'row' || !next || next.kind === 'heading' || next.kind === 'row') return undefined;
  if (block.kind === 'heading' && next.kind === 'item' && DENIES.test(block.text)) return block.text;
  const colon = OPEN_END.test(block.text);
  const deeper = depth(next) > depth(block);
  if (!colon && (!deeper || CLOSED_END.test(block.text) || block.kind === 'heading')) return undefined;
  const last = sentences(block.text).at(-1);
  return last && block.text.slice(last.start, last.end);
}
