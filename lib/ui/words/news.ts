import { headlineOf, type News } from '../../watch/headline.ts';
import { flagWords } from './flags.ts';

/** A change in one line, in the person's language. */
export function newsOf(change: News): string {
  return headlineOf(change, (flag) => flagWords(flag).title);
}
