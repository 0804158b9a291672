import { t } from '../../i18n.ts';
import { type CardReading, WORK_KINDS, type WorkKind } from '../../policy/types.ts';

type Props = {
  readings: Record<WorkKind, CardReading>;
  work: WorkKind;
  onChoose(work: WorkKind): void;
};

/** Chooses for which kind of work the card is read. Both grades are in sight, so that the kinder one cannot hide the other. */
export function WorkSwitch({ readings, work, onChoose }: Props) {
  return (
    <fieldset class="switch">
      <legend class="sr">{t('work_legend')}</legend>
      {WORK_KINDS.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name="work"
            class="sr"
            value={kind}
            checked={kind === work}
            onChange={() => onChoose(kind)}
          />
          <span>
            {t(`work_${kind}`)} <b>{readings[kind].grade}</b>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
