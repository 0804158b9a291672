import { t, tn } from '../../../i18n.ts';
import { siteById } from '../../../sites/index.ts';
import { listOf } from '../../words/lists.ts';

/**
 * What to say of a backup that was taken in.
 *
 * @param sites those whose policies were taken from it
 * @param barred origins of added sites that the browser does not let us into: permissions are no part of a backup
 */
export function takenWords(sites: readonly string[], barred: readonly string[]): string {
  const names = sites.map((id) => siteById(id)?.name ?? id);
  const taken = names.length > 0 ? t('dash_import_policies', listOf(names)) : t('dash_import_no_policies');
  if (barred.length === 0) return taken;
  const hosts = barred.map((origin) => new URL(origin).host);
  return `${taken} ${tn('dash_import_barred', hosts.length, listOf(hosts), t('dash_sites'))}`;
}
