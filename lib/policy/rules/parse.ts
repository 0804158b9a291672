import { type ProblemId, sentenceFor } from './problems.ts';

/** A phrase as a tree. See rules/README.md for the language. */
export type PhraseNode =
  | { type: 'word'; word: string }
  | { type: 'stem'; stem: string }
  | { type: 'number' }
  | { type: 'class'; name: string }
  | { type: 'gap'; most: number }
  | { type: 'sequence'; items: PhraseNode[] }
  | { type: 'choice'; options: PhraseNode[]; optional: boolean };

/** Says which phrase is wrong, where (0-based position in the phrase) and why. */
export class PhraseError extends Error {
  readonly phrase: string;
  readonly position: number;
  readonly id: ProblemId;
  /** The part of the phrase that is wrong, where one part is. */
  readonly piece: string;

  constructor(phrase: string, position: number, id: ProblemId, piece = '') {
    super(`${sentenceFor(id, piece)} at position ${position} of "${phrase}"`);
    this.name = 'PhraseError';
    this.phrase = phrase;
    this.position = position;
    this.id = id;
    this.piece = piece;
  }
}

/** A gap longer than a sentence says nothing. */
const LONGEST_GAP = 60;
const DEEPEST_NESTING = 8;
const LONGEST_PHRASE = 2000;

type Token = { text: string; at: number };
type Reader = { phrase: string; tokens: Token[]; next: number };

const TOKEN = /\s+|\.\.\.\d+|[()[\]|]|#|[A-Z]+(?:-[A-Z]+)*(?![a-z])|[a-z0-9]+\*?/y;

/**
 * Reads one phrase.
 * @throws PhraseError with the position of the first thing that is not in the language.
 */
export function parsePhrase(phrase: string): PhraseNode {
  if (phrase.length > LONGEST_PHRASE) throw new PhraseError(phrase.slice(0, 60), LONGEST_PHRASE, 'long');
  const reader = { phrase, tokens: tokenize(phrase), next: 0 };
  const tree = readSequence(reader, 0);
  const rest = reader.tokens[reader.next];
  if (rest) throw new PhraseError(phrase, rest.at, 'unexpected', rest.text);
  return tree;
}

function tokenize(phrase: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < phrase.length) {
    TOKEN.lastIndex = at;
    const text = TOKEN.exec(phrase)?.[0];
    if (text === undefined) throw unreadable(phrase, at);
    if (text.trim()) tokens.push({ text, at });
    at += text.length;
  }
  return tokens;
}

function unreadable(phrase: string, at: number): PhraseError {
  const piece = String.fromCodePoint(phrase.codePointAt(at) ?? 0);
  if (phrase.startsWith('...', at)) return new PhraseError(phrase, at, 'dots', '...');
  return new PhraseError(phrase, at, /\p{Lu}/u.test(piece) ? 'capital' : 'mark', piece);
}

function readSequence(reader: Reader, depth: number): PhraseNode {
  const items: PhraseNode[] = [];
  for (let token = reader.tokens[reader.next]; token; token = reader.tokens[reader.next]) {
    if (')]|'.includes(token.text)) break;
    reader.next += 1;
    items.push(
      token.text === '(' || token.text === '[' ? readChoice(reader, token, depth + 1) : leaf(reader, token),
    );
  }
  if (items.length === 0) {
    throw new PhraseError(reader.phrase, reader.tokens[reader.next]?.at ?? reader.phrase.length, 'nothing');
  }
  return items.length === 1 && items[0] ? items[0] : { type: 'sequence', items };
}

function readChoice(reader: Reader, open: Token, depth: number): PhraseNode {
  if (depth > DEEPEST_NESTING) throw new PhraseError(reader.phrase, open.at, 'nested');
  const close = open.text === '(' ? ')' : ']';
  const options = [readSequence(reader, depth)];
  while (reader.tokens[reader.next]?.text === '|') {
    reader.next += 1;
    options.push(readSequence(reader, depth));
  }
  if (reader.tokens[reader.next]?.text !== close) {
    throw new PhraseError(reader.phrase, open.at, 'unclosed', open.text);
  }
  reader.next += 1;
  return { type: 'choice', options, optional: open.text === '[' };
}

function leaf(reader: Reader, token: Token): PhraseNode {
  const { text } = token;
  if (text.startsWith('...')) {
    const most = Number(text.slice(3));
    if (most < 1 || most > LONGEST_GAP) throw new PhraseError(reader.phrase, token.at, 'gap');
    return { type: 'gap', most };
  }
  if (text === '#') return { type: 'number' };
  if (text.endsWith('*')) return { type: 'stem', stem: text.slice(0, -1) };
  return /^[A-Z]/.test(text) ? { type: 'class', name: text } : { type: 'word', word: text };
}
