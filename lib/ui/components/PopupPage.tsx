import type { Actions, Check, PopupView } from '../view.ts';
import { DamagedPage } from './DamagedPage.tsx';
import { SitePage } from './SitePage.tsx';
import { UnknownPage } from './UnknownPage.tsx';

type Props = { view: PopupView; check: Check; actions: Actions };

/** The whole popup below its title bar, for any view. */
export function PopupPage({ view, check, actions }: Props) {
  switch (view.kind) {
    case 'site':
      return <SitePage view={view} check={check} actions={actions} />;
    case 'unknown':
      return <UnknownPage view={view} actions={actions} />;
    case 'damaged':
      return <DamagedPage view={view} />;
  }
}
