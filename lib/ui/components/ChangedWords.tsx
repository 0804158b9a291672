import { t, tn } from '../../i18n.ts';
import type { ChangedClause, PolicyChange } from '../../policy/types.ts';

/** More than this belongs on a page, not in a popup. */
const MOST_SHOWN = 4;

/** The clauses that changed, what concerns a creator first, old words struck through and new ones marked. */
export function ChangedWords({ change }: { change: PolicyChange }) {
  const edits = editsOf(change);
  if (edits.length === 0) return null;
  const rest = edits.length - MOST_SHOWN;
  return (
    <details class="words">
      <summary>{tn('change_passages', edits.length)}</summary>
      <ul>
        {edits.slice(0, MOST_SHOWN).map(({ before, after }) => (
          <li key={`${before}→${after}`}>
            {before && <Words label={t('change_before')} mark="del" text={before} />}
            {after && <Words label={t('change_now')} mark="ins" text={after} />}
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{tn('change_more_passages', rest)}</p>}
    </details>
  );
}

function editsOf({ first, clauses: { changed, added, removed } }: PolicyChange): Partial<ChangedClause>[] {
  return (
    first ?? [...changed, ...added.map((after) => ({ after })), ...removed.map((before) => ({ before }))]
  );
}

function Words({ label, mark: Mark, text }: { label: string; mark: 'del' | 'ins'; text: string }) {
  return (
    <p>
      <b>{label}</b> <Mark>{text}</Mark>
    </p>
  );
}
