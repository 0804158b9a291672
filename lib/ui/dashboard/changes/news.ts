import { languageTag } from '../../../i18n.ts';
import type { PolicyChange } from '../../../policy/types.ts';
import type { KeptChange } from '../../../store/index.ts';

export { newsOf } from '../../words/news.ts';

/** What a change is to the person who uploads. */
export type Tone = 'worse' | 'better' | 'other';

/** Bad news as soon as there is any: a red flag that came, a green one that went. */
export function toneOf({ flagsGained, flagsLost }: PolicyChange): Tone {
  const came = flagsGained.map(({ colour }) => colour === 'red');
  const went = flagsLost.map(({ colour }) => colour === 'green');
  const isBad = [...came, ...went];
  if (isBad.includes(true)) return 'worse';
  return isBad.length > 0 ? 'better' : 'other';
}

/** Changes by the month they were found in, in the order they come. */
export function byMonth(changes: readonly KeptChange[]): { month: string; changes: KeptChange[] }[] {
  const name = new Intl.DateTimeFormat(languageTag(), { month: 'long', year: 'numeric' });
  const months = Map.groupBy(changes, ({ foundAt }) => name.format(foundAt));
  return [...months].map(([month, found]) => ({ month, changes: found }));
}
