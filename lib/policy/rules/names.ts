import { automatonOf } from './automaton.ts';
import { type Finder, finderOf } from './match.ts';
import type { Words } from './words.ts';

const list = (words: string) => new Set(words.trim().split(/\s+/));

/** Words that begin with a capital in policies and are no company. */
const NOT_NAMES =
  list(`a account act addendum address affiliates agreement all also an and any anonymous api app apps april area
  articles as assets at august authorized beta by california children china commission company content contractual controller
  cookie cookies court customer customers data december delaware deidentified developer each economic eea english eu european
  european everything exporter february features february for free from gdpr google he how if importer in information input inputs
  it january july june law legal license licenses march may member members models no notice november october of on or other our
  output outputs parties party personal plan plugin policy privacy processor products provider providers purchase recipient
  section sensitive september service services singapore site sites software some standard stripe sub subscription such
  supplemental support terms that the there these they third this those to trial union us usa use user users visitor visitors
  usage we website what with when legitimate dpo dpa clauses mcp where which who you your`);
const LEGAL_FORMS = list(
  'inc llc ltd limited gmbh corp corporation ab bv sas sarl oy plc pte co opco kk labs incorporated',
);
const OWN_VERBS = list(
  'may will does do is reserves collects uses shares processes shall has can retains stores cannot respects provides makes takes grants',
);
/** A definition of the parties stands near the beginning. */
const BEGINNING = 40;
const LONGEST_NAME = 3;
const ENOUGH = 3;
/** Words of a bracket behind a name ("Acme (“we”)") that are looked at. */
const LONGEST_DEFINITION = 8;

/**
 * The names by which a document calls the company whose document it is ("3D GPT", "Lovable"), each as its words: what
 * stands beside “we” or before "Inc." in the definition of the parties, or what is most often the subject of its verbs.
 */
export function ownNames(clauses: readonly Words[]): string[][] {
  const votes = new Map<string, number>();
  let firstFormal: string | undefined;
  clauses.forEach((words, nth) => {
    for (let at = 0; at < words.list.length; at += 1) {
      const name = nameAt(words, at);
      if (!name) continue;
      const key = name.join(' ');
      const isFormal = nth < BEGINNING && LEGAL_FORMS.has(words.list[at + name.length] ?? '');
      // "Acme, Inc. runs this site" comes before "Stripe, Inc.", with which it works.
      if (isFormal) firstFormal ??= key;
      const isOwn = isFormal && key === firstFormal;
      const weight = isOwn ? ENOUGH : worth(words, at, name.length, nth < BEGINNING);
      if (weight > 0) votes.set(key, (votes.get(key) ?? 0) + weight);
    }
  });
  const most = Math.max(0, ...votes.values());
  return [...votes]
    .filter(([, count]) => count >= ENOUGH && count * 3 >= most)
    .map(([name]) => name.split(' '));
}

/** The run of capitalised words that starts here, unless it started earlier. */
function nameAt(words: Words, at: number): string[] | null {
  if (!isNameWord(words, at) || (isNameWord(words, at - 1) && !words.before[at])) return null;
  let end = at + 1;
  while (end - at < LONGEST_NAME && isNameWord(words, end) && !words.before[end]) end += 1;
  return words.list.slice(at, end);
}

function isNameWord(words: Words, at: number): boolean {
  if (words.capital[at] !== true) return false;
  const word = words.list[at] ?? 'we';
  return !NOT_NAMES.has(word) && !LEGAL_FORMS.has(word);
}

function worth(words: Words, at: number, length: number, beginning: boolean): number {
  const next = words.list[at + length] ?? '';
  const before = words.list[at - 1] ?? '';
  if (beginning && isDefined(words, at, length)) return ENOUGH;
  if ((before === 'at' && next === 'we') || (before === 'to' && words.list[at - 2] === 'welcome')) return 2;
  return OWN_VERBS.has(next) ? 1 : 0;
}

/** 'Acme (“Acme”, “we” or “us”)': the name stands before the bracket or in it, and "we" in the same bracket. */
function isDefined(words: Words, at: number, length: number): boolean {
  const opens = (position: number) => (words.before[position] ?? '').includes('(');
  const bracket = [at, at + length, at + length + 1, at + length + 2].find(opens);
  if (bracket === undefined) return false;
  const marks = words.before.slice(bracket + 1, bracket + LONGEST_DEFINITION);
  const close = marks.findIndex((mark) => /\)[^(]*$/.test(mark));
  const inside = words.list.slice(bracket, bracket + (close < 0 ? LONGEST_DEFINITION : close + 1));
  return inside.includes('we') || inside.includes('us') || inside.includes('our');
}

/** The names as a class table holds them. */
export function nameFinder(names: string[][]): Finder {
  if (names.length === 0)
    return finderOf({ leaves: [], first: [], last: new Set(), follow: [] }, () => undefined);
  const automaton = automatonOf({
    type: 'choice',
    optional: false,
    options: names.map((name) => ({ type: 'sequence', items: name.map((word) => ({ type: 'word', word })) })),
  });
  return finderOf(automaton, () => undefined);
}
