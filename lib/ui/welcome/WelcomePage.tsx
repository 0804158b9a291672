import { t } from '../../i18n.ts';
import { PromiseScreen } from './PromiseScreen.tsx';
import { Steps } from './Steps.tsx';
import { TryScreen } from './TryScreen.tsx';
import { SCREENS, type WelcomeActions, type WelcomeView } from './view.ts';
import { WhereScreen } from './WhereScreen.tsx';

type Props = { view: WelcomeView; actions: WelcomeActions };

/** What a person sees once, after installing: what it does, a photo to try it on, where it works. */
export function WelcomePage({ view, actions }: Props) {
  const at = SCREENS.indexOf(view.screen);
  const next = SCREENS[at + 1];
  const previous = SCREENS[at - 1];
  return (
    <>
      <header class="welcome-brand">
        <img src="/icon/icon.svg" alt="" width="28" height="28" />
        {t('name')}
      </header>
      <main class="welcome">
        {view.screen === 'promise' && <PromiseScreen />}
        {view.screen === 'try' && <TryScreen view={view} actions={actions} />}
        {view.screen === 'where' && <WhereScreen sites={view.sites} />}
        <nav class="welcome-nav" aria-label={t('welcome_steps')}>
          <Steps current={view.screen} onShow={actions.show} />
          <div class="welcome-buttons">
            {previous && (
              <button type="button" class="plain" onClick={() => actions.show(previous)}>
                {t('welcome_back')}
              </button>
            )}
            {next && (
              <button type="button" class="main" onClick={() => actions.show(next)}>
                {t('welcome_next')}
              </button>
            )}
          </div>
        </nav>
      </main>
    </>
  );
}
