import type { Verdict } from '../../../policy/types.ts';
import { Icon } from '../../components/Icon.tsx';
import { verdictWord } from '../../words/topics.ts';

/** A verdict as a drawing and a word. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return (
    <span class={`verdict-mark verdict-${verdict}`}>
      <Icon name={verdict} />
      {verdictWord(verdict)}
    </span>
  );
}
