import type { Automaton } from './automaton.ts';

/** With which words a match can begin; what cannot begin need not be tried. */
export type Openings = { words: Set<string>; stems: string[]; ownName: boolean; anything: boolean };

/** The class that holds the names of the company whose document is read; filled anew for each document. */
export const OWN_NAME = 'OWN-NAME';

/** Works out an automaton's openings, through the classes it begins with. */
export function openingsOf(automaton: Automaton, classOf: (name: string) => Automaton | undefined): Openings {
  const openings: Openings = { words: new Set(), stems: [], ownName: false, anything: false };
  collect(automaton, classOf, openings);
  return openings;
}

function collect(
  automaton: Automaton,
  classOf: (name: string) => Automaton | undefined,
  into: Openings,
): void {
  for (const position of automaton.first) {
    const leaf = automaton.leaves[position];
    if (leaf?.type === 'word') into.words.add(leaf.word);
    else if (leaf?.type === 'stem') into.stems.push(leaf.stem);
    else if (leaf?.type !== 'class') into.anything = true;
    else if (leaf.name === OWN_NAME) into.ownName = true;
    else {
      const inner = classOf(leaf.name);
      if (inner) collect(inner, classOf, into);
    }
  }
}

/** May a match begin with this word? @param nameWords the first words of the document's own names */
export function opensWith(openings: Openings, word: string, nameWords: ReadonlySet<string>): boolean {
  return (
    openings.anything ||
    openings.words.has(word) ||
    (openings.ownName && nameWords.has(word)) ||
    openings.stems.some((stem) => word.startsWith(stem))
  );
}
