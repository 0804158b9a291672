import { t } from '../../i18n.ts';
import { type Reading, readingOf } from '../reading.ts';
import { sourcesOf } from '../sources.ts';
import type { Actions, Check, SiteView } from '../view.ts';
import { lastReadOf, planOf } from '../words/plan.ts';
import { cardFor } from '../words/verdict.ts';
import { ChangeBanner } from './ChangeBanner.tsx';
import { CheckBar } from './CheckBar.tsx';
import { Contradictions } from './Contradictions.tsx';
import { DocumentList } from './DocumentList.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { GuardNotice } from './GuardNotice.tsx';
import { Hero } from './Hero.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { PermissionNotice } from './PermissionNotice.tsx';
import { ReadingNotices } from './ReadingNotices.tsx';
import { TabActivity } from './TabActivity.tsx';
import { TopicList } from './TopicList.tsx';
import { Unreadable } from './Unreadable.tsx';
import { Waiting } from './Waiting.tsx';

type Props = { view: SiteView; check: Check; actions: Actions };

/** The popup on a guarded site, whatever is known of it. */
export function SitePage({ view, check, actions }: Props) {
  const { site, review, now, work = 'public' } = view;
  const reading = readingOf(review);
  const sources = sourcesOf(site, review);
  const guarded = view.permitted && view.guard !== 'absent';
  return (
    <>
      <main>
        <Hero name={site.name} {...headline(reading)} work={work} onChoose={actions.choose} />
        {!view.permitted && <PermissionNotice site={site.name} onAllow={() => actions.allow(site)} />}
        {view.permitted && <GuardNotice guard={view.guard} onReload={actions.reload} />}
        {view.changes.map((change) => (
          <ChangeBanner
            key={change.id}
            change={change}
            sources={sources}
            onRead={() => actions.markRead([change])}
          />
        ))}
        {reading.kind === 'waiting' && <Waiting site={site} started={reading.started} guarded={guarded} />}
        {reading.kind === 'unreadable' && <Unreadable documents={reading.documents} guarded={guarded} />}
        {reading.kind === 'scored' && <ReadingNotices reading={reading} now={now} />}
        <TabActivity entries={view.ledger} guarded={guarded} />
        {reading.kind === 'scored' && (
          <>
            <TopicList card={cardFor(reading.card, work)} sources={sources} work={work} />
            <Contradictions contradictions={reading.card.contradictions} sources={sources} />
            <OpenQuestions
              site={site.name}
              questions={reading.card.unanswered}
              copied={view.copied === true}
              onCopy={actions.copy}
            />
          </>
        )}
        {reading.kind === 'scored' && review && <DocumentList documents={review.documents} now={now} />}
        <Elsewhere changes={view.elsewhere} onRead={(change) => actions.markRead([change])} />
      </main>
      <CheckBar
        plan={planOf(view)}
        lastRead={lastReadOf(view)}
        check={check}
        onCheck={() => actions.checkNow(site.id)}
      />
    </>
  );
}

function headline(reading: Reading) {
  if (reading.kind === 'scored') return { card: reading.card };
  return {
    line: reading.kind === 'waiting' ? t('hero_unread') : t('hero_unreadable'),
  };
}
