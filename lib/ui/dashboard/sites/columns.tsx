import { t } from '../../../i18n.ts';
import type { Seen, SiteFacts } from '../../../sites/types.ts';
import { Icon } from '../../components/Icon.tsx';
import type { Column } from '../table/columns.ts';
import type { SiteRow, Standing } from './rows.ts';
import { StandingMark } from './StandingMark.tsx';
import { answerWord, countryName, isSure, planWord, purposeWords, uploadWords } from './words.ts';

const ORDER: readonly Standing[] = ['barred', 'guarded', 'text-only', 'retired', 'lookalike'];

/** The columns of the catalogue. `opened`: the site whose facts are open. */
export function siteColumns(opened: string | undefined, toggle: (site: string) => void): Column<SiteRow>[] {
  return [
    {
      id: 'site',
      name: t('dash_site'),
      isHead: true,
      value: ({ card }) => card.name,
      cell: (row) => <Name row={row} isOpen={row.card.id === opened} onToggle={() => toggle(row.card.id)} />,
    },
    {
      id: 'standing',
      name: t('dash_guard'),
      value: ({ standing }) => ORDER.indexOf(standing),
      cell: ({ standing }) => <StandingMark standing={standing} />,
    },
    wordsColumn('purposes', t('dash_what_for'), ({ card }) => purposeWords(card.purposes)),
    wordsColumn('takes', t('dash_takes'), ({ card }) => uploadWords(card.uploads)),
    factColumn(
      'trains',
      t('dash_trains'),
      'training',
      ({ training }) => training && answerWord(training.answer),
    ),
    factColumn('private', t('dash_private_mode'), 'privateMode', ({ privateMode }) =>
      privateMode ? planWord(privateMode.plan) : undefined,
    ),
    factColumn('country', t('dash_country'), 'jurisdiction', ({ jurisdiction }) =>
      jurisdiction?.country ? countryName(jurisdiction.country) : undefined,
    ),
  ];
}

function wordsColumn(id: string, name: string, words: (row: SiteRow) => string): Column<SiteRow> {
  return { id, name, value: words, cell: words };
}

function factColumn(
  id: string,
  name: string,
  fact: keyof SiteFacts,
  words: (facts: SiteFacts) => string | undefined,
): Column<SiteRow> {
  return {
    id,
    name,
    value: ({ card }) => words(card.facts),
    cell: ({ card: { facts } }) => <Known words={words(facts)} seen={facts[fact]?.seen} />,
  };
}

type NameProps = { row: SiteRow; isOpen: boolean; onToggle(): void };

function Name({ row: { card }, isOpen, onToggle }: NameProps) {
  return (
    <button type="button" class="opener" aria-expanded={isOpen} onClick={onToggle}>
      <Icon name="chevron" />
      <span>
        {card.name}
        {card.vendor && card.vendor !== card.name && <span class="vendor">{card.vendor}</span>}
      </span>
    </button>
  );
}

/** What is known, with a mark where it is not sure; what is not known is said and not left blank. */
function Known({ words, seen }: { words?: string; seen?: Seen }) {
  if (!words) return <span class="soft">{t('dash_not_known')}</span>;
  return (
    <span>
      {words} {seen && !isSure(seen) && <span class="tag tag-mixed">{t('dash_unsure')}</span>}
    </span>
  );
}
