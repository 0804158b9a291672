import { t } from '../../i18n.ts';
import { more } from '../more.ts';
import { type Reading, readingOf } from '../reading.ts';
import { sourcesOf } from '../sources.ts';
import type { Actions, Check, SiteView } from '../view.ts';
import { lastReadOf, planOf } from '../words/plan.ts';
import { cardFor } from '../words/verdict.ts';
import { CheckBar } from './CheckBar.tsx';
import { Checklist } from './Checklist.tsx';
import { Hero } from './Hero.tsx';
import { TabActivity } from './TabActivity.tsx';
import { TopicList } from './TopicList.tsx';

type Props = { view: SiteView; check: Check; actions: Actions };

/** The popup on a guarded site, whatever is known of it. */
export function SitePage({ view, check, actions }: Props) {
  const Parts = more();
  const { site, review, added, work } = view;
  const hasDocuments = !added && site.policies.length > 0;
  const reading = readingOf(review);
  const guarded = view.permitted && view.guard !== 'absent';
  return (
    <>
      <main>
        <Hero name={site.name} {...headline(view, reading)} work={work} onChoose={actions.choose} />
        {Parts && <Parts.SiteNotices view={view} actions={actions} />}
        {hasDocuments && <ReadingState view={view} reading={reading} guarded={guarded} />}
        {!view.privately && <TabActivity entries={view.ledger} guarded={guarded} />}
        {!view.privately && <Checklist view={view} actions={actions} />}
        {reading.kind === 'scored' && (
          <TopicList card={cardFor(reading.card, work)} sources={sourcesOf(site, review)} work={work} />
        )}
        <Further view={view} reading={reading} actions={actions} />
      </main>
      {hasDocuments && (
        <CheckBar
          plan={planOf(view)}
          lastRead={lastReadOf(view)}
          check={check}
          onCheck={() => actions.checkNow(site.id)}
        />
      )}
    </>
  );
}

type StateProps = { view: SiteView; reading: Reading; guarded: boolean };

/** What was found out about the documents, and what was not. */
function ReadingState({ view: { site, now }, reading, guarded }: StateProps) {
  const Parts = more();
  if (!Parts) return null;
  switch (reading.kind) {
    case 'waiting':
      return <Parts.Waiting site={site} started={reading.started} guarded={guarded} />;
    case 'unreadable':
      return <Parts.Unreadable documents={reading.documents} guarded={guarded} />;
    case 'scored':
      return <Parts.ReadingNotices reading={reading} now={now} />;
  }
}

/** What stands below the fold: it is drawn once it is there. */
function Further({ view, reading, actions }: { view: SiteView; reading: Reading; actions: Actions }) {
  const Parts = more();
  if (!Parts) return null;
  const { site, review, now } = view;
  const card = reading.kind === 'scored' ? reading.card : undefined;
  return (
    <>
      <Parts.Strangers hosts={view.strangers} />
      {card && (
        <Parts.Contradictions contradictions={card.contradictions} sources={sourcesOf(site, review)} />
      )}
      {card && (
        <Parts.OpenQuestions
          site={site.name}
          questions={card.unanswered}
          copied={view.copied === true}
          onCopy={actions.copy}
        />
      )}
      {card && review && <Parts.DocumentList documents={review.documents} now={now} />}
      <Parts.KnownFacts site={site} />
      <Parts.SiteTools view={view} actions={actions} />
      <Parts.Elsewhere changes={view.elsewhere} onRead={(change) => actions.markRead([change])} />
    </>
  );
}

function headline({ added, site }: SiteView, reading: Reading) {
  if (added) return { line: t(added === 'managed' ? 'added_managed_line' : 'added_line') };
  if (site.policies.length === 0) return { line: t('undocumented_line') };
  if (reading.kind === 'scored') return { card: reading.card };
  return { line: reading.kind === 'waiting' ? t('hero_unread') : t('hero_unreadable') };
}
