import { readdirSync, readFileSync } from 'node:fs';
import type { SiteCard } from '../../lib/sites/types.ts';

/** Every file of this folder, in the order of their names. For plain Node; what a bundle gets instead is made by `bundle.ts`. */
export function readCards(): SiteCard[] {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as SiteCard);
}
