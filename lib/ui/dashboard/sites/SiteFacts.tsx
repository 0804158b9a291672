import type { ComponentChildren } from 'preact';
import { type MessageKey, t } from '../../../i18n.ts';
import type { Fact, SiteFacts as Facts, SiteCard } from '../../../sites/types.ts';
import { OutLink } from '../../components/OutLink.tsx';
import { quoteLink } from '../../text-fragment.ts';
import { dateOfDay } from '../../words/dates.ts';
import { SeenMark } from './SeenMark.tsx';
import { SiteLinks } from './SiteLinks.tsx';
import { imitated, statusWord } from './words.ts';

const FACTS: readonly (readonly [keyof Facts, MessageKey])[] = [
  ['training', 'dash_trains'],
  ['privateMode', 'dash_private_mode'],
  ['freePlan', 'dash_free_plan'],
  ['retention', 'dash_keeps'],
  ['jurisdiction', 'dash_law'],
  ['formats', 'dash_formats'],
  ['limits', 'dash_limits'],
];

/** Everything known of one site, each fact with how and when it was seen. */
export function SiteFacts({ card }: { card: SiteCard }) {
  const { status, checked, note, facts } = card;
  const whose = imitated(card);
  return (
    <div class="facts">
      {whose && <p class="problem">{t('dash_imitates', whose)}</p>}
      <dl>
        <FactLine name={t('dash_status')}>
          {statusWord(status)} <span class="seen">{t('dash_looked_at', dateOfDay(checked))}</span>
        </FactLine>
        {note && (
          <FactLine name={t('dash_note')}>
            <FactText fact={note} />
          </FactLine>
        )}
        {FACTS.map(([id, name]) => {
          const fact = facts[id];
          return (
            fact && (
              <FactLine key={id} name={t(name)}>
                <FactText fact={fact} />
              </FactLine>
            )
          );
        })}
        <SiteLinks card={card} />
      </dl>
    </div>
  );
}

/** The catalogue is written in English, whatever language the rest of the page is in. */
function FactText({ fact }: { fact: Fact & { url?: string } }) {
  const { text, seen, on, url } = fact;
  return (
    <>
      <span lang="en" dir="auto">
        {text}
      </span>{' '}
      {url && <OutLink href={quoteLink(url, '')}>{t('dash_open_setting')}</OutLink>}{' '}
      <SeenMark seen={seen} on={on} />
    </>
  );
}

/** One line of what is known. */
export function FactLine({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
