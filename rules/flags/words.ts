import { FLAG_RULES } from './index.ts';

/** What each rule says in plain words, by its flag. In a bundle: see `bundle.ts`. */
export const WORDS: Record<string, { title: string; why: string; advice: string }> = Object.fromEntries(
  FLAG_RULES.map(({ flag, title, why, advice }) => [flag, { title, why, advice }]),
);
