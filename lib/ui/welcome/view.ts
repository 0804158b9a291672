import type { StripResult } from '../../strip/types.ts';

/** The three screens, in their order. */
export const SCREENS = ['promise', 'try', 'where'] as const;
export type Screen = (typeof SCREENS)[number];

/** A photo on the second screen: as it was given, then what cleaning it came to. */
export type Trial = { name: string; size: number; picture: string; result: StripResult; cleaned: boolean };

/** Everything the welcome page draws. `failed`: the last photo could not be read. */
export type WelcomeView = { screen: Screen; sites: number; trial?: Trial; failed?: boolean };

export type WelcomeActions = {
  show(screen: Screen): void;
  /** Looks into a photo of the person's own. */
  look(file: File): void;
  /** Takes out what was found in it. */
  clean(): void;
  /** Saves the clean copy. */
  save(): void;
};
