import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { WorkKind } from '../../../policy/types.ts';
import { Contradictions } from '../../components/Contradictions.tsx';
import { DocumentList } from '../../components/DocumentList.tsx';
import { Hero } from '../../components/Hero.tsx';
import { OpenQuestions } from '../../components/OpenQuestions.tsx';
import { ReadingNotices } from '../../components/ReadingNotices.tsx';
import { TopicList } from '../../components/TopicList.tsx';
import { Unreadable } from '../../components/Unreadable.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { sourcesOf } from '../../sources.ts';
import { planOf } from '../../words/plan.ts';
import { cardFor } from '../../words/verdict.ts';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import { Said } from '../parts/Said.tsx';
import { addressOf } from '../route.ts';
import { checkSite } from './deeds.ts';
import type { PlatformRow } from './rows.ts';

type Props = { row: PlatformRow; around: Around };

/** All that is known of one site's policies, as the popup shows it there, in the width of a page. */
export function PlatformDetails({ row, around }: Props) {
  const [work, choose] = useState<WorkKind>('public');
  const { site, review, reading } = row;
  const now = around.now();
  const sources = sourcesOf(site, review);
  const card = reading.kind === 'scored' ? cardFor(reading.card, work) : undefined;
  return (
    <div class="details">
      <div class="details-side">
        {reading.kind === 'scored' && (
          <>
            <Hero name={site.name} level={2} card={reading.card} work={work} onChoose={choose} />
            <ReadingNotices reading={reading} now={now} />
          </>
        )}
        {reading.kind === 'waiting' && <Waiting site={site} started={reading.started} guarded={false} />}
        {reading.kind === 'unreadable' && <Unreadable documents={reading.documents} guarded={false} />}
        <CheckNow row={row} around={around} />
        {reading.kind === 'scored' && review && <DocumentList documents={review.documents} now={now} />}
        {card && <Questions row={row} questions={card.unanswered} around={around} />}
      </div>
      {card && (
        <div class="details-main">
          <TopicList card={card} sources={sources} work={work} />
          <Contradictions contradictions={card.contradictions} sources={sources} />
        </div>
      )}
    </div>
  );
}

function CheckNow({ row: { site, review, lastChange }, around }: Props) {
  const [deed, start] = useDeed();
  const check = () =>
    start(() => checkSite(site, around), { doing: t('dash_checking'), done: t('dash_checked') });
  return (
    <div class="check-now">
      <p class="soft">{planOf({ review, now: around.now() })}</p>
      <p class="deeds">
        <button type="button" aria-disabled={deed.isBusy} onClick={check}>
          {t('dash_check_now')}
        </button>
        {lastChange && (
          <a class="out" href={addressOf('changes', 'of', site.id)}>
            {t('dash_changes_of', site.name)}
          </a>
        )}
      </p>
      <Said deed={deed} />
    </div>
  );
}

type QuestionsProps = Props & { questions: Parameters<typeof OpenQuestions>[0]['questions'] };

function Questions({ row, questions, around }: QuestionsProps) {
  const [deed, start] = useDeed();
  return (
    <OpenQuestions
      site={row.site.name}
      questions={questions}
      copied={deed.said !== '' && !deed.isProblem}
      onCopy={(text) => start(() => around.copy(text), { done: t('dash_copied') })}
    />
  );
}
