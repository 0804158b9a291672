import { FLAG_RULES } from './index.ts';

/** What each rule is called, by its flag. In a bundle: see `bundle.ts`. */
export const TITLES: Record<string, string> = Object.fromEntries(
  FLAG_RULES.map(({ flag, title }) => [flag, title]),
);
