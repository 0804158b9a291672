import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import { Notice } from '../../components/Notice.tsx';
import type { DashboardPage, PageProps } from '../pages.ts';

type Props = PageProps & { page: DashboardPage };
type Loaded = { Page: ComponentType<PageProps> } | 'failed' | undefined;

/** Loads a page's code and shows it. */
export function PageFrame({ page, path, around }: Props) {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    page.load().then(
      (module) => setLoaded({ Page: module.default }),
      () => setLoaded('failed'),
    );
  }, [page]);
  if (loaded === undefined) return null;
  if (loaded === 'failed') return <NotLoaded name={t(page.name)} />;
  return <loaded.Page path={path} around={around} />;
}

/** After an update of the extension the files that an open page would load are gone. */
function NotLoaded({ name }: { name: string }) {
  return (
    <>
      <h1>{name}</h1>
      <Notice tone="mixed" icon="mixed" title={t('dash_not_loaded')}>
        <p>{t('dash_not_loaded_why')}</p>
        <button type="button" class="main" onClick={() => location.reload()}>
          {t('dash_reload')}
        </button>
      </Notice>
    </>
  );
}
