import { FLAG_RULES } from '../../rules/flags/index.ts';
import { browser } from '../browser.ts';
import { translation } from '../i18n.ts';
import { currentSettings } from '../managed/index.ts';
import * as policy from '../policy/index.ts';
import * as store from '../store/index.ts';
import { flagKey } from '../ui/words/flags.ts';
import { fetchPolicy, type PolicyEngine, politely, type WatchDeps } from '../watch/index.ts';
import { bell } from './bell.ts';

/** The longest a single document may take, in ms: below the half minute of idleness after which Chromium ends a worker. */
const TIME_LIMIT = 20_000;

const net = {
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  permitted: (pattern: string) => browser.permissions.contains({ origins: [pattern] }),
  timeLimit: TIME_LIMIT,
  now: Date.now,
};

// A web lock and not a stored lease: the browser itself lets go of it when the worker dies, whatever the clock says.
const exclusive: WatchDeps['exclusive'] = (name, work) => navigator.locks.request(name, work);

const manners = {
  exclusive,
  now: Date.now,
  random: Math.random,
  sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
};

const titles = new Map(FLAG_RULES.map(({ flag, title }) => [flag, title]));

/** The watch's outside, for real, but for the rules, which the person may have changed. */
const outside: Omit<WatchDeps, 'engine'> = {
  now: Date.now,
  fetchPolicy: politely((ask) => fetchPolicy(ask, net), manners),
  store: { ...store, readSettings: currentSettings },
  bell,
  // A change may have been stored by rules of another version: its flag's name is still words.
  titleOf: (flag) => translation(flagKey(flag, 'title')) ?? titles.get(flag) ?? flag.replaceAll('-', ' '),
  exclusive,
};

/** The watch's outside as it is now: it reads with the rules that hold. */
export async function watchDeps(): Promise<WatchDeps> {
  const { rules } = await currentSettings();
  return { ...outside, engine: engineWith(policy.withChoices(rules)) };
}

function engineWith(rules: readonly policy.FlagRule[]): PolicyEngine {
  return {
    ENGINE: policy.engineVersion(rules),
    extractPolicy: policy.extractPolicy,
    fingerprint: policy.fingerprint,
    scorePolicy: (documents) => policy.scorePolicy(documents, rules),
    comparePolicies: (before, after, document, options) =>
      policy.comparePolicies(before, after, document, { ...options, rules }),
  };
}
