import type { Clause, PolicyText } from '../types.ts';

/** Where a clause stands in the document's own numbering: ["6", "b"]. Empty before the first number. */
type Place = readonly string[];

/** "Section 4", "§ 4", "4.", "4.2": the numbers that a section begins with. */
const NUMBER =
  /^(sections?\s|articles?\s|clauses?\s|part\s|§)?\s*(\d{1,2}(?:\.\d{1,2}){0,3})([.):]?)(?:\s|$)/i;
const LETTER = /^(?:\(([a-z])\)|([a-z])[.)])\s/;
/** A number further on than this belongs to a list, or to something that is counted. */
const FARTHEST_NEXT = 3;

const NAMES_SECTIONS = /\b(?:sections?|articles?|clauses?|paragraphs?)\b|§/i;
const NAMES_ITSELF = /\bthis (?:section|article|clause|paragraph)\b(?!\s*\d)/i;
const LEAVES_OUT = /\b(?:except|excluding|other than|exception)\b/i;
const REFERENCE = /(?<![\w.$])(\d{1,2}(?:\.\d{1,2}){0,3})((?:\s?\([a-z]{1,3}\))*)(?![\w%])/g;
const COUNTED = /^\s*(?:calendar|business)?\s*(?:days?|weeks?|months?|years?|hours?|percent)\b/i;
const RANGE = /^\s*(?:[-–—]|to|through|thru|through to)\s*(?:sections?\s*)?$/i;
/** A shorter name than this may stand in any sentence. */
const SHORTEST_TITLE = 8;

/** Is it worth a look which sections a clause names? */
export function mayNameSections({ text, leadIn = '' }: Clause): boolean {
  return NAMES_SECTIONS.test(text) || NAMES_SECTIONS.test(leadIn);
}

/**
 * Finds the clauses of the sections that a sentence names: by number ("Sections 3, 5.2 and 6(b)", "8 to 11"), by title, or as
 * "this Section".
 * @returns for the clause at `nth`, where those clauses stand in `text.clauses`; none where the document's numbering does not show them.
 */
export function sectionFinder(text: PolicyText): (nth: number) => number[] {
  let known: Place[] | undefined;
  return (nth) => {
    const clause = text.clauses[nth];
    if (!clause) return [];
    known ??= placesOf(text.clauses);
    const places = known;
    const said = `${clause.leadIn ?? ''} ${clause.text}`.split(LEAVES_OUT)[0] ?? '';
    const named = referencesIn(said);
    const own = places[nth] ?? [];
    if (NAMES_ITSELF.test(said) && own.length > 0) named.push(own);
    return text.clauses.flatMap((other, at) => {
      const place = places[at] ?? [];
      const isNamed =
        named.some((reference) => isWithin(place, reference)) || hasTitleIn(other, said, clause);
      return at !== nth && isNamed ? [at] : [];
    });
  };
}

/** The place of each clause, as headings and numbered paragraphs show it. */
function placesOf(clauses: readonly Clause[]): Place[] {
  let number: Place = [];
  let letter = '';
  let opener = '';
  return clauses.map((clause, at) => {
    const isHeading = clauses[at + 1]?.heading.at(-1) === clause.text;
    if (opener && clause.text !== opener && !clause.heading.includes(opener))
      [number, letter, opener] = [[], '', ''];
    const next = numberOf(clause.text, isHeading);
    if (next && (isHeading || follows(next, number))) {
      [number, letter] = [next, ''];
      if (isHeading) opener = clause.text;
    } else letter = letterOf(clause.text, letter);
    return letter ? [...number, letter] : number;
  });
}

function numberOf(text: string, isHeading: boolean): Place | undefined {
  const [, name, digits = '', mark] = NUMBER.exec(text) ?? [];
  const path = digits.split('.');
  return digits && (name || mark || isHeading || path.length > 1) ? path : undefined;
}

/** The numbers of sections go up; a first one begins anew, as after a table of contents. */
function follows(next: Place, last: Place): boolean {
  const [now, before] = [Number(next[0]), Number(last[0] ?? 0)];
  if (next.length > 1) return last.length === 0 || now === before || now === before + 1;
  return now === 1 || (now > before && now <= before + FARTHEST_NEXT);
}

/** The letter that the clause begins with, if it is the next one; else the one it still belongs to. */
function letterOf(text: string, last: string): string {
  const [, bracketed, plain] = LETTER.exec(text) ?? [];
  const letter = bracketed ?? plain;
  const expected = String.fromCharCode((last ? last.charCodeAt(0) : 96) + 1);
  return letter && (letter === 'a' || letter === expected) ? letter : last;
}

/** The numbers named after "Sections", ranges written out. */
function referencesIn(said: string): Place[] {
  const from = said.search(NAMES_SECTIONS);
  if (from < 0) return [];
  const list = said.slice(from);
  const references: Place[] = [];
  let end = 0;
  for (const { 0: found, 1: digits = '', 2: letters = '', index } of list.matchAll(REFERENCE)) {
    if (COUNTED.test(list.slice(index + found.length))) continue;
    const place = [...digits.split('.'), ...(letters.match(/[a-z]+/g) ?? [])];
    const last = references.at(-1);
    if (last && RANGE.test(list.slice(end, index))) references.push(...between(last, place));
    references.push(place);
    end = index + found.length;
  }
  return references;
}

/** What a range leaves unsaid: 9 and 10 of "8 to 11", 4.3 of "4.2 to 4.4". */
function between(first: Place, last: Place): Place[] {
  const [from, to] = [Number(first.at(-1)), Number(last.at(-1))];
  if (first.length !== last.length || !(to - from > 1)) return [];
  return Array.from({ length: to - from - 1 }, (_, nth) => [...first.slice(0, -1), String(from + nth + 1)]);
}

function isWithin(place: Place, section: Place): boolean {
  return section.every((part, at) => place[at] === part);
}

/** Does the sentence name the section by its title, letter by letter? The one it stands in itself does not count. */
function hasTitleIn(clause: Clause, said: string, from: Clause): boolean {
  return clause.heading.some((heading) => {
    const title = heading.replace(NUMBER, '').replace(/[.:]$/, '').trim();
    return title.length >= SHORTEST_TITLE && !from.heading.includes(heading) && said.includes(title);
  });
}
