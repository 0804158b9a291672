import { formatNumber, t } from '../../i18n.ts';
import { stripText } from '../../words/strip.ts';
import { Notice } from '../components/Notice.tsx';
import { FindingList } from '../files/FindingList.tsx';
import type { Trial, WelcomeActions, WelcomeView } from './view.ts';

type Props = { view: WelcomeView; actions: WelcomeActions };

/** A photo to try: what it would tell a site, then the same photo without. */
export function TryScreen({ view: { trial, failed }, actions }: Props) {
  return (
    <section>
      <h1 tabIndex={-1}>{t('welcome_try_title')}</h1>
      <p>{t('welcome_try_text')}</p>
      {failed && <Notice tone="mixed" icon="mixed" title={t('welcome_try_failed')} />}
      {trial && <TrialCard trial={trial} actions={actions} />}
      <p>
        <label class="file-button">
          {t('welcome_own_photo')}
          <input
            type="file"
            class="sr"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) actions.look(file);
              currentTarget.value = '';
            }}
          />
        </label>{' '}
        <span class="soft">{t('welcome_own_photo_stays')}</span>
      </p>
    </section>
  );
}

function TrialCard({ trial, actions }: { trial: Trial; actions: WelcomeActions }) {
  const { name, picture, result, cleaned } = trial;
  const canClean = result.status === 'stripped';
  return (
    <div class="trial">
      <figure>
        <img src={picture} alt={t('welcome_photo_alt', name)} />
        <figcaption class="soft">{name}</figcaption>
      </figure>
      <div class="trial-facts">
        <h2>{t(headingOf(trial))}</h2>
        <FindingList findings={result.findings} gone={cleaned} />
        {result.problems.map((problem) => (
          <p key={problem}>{stripText(problem)}</p>
        ))}
        <p role="status">{cleaned && t('welcome_cleaned', formatNumber(result.removedBytes))}</p>
        {canClean && (
          <button type="button" class="main" onClick={cleaned ? actions.save : actions.clean}>
            {t(cleaned ? 'welcome_save' : 'welcome_clean')}
          </button>
        )}
      </div>
    </div>
  );
}

function headingOf({ result: { status }, cleaned }: Trial): Parameters<typeof t>[0] {
  if (cleaned) return 'welcome_after';
  if (status === 'stripped') return 'welcome_before';
  return status === 'clean' ? 'welcome_nothing' : 'welcome_cannot';
}
