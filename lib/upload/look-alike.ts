import { isAddress, ownDomain } from './own-domain.ts';

/**
 * The known host that `host` could be mistaken for: its domain differs from the known one by one letter (two in longer
 * names). Undefined when there is none, or when it is the known domain itself.
 */
export function lookAlike(host: string, known: readonly string[]): string | undefined {
  if (isAddress(host)) return undefined;
  const domain = ownDomain(host);
  const domains = known.map(ownDomain);
  if (domains.includes(domain)) return undefined;
  return domains.find((each) => each.length > 5 && distance(domain, each) <= (each.length < 9 ? 1 : 2));
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
