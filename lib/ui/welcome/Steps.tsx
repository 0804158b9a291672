import { t } from '../../i18n.ts';
import { SCREENS, type Screen } from './view.ts';

const NAMES: Record<Screen, Parameters<typeof t>[0]> = {
  promise: 'welcome_step_promise',
  try: 'welcome_step_try',
  where: 'welcome_step_where',
};

/** Where the person is among the screens, and a way to any of them. */
export function Steps({ current, onShow }: { current: Screen; onShow(screen: Screen): void }) {
  return (
    <ol class="welcome-steps">
      {SCREENS.map((screen) => (
        <li key={screen}>
          <button
            type="button"
            aria-current={screen === current ? 'step' : undefined}
            onClick={() => onShow(screen)}
          >
            {t(NAMES[screen])}
          </button>
        </li>
      ))}
    </ol>
  );
}
