import { type MessageKey, t } from '../../i18n.ts';
import type { Check } from '../view.ts';

type Props = { plan: string; lastRead?: string; check: Check; onCheck(): void };

const OUTCOME: Record<Exclude<Check, 'idle'>, MessageKey> = {
  busy: 'check_busy',
  done: 'check_done',
  failed: 'check_failed',
};

/** When the next quarterly look is due, and a way not to wait for it. */
export function CheckBar({ plan, lastRead, check, onCheck }: Props) {
  return (
    <footer class="check">
      <div>
        <p>{plan}</p>
        <p class="soft" role="status">
          {check === 'idle' ? lastRead : t(OUTCOME[check])}
        </p>
      </div>
      <button type="button" class="main" aria-disabled={check === 'busy'} onClick={onCheck}>
        {check === 'busy' ? t('check_button_busy') : t('check_button')}
      </button>
    </footer>
  );
}
