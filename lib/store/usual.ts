import type { FileChoices, RuleSettings, Settings } from './types.ts';

/** There is one set of settings. */
export const SETTINGS_KEY = 'settings';

/** How files are cleaned until the person chooses otherwise: as the stripper does it by itself. */
export const USUAL_FILES: FileChoices = {
  keepCopyright: false,
  keepColourProfile: true,
  keepHdr: true,
  neutralName: false,
  freshTimestamp: true,
  lookForHiddenText: false,
};

/** The rules as they come. */
export const USUAL_RULES: RuleSettings = { off: [], weights: {}, phrases: [] };

/** What holds until the person chooses otherwise. */
export const USUAL_SETTINGS: Settings = {
  cadence: 'quarter',
  muted: [],
  notForClients: [],
  quiet: null,
  files: USUAL_FILES,
  rules: USUAL_RULES,
};
