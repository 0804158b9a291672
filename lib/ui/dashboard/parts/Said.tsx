import type { Deed } from '../deed.ts';

/** What there is to say of a deed, also to those who do not see it. */
export function Said({ deed: { said, isProblem } }: { deed: Deed }) {
  return (
    <p class={isProblem ? 'said problem' : 'said'} role="status">
      {said}
    </p>
  );
}
