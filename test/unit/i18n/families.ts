import { PROBLEM_IDS } from '../../../lib/policy/rules/problems.ts';
import { TOPICS, WORK_KINDS } from '../../../lib/policy/types.ts';
import { SENTENCES } from '../../../lib/strip/sentence-list.ts';
import { FINDING_KINDS } from '../../../lib/strip/types.ts';
import { REMARKS } from '../../../lib/upload/remarks.ts';
import site from '../../../rules/site.schema.json' with { type: 'json' };

const DOCUMENTS = ['privacy', 'terms'];
const VERDICTS = ['good', 'mixed', 'bad', 'silent'];

const { status, uploads, purposes, facts } = site.properties;
const { training, privateMode } = facts.properties;
const asKeys = (ids: readonly string[]) => ids.map((id) => id.replaceAll('-', '_'));

/**
 * Keys that the sources put together: the template as it stands in the source, with `*` for what is put in, and what that can be.
 * Everything else must stand in the sources as it is, in quotes.
 */
export const FAMILIES: Record<string, readonly (readonly string[])[]> = {
  'topic_*_name': [TOPICS],
  'topic_*_question': [TOPICS],
  'verdict_*': [VERDICTS],
  'tally_*': [VERDICTS],
  'work_*': [WORK_KINDS],
  'document_*': [DOCUMENTS],
  'quote_link_*': [DOCUMENTS],
  'change_*': [DOCUMENTS],
  'reading_only_*': [DOCUMENTS],
  'popup_guard_*_title': [['absent', 'limited']],
  'phrase_*': [PROBLEM_IDS],
  'strip_kind_*': [FINDING_KINDS.filter((kind) => kind !== 'other')],
  'guard_to_*': [Object.keys(REMARKS)],
  'strip_*': [Object.keys(SENTENCES)],
  'dash_seen_*': [site.$defs.seen.enum],
  'dash_status_*': [status.enum],
  'dash_takes_*': [uploads.items.enum],
  'dash_for_*': [asKeys(purposes.items.enum)],
  'dash_trains_*': [asKeys(training.properties.answer.enum)],
  'dash_plan_*': [privateMode.properties.plan.enum],
  'popup_guard_*_text': [['absent', 'limited']],
};

/** The keys of one family: each `*` in turn takes each of its words. */
export function keysOf(family: string, words: readonly (readonly string[])[]): string[] {
  return words.reduce<string[]>(
    (keys, each) => keys.flatMap((key) => each.map((word) => key.replace('*', word))),
    [family],
  );
}
