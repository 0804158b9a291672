import { t, tn } from '../../../i18n.ts';
import { settingsInForce } from '../../../managed/in-force.ts';
import { engineVersion, withChoices } from '../../../policy/index.ts';
import { allSites } from '../../../sites/index.ts';
import { readSettings } from '../../../store/index.ts';
import type { Around } from '../around.ts';
import type { PageProps } from '../pages.ts';
import { PageHead } from '../parts/PageHead.tsx';
import { useStored } from '../stored.ts';
import { permissionWords } from './permissions.ts';

/** Which version this is, by which rules it reads, what it may do and why, and what it keeps. */
export default function AboutPage({ around }: PageProps) {
  const { version, permissions } = around.manifest();
  const stored = useStored(() => rulesVersion(around));
  return (
    <>
      <PageHead title={t('dash_about')} lead={t('dash_about_lead')} />
      <div class="settings">
        <section class="card-box" aria-labelledby="version">
          <h2 id="version">{t('dash_about_version')}</h2>
          <dl class="fact-list">
            <Fact name={t('name')}>{version}</Fact>
            <Fact name={t('dash_about_rules')}>{stored.state === 'ready' ? stored.value : ''}</Fact>
            <Fact name={t('dash_about_catalogue')}>{tn('dash_about_sites', allSites().length)}</Fact>
          </dl>
        </section>
        <section class="card-box" aria-labelledby="permissions">
          <h2 id="permissions">{t('dash_about_permissions')}</h2>
          <dl class="fact-list">
            <Fact name={t('dash_permission_hosts')}>{t('dash_permission_hosts_why')}</Fact>
            {permissionWords(permissions).map(({ name, why }) => (
              <Fact key={name} name={name}>
                {why}
              </Fact>
            ))}
          </dl>
        </section>
        <section class="card-box" aria-labelledby="privacy">
          <h2 id="privacy">{t('dash_about_privacy')}</h2>
          <p>{t('dash_about_privacy_1')}</p>
          <p>{t('dash_about_privacy_2')}</p>
          <p class="soft">{t('dash_about_no_advice')}</p>
        </section>
      </div>
    </>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

async function rulesVersion(around: Around): Promise<string> {
  const { rules } = settingsInForce(await readSettings(), await around.managed());
  return engineVersion(withChoices(rules));
}
