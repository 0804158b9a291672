import type { Finding } from '../types.ts';

type Found = Finding[] | Promise<Finding[]>;

/** Findings without the lines that stay: `kept` is what is found in the block that is written anew. */
export async function withoutKept(found: Found, kept: Found): Promise<Finding[]> {
  return withoutLines(await found, await kept);
}

export function withoutLines(found: readonly Finding[], kept: readonly Finding[]): Finding[] {
  const stays = new Set(kept.filter(isLine).map(key));
  return found.filter((finding) => !isLine(finding) || !stays.has(key(finding)));
}

function isLine({ kind, value }: Finding): boolean {
  return (kind === 'person' || kind === 'comment') && value !== undefined;
}

function key({ kind, value }: Finding): string {
  return `${kind} ${value}`;
}
