import type { ComponentChildren } from 'preact';
import { FACETS, SHIELD_BOX } from '../../shield.ts';

/** Nothing there yet: what will be, and how it gets there. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="empty">
      <svg viewBox={SHIELD_BOX} aria-hidden="true" focusable="false">
        {FACETS.map((points) => (
          <polygon key={points} class="facet facet-silent" points={points} />
        ))}
      </svg>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
