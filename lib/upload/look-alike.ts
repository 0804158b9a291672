import { isAddress, ownDomain } from './own-domain.ts';

/** Names as short as "fal" and "zoo" are like too many others. */
const SHORTEST_NAME = 4;

/**
 * The known host that `host` could be mistaken for: its domain differs from the known one by one letter (two in longer
 * names). The nearest of several; undefined when there is none, or when it is the known domain itself.
 */
export function lookAlike(host: string, known: readonly string[]): string | undefined {
  if (isAddress(host)) return undefined;
  const domain = ownDomain(host);
  const domains = known.map(ownDomain);
  if (domains.includes(domain)) return undefined;
  const near = domains
    .filter(isNamed)
    .map((each) => ({ each, far: distance(domain, each) }))
    .filter(({ each, far }) => far <= (each.length < 9 ? 1 : 2));
  return near.sort((a, b) => a.far - b.far)[0]?.each;
}

function isNamed(domain: string): boolean {
  return domain.indexOf('.') >= SHORTEST_NAME;
}

/** Levenshtein distance: how many letters to add, drop or change. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
