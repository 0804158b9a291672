import { t } from '../../../i18n.ts';
import { allCards } from '../../../sites/cards.ts';
import { allReminders, readProjects, recentLedger } from '../../../store/index.ts';
import type { Reminder } from '../../../store/types.ts';
import type { PageProps } from '../pages.ts';
import { Empty } from '../parts/Empty.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { StoredPart } from '../parts/StoredPart.tsx';
import { useStored } from '../stored.ts';
import { lineOf, placeToFile, sitesIn } from './entries.ts';
import { Ledger } from './Ledger.tsx';
import { Reminders } from './Reminders.tsx';

/** What was given to which site, what became of it, and what is to be deleted there when a project is delivered. */
export default function UploadsPage({ around }: PageProps) {
  const stored = useStored(readAll);
  return (
    <>
      <PageHead title={t('dash_uploads')} lead={t('dash_uploads_lead')} />
      <StoredPart stored={stored}>
        {({ lines, ...rest }) => (
          <>
            <Reminders {...rest} sites={sitesIn(lines)} around={around} />
            {lines.length > 0 ? <Ledger lines={lines} around={around} /> : <NoneYet />}
          </>
        )}
      </StoredPart>
    </>
  );
}

async function readAll() {
  const [entries, reminders, cards, all] = await Promise.all([
    recentLedger({}),
    allReminders(),
    allCards(),
    readProjects(),
  ]);
  const galleries = new Map(cards.map(({ id, gallery, home }) => [id, gallery?.url ?? home]));
  const projects = all.map(({ name }) => name).filter(Boolean);
  const placeOf = (reminder: Reminder) => placeToFile(entries, reminder);
  return { lines: entries.map(lineOf), reminders, galleries, placeOf, projects };
}

function NoneYet() {
  return (
    <Empty title={t('dash_no_uploads')}>
      <p>{t('dash_no_uploads_why')}</p>
    </Empty>
  );
}
