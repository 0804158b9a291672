const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '\\d{1,2}(?:\\s?(?:st|nd|rd|th))?';
const YEAR = '(?:19|20)\\d{2}';
/** Every style of date that policies use; the groups are told apart by their names. */
const DATE = new RegExp(
  [
    `(?<y1>${YEAR})[-/.](?<m1>\\d{1,2})[-/.](?<d1>\\d{1,2})(?!\\d)`,
    `(?<m2>${MONTH})\\.?\\s+(?<d2>${DAY})\\s?,?\\s*(?:of\\s+)?(?<y2>${YEAR})`,
    `(?<d3>${DAY})[\\s-]+(?:of\\s+)?(?<m3>${MONTH})\\.?[\\s,-]+(?<y3>${YEAR})`,
    `(?<a4>\\d{1,2})[/.-](?<b4>\\d{1,2})[/.-](?<y4>${YEAR})`,
    `(?<m5>${MONTH})\\.?,?\\s+(?<y5>${YEAR})`,
  ]
    .map((style) => `\\b${style}(?!\\d)`)
    .join('|'),
  'gi',
);

/** A date found in a text: ISO `YYYY-MM-DD` (the first of the month where no day is given) and where it stands. */
export type FoundDate = { iso: string; start: number; end: number };

/** All dates of a text in order. Days and months that cannot be are left out; 03/04/2025 is read month first. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  // Every style has a year, and few clauses have one.
  if (!/(?:19|20)\d\d/.test(text)) return found;
  for (const match of text.matchAll(DATE)) {
    const iso = isoDate(match.groups ?? {});
    if (iso) found.push({ iso, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function isoDate(part: Record<string, string | undefined>): string | null {
  const year = part.y1 ?? part.y2 ?? part.y3 ?? part.y4 ?? part.y5;
  const [a, b] = [Number(part.a4), Number(part.b4)];
  const dayFirst = a > 12;
  const month = part.a4 ? (dayFirst ? b : a) : monthNumber(part.m1 ?? part.m2 ?? part.m3 ?? part.m5 ?? '');
  const day = part.a4 ? (dayFirst ? a : b) : Number.parseInt(part.d1 ?? part.d2 ?? part.d3 ?? '1', 10);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function monthNumber(month: string): number {
  return /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
}

const CHANGED = /\b(?:updated?|modified|revised|revision|amended|changed|modification|current as of)\b/i;
const IN_FORCE = /\b(?:effective|in (?:force|effect)|version|dated?|as of|valid|published|posted|adopted)\b/i;
/** A line that states the date says little else. */
const LONGEST_LINE = 220;
const LEAST_GAP = 48;

/**
 * Where a line states the document's own date: after "last updated", "effective" and their like, or a line that is
 * nothing but a date.
 *
 * @param line one line of the document
 * @returns the dates it states, `changed` for those that say when the text was last changed
 */
export function statedDates(line: string): (FoundDate & { changed: boolean })[] {
  if (line.length > LONGEST_LINE) return statedWithin(line.slice(0, LONGEST_LINE));
  const only = datesIn(line);
  const rest = only.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), line);
  if (only.length === 1 && !/\p{L}/u.test(rest)) return only.map((date) => ({ ...date, changed: false }));
  return statedWithin(line);
}

function statedWithin(line: string): (FoundDate & { changed: boolean })[] {
  return datesIn(line).flatMap((date) => {
    const before = line.slice(Math.max(0, date.start - LEAST_GAP), date.start);
    const changed = CHANGED.test(before);
    return changed || IN_FORCE.test(before) ? [{ ...date, changed }] : [];
  });
}

/** Documents state their own date near the top or at the very end; in between stand laws and other agreements. */
const TOP = 60;
const END = 12;

/** Whether line `at` of `count` lines stands where documents state their own date. */
export function standsWhereDatesAre(at: number, count: number): boolean {
  return at < TOP || at >= count - END;
}

/**
 * The document's own date of last change.
 *
 * @param lines the document's blocks in order
 * @returns ISO `YYYY-MM-DD`; "last updated" wins over "effective", the first one stated over later ones; undefined when none
 */
export function documentDate(lines: string[]): string | undefined {
  const stated = lines.flatMap((line, at) =>
    standsWhereDatesAre(at, lines.length) ? statedDates(line) : [],
  );
  return (stated.find((date) => date.changed) ?? stated[0])?.iso;
}
