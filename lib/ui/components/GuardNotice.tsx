import { t } from '../../i18n.ts';
import type { GuardState } from '../view.ts';
import { Notice } from './Notice.tsx';

/** The page has no guard, or only half of one. Nobody may read here that files are cleaned when they are not. */
export function GuardNotice({ guard, onReload }: { guard: GuardState; onReload(): void }) {
  if (guard === 'up') return null;
  return (
    <Notice
      tone={guard === 'absent' ? 'bad' : 'mixed'}
      icon={guard === 'absent' ? 'bad' : 'mixed'}
      title={t(`popup_guard_${guard}_title`)}
    >
      <p>{t(`popup_guard_${guard}_text`)}</p>
      <button type="button" class="main" onClick={onReload}>
        {t('popup_guard_reload')}
      </button>
    </Notice>
  );
}
