/** The settings, as our own pages send them. */
import { MOST_OWN_PHRASES, type OwnPhrase } from '../policy/types.ts';
import {
  CADENCES,
  FILE_CHOICES,
  type FileChoices,
  type QuietHours,
  type RuleSettings,
  type Settings,
} from '../store/types.ts';
import { isCount, isOneOf, isText, record, type Unknown } from './checks.ts';
import { MAX_FLAGS, MAX_ID, MAX_PHRASE, MAX_SITES } from './limits.ts';

/** These are the settings from now on. */
export type SaveSettings = { type: 'save-settings'; settings: Settings };

/** Settings, rebuilt; null when they are not such. */
export function saveSettings(v: Unknown): SaveSettings | null {
  const { cadence, quiet, muted, notForClients, files, rules: chosen } = record(v.settings) ?? {};
  const choices = fileChoices(files);
  const hours = quietHours(quiet);
  const rules = ruleSettings(chosen);
  if (!choices || !rules || hours === undefined || !isOneOf(cadence, CADENCES)) return null;
  if (!isSites(muted) || !isSites(notForClients)) return null;
  const settings = { cadence, quiet: hours, files: choices, rules };
  return {
    type: 'save-settings',
    settings: { ...settings, muted: [...muted], notForClients: [...notForClients] },
  };
}

/** Two hours of the day, or null for none; undefined when it is neither. */
function quietHours(value: unknown): QuietHours | null | undefined {
  const { from, to } = record(value) ?? {};
  if (value === null) return null;
  return isCount(from) && isCount(to) && from < 24 && to < 24 ? { from, to } : undefined;
}

/** What was changed about the rules; null when it is not that. Whether a flag is there and a phrase is one is for the engine to say. */
function ruleSettings(value: unknown): RuleSettings | null {
  const { off, weights, phrases } = record(value) ?? {};
  const given = record(weights);
  if (!Array.isArray(off) || !given || !Array.isArray(phrases)) return null;
  if (off.length > MAX_FLAGS || phrases.length > MOST_OWN_PHRASES) return null;
  if (Object.keys(given).length > MAX_FLAGS || !Object.values(given).every(isWeight)) return null;
  if (!off.every((flag) => isText(flag, MAX_ID)) || !phrases.every(isOwnPhrase)) return null;
  return {
    off: [...off],
    weights: { ...(given as Record<string, number>) },
    phrases: phrases.map(({ flag, phrase }) => ({ flag, phrase })),
  };
}

function isWeight(value: unknown): boolean {
  return isCount(value) && value >= 1 && value <= 5;
}

function isOwnPhrase(value: unknown): value is OwnPhrase {
  const { flag, phrase } = record(value) ?? {};
  return isText(flag, MAX_ID) && isText(phrase, MAX_PHRASE);
}

function isSites(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MAX_SITES && value.every((site) => isText(site, MAX_ID));
}

/** How files are cleaned: a yes or no to every choice; null when it is not that. */
export function fileChoices(value: unknown): FileChoices | null {
  const v = record(value) ?? {};
  if (!FILE_CHOICES.every((choice) => typeof v[choice] === 'boolean')) return null;
  return Object.fromEntries(FILE_CHOICES.map((choice) => [choice, v[choice]])) as FileChoices;
}
