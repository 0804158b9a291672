import { FACETS, SHIELD_BOX } from '../shield.ts';

/** The mark: the faceted shield, in the shades of the product. */
export function Mark() {
  return (
    <svg class="mark" viewBox={SHIELD_BOX} aria-hidden="true" focusable="false">
      {FACETS.map((points, at) => (
        <polygon key={points} class={`shade-${at}`} points={points} />
      ))}
    </svg>
  );
}
