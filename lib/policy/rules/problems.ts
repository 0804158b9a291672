/** What can be wrong with a phrase, each by the sentence that says so. `piece` is the part of the phrase it is about. */
const SENTENCES = {
  empty: () => 'Nothing is written here',
  nothing: () => 'Nothing here: brackets and "|" need words on both sides',
  long: () => 'Too long: a phrase is a few words, not a text',
  capital: (piece: string) =>
    `Cannot read "${piece}": write small letters, capitals are for classes such as CONTENT`,
  mark: (piece: string) => `Cannot read "${piece}": leave out marks and write "opt out", "do not"`,
  dots: () => 'Gap without a number: write ...5 for up to 5 words of any kind',
  gap: () => 'Gap of 1 to 60 words wanted',
  unexpected: (piece: string) => `Unexpected "${piece}"`,
  unclosed: (piece: string) => `"${piece}" is never closed`,
  nested: () => 'Nested too deeply',
  optional: () => 'Everything here is optional, so it would be found everywhere',
  class: (piece: string) => `No class is named ${piece}`,
  class_gap: () => 'No gap in a class',
  class_circle: () => 'Classes name each other in a circle',
  many: () => 'Too many words, choices and gaps',
  common: () => 'Only words of nearly every sentence: add one that tells this sentence from others',
  firm: () => 'Unexpected "!": a phrase of your own goes by what speaks against its flag',
} satisfies Record<string, (piece: string) => string>;

export type ProblemId = keyof typeof SENTENCES;
export const PROBLEM_IDS = Object.keys(SENTENCES) as ProblemId[];

/** The sentence for a problem, without a full stop. */
export function sentenceFor(id: ProblemId, piece: string): string {
  return SENTENCES[id](piece);
}
