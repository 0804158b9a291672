import { more } from '../more.ts';
import type { Actions, Check, PopupView } from '../view.ts';
import { SitePage } from './SitePage.tsx';

type Props = { view: PopupView; check: Check; actions: Actions };

/** The whole popup below its title bar, for any view. Only a guarded site can be drawn before `loadMore`. */
export function PopupPage({ view, check, actions }: Props) {
  const Parts = more();
  if (view.kind === 'site') return <SitePage view={view} check={check} actions={actions} />;
  if (!Parts) return null;
  switch (view.kind) {
    case 'known':
      return <Parts.KnownPage view={view} actions={actions} />;
    case 'unknown':
      return <Parts.UnknownPage view={view} actions={actions} />;
    case 'damaged':
      return <Parts.DamagedPage view={view} />;
  }
}
