import { MOST_OWN_PHRASES, type OwnPhrase } from '../../policy/types.ts';
import { byName, count, list, oneOf, orNull, record, type Shape, text, upTo, yesOrNo } from '../shape.ts';
import { CADENCES, type FileChoices, type QuietHours, type RuleSettings, type Settings } from '../types.ts';
import { USUAL_FILES, USUAL_RULES } from '../usual.ts';

const MOST_SITES = 1_000;
const MOST_FLAGS = 500;

const fileChoices = record<FileChoices>({
  keepCopyright: yesOrNo,
  keepColourProfile: yesOrNo,
  keepHdr: yesOrNo,
  neutralName: yesOrNo,
  freshTimestamp: yesOrNo,
  lookForHiddenText: yesOrNo,
});

const ruleSettings = record<RuleSettings>({
  off: list(text(100), MOST_FLAGS),
  weights: byName(oneOf([1, 2, 3, 4, 5]), MOST_FLAGS),
  phrases: list(record<OwnPhrase>({ flag: text(100), phrase: text(2_000) }), MOST_OWN_PHRASES),
});

const sites = list(text(100), MOST_SITES);
const hour: Shape<number> = (value) => upTo(23)(count(value));
const quietHours = orNull(record<QuietHours>({ from: hour, to: hour }));

/** What the person chose; what older backups did not know yet is as it comes. */
export const settings = record<Settings>({
  cadence: oneOf(CADENCES),
  muted: sites,
  // The first backups had none of these.
  notForClients: (value) => (value === undefined ? [] : sites(value)),
  quiet: (value) => (value === undefined ? null : quietHours(value)),
  files: (value) => (value === undefined ? USUAL_FILES : fileChoices(value)),
  rules: (value) => (value === undefined ? USUAL_RULES : ruleSettings(value)),
});
