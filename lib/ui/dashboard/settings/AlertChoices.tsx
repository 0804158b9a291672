import { languageTag, t } from '../../../i18n.ts';
import { CADENCES, type Cadence, type QuietHours } from '../../../store/types.ts';
import type { SettingsProps } from './SettingsPage.tsx';

const CADENCE_WORDS: Record<Cadence, Parameters<typeof t>[0]> = {
  month: 'dash_cadence_month',
  quarter: 'dash_cadence_quarter',
  'half-year': 'dash_cadence_half_year',
};

const NIGHT: QuietHours = { from: 22, to: 7 };
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** How often policies are read again, and when nothing may ring. */
export function AlertChoices({ own, managed, onChange }: SettingsProps) {
  const isDecided = managed.cadence !== undefined;
  return (
    <fieldset class="card-box">
      <legend>{t('dash_settings_alerts')}</legend>
      <div class="choice-group" role="radiogroup" aria-labelledby="cadence">
        <p id="cadence">
          <b>{t('dash_cadence')}</b> {isDecided && <span class="tag">{t('dash_decided')}</span>}
        </p>
        {CADENCES.map((cadence) => (
          <label key={cadence} class="choice">
            <input
              type="radio"
              name="cadence"
              checked={cadence === (managed.cadence ?? own.cadence)}
              disabled={isDecided}
              onChange={() => onChange({ cadence })}
            />
            <span>{t(CADENCE_WORDS[cadence])}</span>
          </label>
        ))}
      </div>
      <label class="choice">
        <input
          type="checkbox"
          name="quiet"
          checked={own.quiet !== null}
          onChange={({ currentTarget: { checked } }) => onChange({ quiet: checked ? NIGHT : null })}
        />
        <span>
          <b>{t('dash_quiet')}</b>
          <span class="soft">{t('dash_quiet_why')}</span>
        </span>
      </label>
      {own.quiet && <Hours quiet={own.quiet} onChange={(quiet) => onChange({ quiet })} />}
    </fieldset>
  );
}

function Hours({ quiet, onChange }: { quiet: QuietHours; onChange(quiet: QuietHours): void }) {
  return (
    <div class="hours">
      <Hour label={t('dash_quiet_from')} hour={quiet.from} onPick={(from) => onChange({ ...quiet, from })} />
      <Hour label={t('dash_quiet_to')} hour={quiet.to} onPick={(to) => onChange({ ...quiet, to })} />
    </div>
  );
}

function Hour({ label, hour, onPick }: { label: string; hour: number; onPick(hour: number): void }) {
  return (
    <label class="field">
      {label}
      <select value={hour} onChange={({ currentTarget: { value } }) => onPick(Number(value))}>
        {HOURS.map((each) => (
          <option key={each} value={each} selected={each === hour}>
            {clock(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

function clock(hour: number): string {
  return new Intl.DateTimeFormat(languageTag(), {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(Date.UTC(2026, 0, 1, hour));
}
