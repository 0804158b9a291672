import { useMemo, useState } from 'preact/hooks';
import { t, tn } from '../../../i18n.ts';
import type { AlignedRow } from '../../../policy/compare/align.ts';
import { SideBySide } from './SideBySide.tsx';
import { folded, type Shown, type Versions } from './versions.ts';

/** Both versions from their first word to their last, in order; put together only when somebody opens it. */
export function WholeText({ versions }: { versions: Versions }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="panel whole" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('dash_whole_text')}</summary>
      {isOpen && <Rows versions={versions} />}
    </details>
  );
}

function Rows({ versions: { before, after } }: { versions: Versions }) {
  const shown = useMemo(() => folded(before.text, after.text), [before, after]);
  return (
    <div class="versions">
      {shown.map((one) => (
        <Part key={one.at} part={one} />
      ))}
    </div>
  );
}

function Part({ part }: { part: Shown }) {
  if (!('leftOut' in part)) return <Row row={part} />;
  return (
    <details class="left-out">
      <summary>{tn('dash_unchanged', part.leftOut.length)}</summary>
      {part.leftOut.map((row) => (
        <Row key={row.at} row={row} />
      ))}
    </details>
  );
}

function Row({ row: { kind, before, after, isHeading } }: { row: AlignedRow }) {
  const isMoved = kind === 'moved';
  return (
    <div class={isHeading ? 'side-heading' : undefined}>
      <SideBySide before={before} after={after} isSame={kind === 'same' || isMoved} isMoved={isMoved} />
    </div>
  );
}
