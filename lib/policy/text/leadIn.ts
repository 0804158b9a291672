import type { Block } from './blocks.ts';
import { sentences } from './sentences.ts';

/** A line that begins with a bullet or an enumerator typed into the text: "• Logs", "(a) to train", "iv. backups". */
const MARKED = /^(?:[-–•·●▪◦‣○*✓✔]\s|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s)/;
const OPEN_END = /[:：]\s*[-–—]?$|[—–]$/;
const CLOSED_END = /[.!?。;,]["”’)\]]*$/;
const LONGEST = 400;

type Open = { level: number; text: string; inList: boolean };

/**
 * Follows the blocks of a document and tells for each which unfinished text it completes: "We use your content to:" for
 * the bullets under it, nested lists outermost first.
 */
export class LeadIns {
  #open: Open[] = [];

  /**
   * @param block the next block
   * @param next the block after it, which decides whether this one leads into a list
   * @returns the lead-in of `block`, or undefined when it stands for itself
   */
  take(block: Block, next: Block | undefined): string | undefined {
    const listed = this.#isListed(block);
    this.#close(block, listed);
    const before = listed ? this.#open.map((open) => open.text).join(' ') : '';
    const text = leads(block, next);
    if (text) this.#open.push({ level: depth(block), text, inList: listed });
    return before === '' || before.length > LONGEST ? undefined : before;
  }

  #isListed(block: Block): boolean {
    if (block.kind === 'heading' || block.kind === 'row') return false;
    if (block.kind === 'item' || MARKED.test(block.text)) return true;
    // Lists typed as plain lines end each of them with a semicolon, the last but one with "; and".
    return this.#open.length > 0 && block.level === 0 && /;(?:\s*(?:and|or))?$/.test(block.text);
  }

  #close(block: Block, listed: boolean): void {
    if (!listed) {
      this.#open = [];
      return;
    }
    const level = depth(block);
    while ((this.#open.at(-1)?.level ?? -1) >= Math.max(level, 1)) this.#open.pop();
  }
}

/** How deep a block stands; a bullet typed into a paragraph counts as the first level. */
function depth(block: Block): number {
  if (block.kind === 'heading') return 0;
  return block.kind === 'paragraph' && MARKED.test(block.text) ? block.level + 1 : block.level;
}

/** The unfinished last sentence of `block` when what follows is a list that completes it. */
function leads(block: Block, next: Block | undefined): string | undefined {
  if (block.kind === 'row' || !next || next.kind === 'heading' || next.kind === 'row') return undefined;
  const colon = OPEN_END.test(block.text);
  const deeper = depth(next) > depth(block);
  if (!colon && (!deeper || CLOSED_END.test(block.text) || block.kind === 'heading')) return undefined;
  const last = sentences(block.text).at(-1);
  return last && block.text.slice(last.start, last.end);
}
