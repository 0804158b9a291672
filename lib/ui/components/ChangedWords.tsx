import type { ChangedClause, PolicyChange } from '../../policy/types.ts';
import { countOf } from '../words/lists.ts';

/** More than this belongs on a page, not in a popup. */
const MOST_SHOWN = 4;

/** The clauses that changed, what concerns a creator first, old words struck through and new ones marked. */
export function ChangedWords({ change }: { change: PolicyChange }) {
  const edits = editsOf(change);
  if (edits.length === 0) return null;
  const rest = edits.length - MOST_SHOWN;
  return (
    <details class="words">
      <summary>{countOf(edits.length, 'passage')} changed</summary>
      <ul>
        {edits.slice(0, MOST_SHOWN).map(({ before, after }) => (
          <li key={`${before}→${after}`}>
            {before && <Words label="Before" mark="del" text={before} />}
            {after && <Words label="Now" mark="ins" text={after} />}
          </li>
        ))}
      </ul>
      {rest > 0 && <p>And {countOf(rest, 'more passage')}.</p>}
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
      <b>{label}:</b> <Mark>{text}</Mark>
    </p>
  );
}
