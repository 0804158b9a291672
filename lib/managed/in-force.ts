import type { OwnPhrase } from '../policy/types.ts';
import { addedId } from '../sites/added.ts';
import type { RuleSettings, Settings } from '../store/types.ts';
import type { Managed, ManagedRules } from './types.ts';

/** The settings that hold: the organisation's where it has decided, the person's otherwise; what it forbids or adds comes on top. */
export function settingsInForce(own: Settings, managed: Managed): Settings {
  return {
    ...own,
    cadence: managed.cadence ?? own.cadence,
    files: { ...own.files, ...managed.files },
    notForClients: [...new Set([...own.notForClients, ...managed.notForClientWork.map(siteOf)])],
    rules: rulesInForce(own.rules, managed.rules),
  };
}

/** Sites are named by their id in the catalogue, others by their origin. */
function siteOf(name: string): string {
  return URL.canParse(name) ? addedId(name) : name;
}

function rulesInForce(own: RuleSettings, { off, weights, phrases }: ManagedRules): RuleSettings {
  return {
    off: [...new Set([...off, ...own.off])],
    weights: { ...own.weights, ...weights },
    phrases: [...ownPhrases(phrases), ...own.phrases],
  };
}

function ownPhrases(phrases: ManagedRules['phrases']): OwnPhrase[] {
  return Object.entries(phrases).flatMap(([flag, each]) => each.map((phrase) => ({ flag, phrase })));
}
