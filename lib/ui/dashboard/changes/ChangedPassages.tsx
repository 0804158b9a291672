import { useState } from 'preact/hooks';
import { t, tn } from '../../../i18n.ts';
import type { ChangedClause, PolicyChange } from '../../../policy/types.ts';
import { dateOfDay } from '../../words/dates.ts';
import { shortDate } from '../dates.ts';
import { SideBySide, Sides } from './SideBySide.tsx';
import type { Versions } from './versions.ts';

/** As many are shown at first; a rewritten document has hundreds. */
const AT_FIRST = 12;

type Props = { change: PolicyChange; versions?: Versions; foundAt: number };

/** The passages that changed, those that concern a creator most first. */
export function ChangedPassages({ change, versions, foundAt }: Props) {
  const [isAll, showAll] = useState(false);
  const passages = passagesOf(change);
  if (passages.length === 0) return null;
  const shown = isAll ? passages : passages.slice(0, AT_FIRST);
  return (
    <section aria-labelledby="passages">
      <h2 id="passages">{tn('dash_passages', passages.length)}</h2>
      <div class="versions">
        <Sides before={beforeOf(versions)} after={afterOf(versions, foundAt)} />
        {shown.map(({ before, after }) => (
          <SideBySide key={`${before}→${after}`} before={before} after={after} />
        ))}
      </div>
      {shown.length < passages.length && (
        <button type="button" onClick={() => showAll(true)}>
          {t('dash_show_passages', passages.length)}
        </button>
      )}
    </section>
  );
}

function passagesOf({ first, clauses: { changed, added, removed } }: PolicyChange): Partial<ChangedClause>[] {
  return (
    first ?? [...changed, ...added.map((after) => ({ after })), ...removed.map((before) => ({ before }))]
  );
}

/** By the document's own date, else by the day it was first seen. */
function beforeOf(versions: Versions | undefined): string {
  if (!versions) return t('dash_before');
  const { text, firstSeen } = versions.before;
  return text.updated
    ? t('dash_before_dated', dateOfDay(text.updated))
    : t('dash_before_seen', shortDate(firstSeen));
}

function afterOf(versions: Versions | undefined, foundAt: number): string {
  const updated = versions?.after.text.updated;
  // A silent change shows its old date: two versions of one date would tell nobody which is which.
  const isNew = updated && updated !== versions.before.text.updated;
  return isNew ? t('dash_now_dated', dateOfDay(updated)) : t('dash_now_seen', shortDate(foundAt));
}
