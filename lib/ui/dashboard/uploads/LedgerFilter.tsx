import { t } from '../../../i18n.ts';
import { SearchField } from '../parts/SearchField.tsx';
import { SelectField } from '../parts/SelectField.tsx';
import type { Wanted } from './entries.ts';

type Props = { sites: readonly { id: string; name: string }[]; wanted: Wanted; onWant(wanted: Wanted): void };

/** What of the ledger is shown. */
export function LedgerFilter({ sites, wanted, onWant }: Props) {
  return (
    <>
      <SearchField
        label={t('dash_search_files')}
        typed={wanted.text}
        onType={(text) => onWant({ ...wanted, text })}
      />
      <SelectField
        label={t('dash_site')}
        options={[['', t('dash_every_site')], ...sites.map(({ id, name }) => [id, name] as const)]}
        chosen={wanted.site}
        onChoose={(site) => onWant({ ...wanted, site })}
      />
      <SelectField<Wanted['kind']>
        label={t('dash_kind')}
        options={[
          ['', t('dash_every_kind')],
          ['file', t('dash_kind_file')],
          ['upload', t('dash_kind_upload')],
          ['download', t('dash_kind_download')],
        ]}
        chosen={wanted.kind}
        onChoose={(kind) => onWant({ ...wanted, kind })}
      />
      <SelectField<Wanted['tone']>
        label={t('dash_what_became')}
        options={[
          ['', t('dash_every_outcome')],
          ['good', t('dash_outcome_good')],
          ['held', t('dash_outcome_held')],
          ['bad', t('dash_outcome_bad')],
        ]}
        chosen={wanted.tone}
        onChoose={(tone) => onWant({ ...wanted, tone })}
      />
    </>
  );
}
