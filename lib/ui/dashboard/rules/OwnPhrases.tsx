import { useState } from 'preact/hooks';
import { t, tn } from '../../../i18n.ts';
import { checkPhrase, MOST_OWN_PHRASES } from '../../../policy/index.ts';
import type { RuleAround } from './RulesPage.tsx';
import { Trial } from './Trial.tsx';
import { problemWords, withoutPhrase, withPhrase } from './words.ts';

type Props = { flag: string; around: RuleAround };

/** The person's own wordings of a flag, and a field for another, which shows at once what it finds in the stored policies. */
export function OwnPhrases({ flag, around: { own, managed, texts, onChange } }: Props) {
  const [typed, setTyped] = useState('');
  const checked = checkPhrase(typed);
  const isFull = own.phrases.length >= MOST_OWN_PHRASES;
  const mine = own.phrases.filter((each) => each.flag === flag);
  const theirs = managed.rules.phrases[flag] ?? [];
  return (
    <div class="own-phrases">
      <h4>{t('dash_rule_own')}</h4>
      {mine.length + theirs.length > 0 && (
        <ul class="phrases">
          {theirs.map((phrase) => (
            <li key={phrase}>
              <code>{phrase}</code> <span class="tag">{t('dash_decided')}</span>
            </li>
          ))}
          {mine.map((each) => (
            <li key={each.phrase}>
              <code>{each.phrase}</code>{' '}
              <button type="button" class="small" onClick={() => onChange(withoutPhrase(own, each))}>
                {t('dash_rule_remove')}
                <span class="sr">: {each.phrase}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!checked.ok || isFull) return;
          onChange(withPhrase(own, { flag, phrase: typed.trim() }));
          setTyped('');
        }}
      >
        <label class="field">
          {t('dash_rule_add')}
          <input
            type="text"
            value={typed}
            maxLength={2000}
            lang="en"
            spellcheck={false}
            aria-describedby={`hint-${flag}`}
            onInput={({ currentTarget: { value } }) => setTyped(value)}
          />
        </label>
        <button type="submit" class="main small" aria-disabled={!checked.ok || isFull}>
          {t('dash_rule_add_do')}
        </button>
      </form>
      <p id={`hint-${flag}`} class="soft">
        {isFull ? tn('dash_rule_full', MOST_OWN_PHRASES) : t('dash_rule_hint')}
      </p>
      {typed.trim() !== '' && !checked.ok && <p class="problem">{problemWords(checked.problem)}</p>}
      {checked.ok && <Trial phrase={typed} flag={flag} texts={texts} />}
    </div>
  );
}
