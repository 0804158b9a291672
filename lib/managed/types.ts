import type { Cadence, FileChoices } from '../store/types.ts';

/**
 * What an organisation has decided for everybody whose browser it manages, as far as it could be understood. A choice that is there
 * stands above the person's own.
 */
export type Managed = {
  cadence?: Cadence;
  /** Choices of how files are cleaned; those that are left out are the person's. */
  files: Partial<FileChoices>;
  /** Origins to guard beside the catalogue's sites: "https://ai.studio.example". */
  sites: string[];
  /** Ids of catalogue sites and origins of others that nobody may use for client work. */
  notForClientWork: string[];
  rules: ManagedRules;
  /** Names of settings that could not be understood. They are not in force, and the person is told. */
  unclear: string[];
};

/** Changes to the rules: flags that do not count, other weights (1 to 5), and more phrases, by flag. */
export type ManagedRules = {
  off: string[];
  weights: Record<string, number>;
  phrases: Record<string, string[]>;
};
