import { t } from '../../i18n.ts';
import type { Seen, SiteFacts } from '../../sites/types.ts';
import type { PopupSite } from '../view.ts';
import { dateOfDay } from '../words/dates.ts';

const SHOWN = [
  'freePlan',
  'training',
  'retention',
  'jurisdiction',
  'limits',
] as const satisfies readonly (keyof SiteFacts)[];
type Shown = (typeof SHOWN)[number];

/** What people found out about the site beyond its documents. The facts themselves are in English. */
export function KnownFacts({ site }: { site: PopupSite }) {
  const known = SHOWN.flatMap((id) => (site.facts?.[id] ? [[id, site.facts[id]] as const] : []));
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('facts_title')}</h2>
      <details class="panel facts">
        <summary>{t('facts_summary', dateOfDay(site.checked))}</summary>
        <dl>
          {known.map(([id, fact]) => (
            <div key={id}>
              <dt>{nameOf(id)}</dt>
              <dd>
                <span lang="en" dir="ltr">
                  {fact.text}
                </span>{' '}
                <SeenMark seen={fact.seen} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function nameOf(id: Shown): string {
  switch (id) {
    case 'freePlan':
      return t('facts_free_plan');
    case 'training':
      return t('facts_training');
    case 'retention':
      return t('facts_retention');
    case 'jurisdiction':
      return t('facts_jurisdiction');
    case 'limits':
      return t('facts_limits');
  }
}

/** How a fact was seen; one seen at the vendor itself has no mark. */
export function SeenMark({ seen }: { seen: Seen }) {
  if (seen === 'primary') return null;
  return <span class="seen">{t(seen === 'secondary' ? 'facts_second_hand' : 'facts_unconfirmed')}</span>;
}
