import { t } from '../../../i18n.ts';
import type { Managed } from '../../../managed/types.ts';
import { readSettings } from '../../../store/index.ts';
import type { Settings } from '../../../store/types.ts';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import type { PageProps } from '../pages.ts';
import { PageHead } from '../parts/PageHead.tsx';
import { Said } from '../parts/Said.tsx';
import { StoredPart } from '../parts/StoredPart.tsx';
import { useStored } from '../stored.ts';
import { AlertChoices } from './AlertChoices.tsx';
import { DownloadChoice } from './DownloadChoice.tsx';
import { FileChoiceList } from './FileChoiceList.tsx';
import { MarkedSites } from './MarkedSites.tsx';
import { Organisation } from './Organisation.tsx';

/** What every part of the page is given: the person's own settings, what stands above them, and how to change the former. */
export type SettingsProps = { own: Settings; managed: Managed; onChange(change: Partial<Settings>): void };

/** How files are cleaned, when alerts come, and which sites are set aside. Each choice holds at once. */
export default function SettingsPage({ around }: PageProps) {
  const stored = useStored(() => readBoth(around));
  const [deed, start] = useDeed();
  return (
    <>
      <PageHead title={t('dash_settings')} lead={t('dash_settings_lead')} />
      <StoredPart stored={stored}>
        {([own, managed]) => {
          const save = (change: Partial<Settings>) =>
            around.tell({ type: 'save-settings', settings: { ...own, ...change } });
          const onChange = (change: Partial<Settings>) =>
            void start(() => save(change), { done: t('dash_settings_saved') });
          return (
            <div class="settings">
              <Organisation managed={managed} around={around} />
              <FileChoiceList own={own} managed={managed} onChange={onChange} />
              <AlertChoices own={own} managed={managed} onChange={onChange} />
              <DownloadChoice around={around} />
              <MarkedSites own={own} managed={managed} around={around} />
            </div>
          );
        }}
      </StoredPart>
      <Said deed={deed} />
    </>
  );
}

function readBoth(around: Around): Promise<[Settings, Managed]> {
  return Promise.all([readSettings(), around.managed()]);
}
