import { useState } from 'preact/hooks';
import { FLAG_RULES } from '../../../../rules/flags/index.ts';
import { t } from '../../../i18n.ts';
import type { Managed } from '../../../managed/types.ts';
import { type FlagRule, TOPICS, type Topic } from '../../../policy/types.ts';
import { readSettings } from '../../../store/index.ts';
import type { RuleSettings, Settings } from '../../../store/types.ts';
import { topicWords } from '../../words/topics.ts';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import type { PageProps } from '../pages.ts';
import { PageHead } from '../parts/PageHead.tsx';
import { Said } from '../parts/Said.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { StoredPart } from '../parts/StoredPart.tsx';
import { useStored } from '../stored.ts';
import { RuleCard } from './RuleCard.tsx';
import { type StoredText, storedTexts } from './stored-texts.ts';
import { fitting } from './words.ts';

/** The person's rule settings, what their organisation has decided of them, and the stored texts to try a phrase on. */
export type RuleAround = {
  own: RuleSettings;
  managed: Managed;
  texts: readonly StoredText[];
  onChange(rules: RuleSettings): void;
};

/** Every rule by which policies are read, with its examples; each can be switched off, reweighed and given more wordings. */
export default function RulesPage({ around }: PageProps) {
  const stored = useStored(() => readAll(around));
  const [typed, setTyped] = useState('');
  const [deed, start] = useDeed();
  return (
    <>
      <PageHead title={t('dash_rules')} lead={t('dash_rules_lead')} />
      <div class="tools">
        <SearchField label={t('dash_rules_search')} typed={typed} onType={setTyped} />
        <Said deed={deed} />
      </div>
      <StoredPart stored={stored}>
        {([settings, managed, texts]) => {
          const save = (rules: RuleSettings) =>
            around.tell({ type: 'save-settings', settings: { ...settings, rules } });
          const onChange = (rules: RuleSettings) =>
            void start(() => save(rules), { doing: t('dash_rules_saving'), done: t('dash_rules_saved') });
          return (
            <Topics
              rules={fitting(FLAG_RULES, typed)}
              around={{ own: settings.rules, managed, texts, onChange }}
            />
          );
        }}
      </StoredPart>
    </>
  );
}

function Topics({ rules, around }: { rules: readonly FlagRule[]; around: RuleAround }) {
  const shown = TOPICS.filter((topic) => rules.some((rule) => rule.topic === topic));
  if (shown.length === 0) return <p>{t('dash_rules_none')}</p>;
  return (
    <>
      {shown.map((topic) => (
        <TopicRules
          key={topic}
          topic={topic}
          rules={rules.filter((rule) => rule.topic === topic)}
          around={around}
        />
      ))}
    </>
  );
}

function TopicRules({
  topic,
  rules,
  around,
}: {
  topic: Topic;
  rules: readonly FlagRule[];
  around: RuleAround;
}) {
  return (
    <section class="rule-topic" aria-labelledby={`topic-${topic}`}>
      <h2 id={`topic-${topic}`}>{topicWords(topic).name}</h2>
      <ul class="cards">
        {rules.map((rule) => (
          <RuleCard key={rule.flag} rule={rule} around={around} />
        ))}
      </ul>
    </section>
  );
}

function readAll(around: Around): Promise<[Settings, Managed, StoredText[]]> {
  return Promise.all([readSettings(), around.managed(), storedTexts()]);
}
