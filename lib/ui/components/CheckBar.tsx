import type { Check } from '../view.ts';

type Props = { plan: string; lastRead?: string; check: Check; onCheck(): void };

const OUTCOME: Record<Exclude<Check, 'idle'>, string> = {
  busy: 'Reading the policies now…',
  done: 'Checked just now.',
  failed: 'Not everything could be read.',
};

/** When the next quarterly look is due, and a way not to wait for it. */
export function CheckBar({ plan, lastRead, check, onCheck }: Props) {
  return (
    <footer class="check">
      <div>
        <p>{plan}</p>
        <p class="soft" role="status">
          {check === 'idle' ? lastRead : OUTCOME[check]}
        </p>
      </div>
      <button type="button" class="main" aria-disabled={check === 'busy'} onClick={onCheck}>
        {check === 'busy' ? 'Checking…' : 'Check now'}
      </button>
    </footer>
  );
}
