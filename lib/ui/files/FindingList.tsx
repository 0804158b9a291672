import type { Finding } from '../../strip/types.ts';
import { findingLines } from './finding-lines.ts';

/** What is, or was, in a file: each kind of thing with what it says. `gone` strikes it through. */
export function FindingList({ findings, gone = false }: { findings: readonly Finding[]; gone?: boolean }) {
  return (
    <dl class={gone ? 'findings findings-gone' : 'findings'}>
      {findingLines(findings).map(({ label, values }) => (
        <div key={label}>
          <dt>{label}</dt>
          {values.length > 0 && <dd>{gone ? <del>{values.join(' · ')}</del> : values.join(' · ')}</dd>}
        </div>
      ))}
    </dl>
  );
}
