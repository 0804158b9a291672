import { isEveryday } from './anchors.ts';
import { bookClasses } from './book.ts';
import { readPhraseTree } from './compile.ts';
import { PhraseError } from './parse.ts';
import { type ProblemId, sentenceFor } from './problems.ts';

/**
 * What is wrong with a phrase: `id` with `piece` for who says it in another language, `text` in English, `position`
 * (0-based) where in the phrase.
 */
export type PhraseProblem = { id: ProblemId; piece: string; position: number; text: string };

/**
 * May a person add this phrase to a flag? Beside what the language allows it must hold a word that is not in nearly every
 * sentence. Whatever passes is found in time that grows with the text and no faster.
 */
export function checkPhrase(phrase: string): { ok: true } | { ok: false; problem: PhraseProblem } {
  const problem = problemOf(phrase);
  return problem ? { ok: false, problem } : { ok: true };
}

function problemOf(phrase: string): PhraseProblem | undefined {
  if (phrase.trim() === '') return problem('empty', '', 0);
  const firm = phrase.search(/\S/);
  if (phrase.charAt(firm) === '!') return problem('firm', '!', firm);
  if (phrase.charAt(firm) === '?') return problem('mark', '?', firm);
  const { trees, anchors } = bookClasses();
  try {
    return isEveryday(readPhraseTree(phrase, trees), anchors) ? problem('common', '', 0) : undefined;
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    return problem(error.id, error.piece, error.position);
  }
}

function problem(id: ProblemId, piece: string, position: number): PhraseProblem {
  return { id, piece, position, text: `${sentenceFor(id, piece)}.` };
}
