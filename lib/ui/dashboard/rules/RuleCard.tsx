import { t } from '../../../i18n.ts';
import type { FlagRule } from '../../../policy/types.ts';
import { Icon } from '../../components/Icon.tsx';
import { flagWords } from '../../words/flags.ts';
import { OwnPhrases } from './OwnPhrases.tsx';
import type { RuleAround } from './RulesPage.tsx';
import { isOffFor, reweighed, switched, weightFor } from './words.ts';

const WEIGHTS = [1, 2, 3, 4, 5] as const;

type Props = { rule: FlagRule; around: RuleAround };

/** One rule: what it looks for and why, how much it weighs, its examples both ways, and the person's own wordings. */
export function RuleCard({ rule, around }: Props) {
  const { flag, colour } = rule;
  const { title, why } = flagWords(flag);
  const isOff = isOffFor(flag, around);
  return (
    <li class={isOff ? 'card-box rule rule-off' : 'card-box rule'} id={`rule-${flag}`}>
      <div class="rule-head">
        <h3 class={`rule-${colour}`}>
          <Icon name={colour === 'red' ? 'against' : 'for'} />
          <span class="sr">{t(colour === 'red' ? 'dash_rule_red' : 'dash_rule_green')} </span>
          {title}
        </h3>
        <Controls rule={rule} title={title} isOff={isOff} around={around} />
      </div>
      {why && <p class="soft">{why}</p>}
      <details>
        <summary>{t('dash_rule_details')}</summary>
        <Examples rule={rule} />
        <OwnPhrases flag={flag} around={around} />
      </details>
    </li>
  );
}

function Controls({ rule, title, isOff, around }: Props & { title: string; isOff: boolean }) {
  const { own, managed, onChange } = around;
  const { flag } = rule;
  const isOffByOthers = managed.rules.off.includes(flag);
  const isWeighedByOthers = managed.rules.weights[flag] !== undefined;
  const weight = weightFor(rule, around);
  return (
    <div class="rule-controls">
      {(isOffByOthers || isWeighedByOthers) && <span class="tag">{t('dash_decided')}</span>}
      <label class="rule-weight">
        {t('dash_rule_weight')}
        <span class="sr">: {title}</span>
        <select
          value={weight}
          disabled={isWeighedByOthers || isOff}
          onChange={({ currentTarget: { value } }) => onChange(reweighed(own, rule, Number(value)))}
        >
          {WEIGHTS.map((each) => (
            <option key={each} value={each} selected={each === weight}>
              {each === rule.weight ? t('dash_rule_weight_usual', each) : each}
            </option>
          ))}
        </select>
      </label>
      <label class="rule-switch">
        <input
          type="checkbox"
          checked={!isOff}
          disabled={isOffByOthers}
          onChange={({ currentTarget: { checked } }) => onChange(switched(own, flag, checked))}
        />
        {t('dash_rule_counts')}
        <span class="sr">: {title}</span>
      </label>
    </div>
  );
}

/** The project's own example sentences, and the phrases that find them. They are English, as the policies are. */
function Examples({ rule: { phrases, matches, near } }: { rule: FlagRule }) {
  return (
    <div class="examples" lang="en">
      <h4>{t('dash_rule_matches')}</h4>
      <ul>
        {matches.map((text) => (
          <li key={text}>
            <Icon name="for" /> {text}
          </li>
        ))}
      </ul>
      <h4>{t('dash_rule_near')}</h4>
      <ul>
        {near.map(({ text, because }) => (
          <li key={text}>
            <Icon name="against" /> {text} <span class="soft">({because})</span>
          </li>
        ))}
      </ul>
      <h4>{t('dash_rule_phrases')}</h4>
      <ul class="phrases">
        {phrases.map((phrase) => (
          <li key={phrase}>
            <code>{phrase}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
