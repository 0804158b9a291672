import type { PageProps } from '../pages.ts';
import { ChangePage } from './ChangePage.tsx';
import { Timeline } from './Timeline.tsx';

/** `#/changes`: all of them; `#/changes/of/<site>`: those of one site; `#/changes/<number>`: one. */
export default function ChangesPage({ path: [first, site], around }: PageProps) {
  if (first === undefined) return <Timeline key="all" around={around} />;
  if (first === 'of') return <Timeline key={site} around={around} site={site} />;
  return <ChangePage key={first} id={Number(first)} around={around} />;
}
