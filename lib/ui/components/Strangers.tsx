import { t } from '../../i18n.ts';
import { listOf } from '../words/lists.ts';
import { Notice } from './Notice.tsx';

/** Boxes of other companies in a guarded page: what is given to them no guard of ours sees. */
export function Strangers({ hosts }: { hosts: readonly string[] | undefined }) {
  if (!hosts || hosts.length === 0) return null;
  return (
    <Notice tone="quiet" icon="silent" title={t('popup_strangers_title')}>
      <p class="soft">{t('popup_strangers_text', listOf(hosts))}</p>
    </Notice>
  );
}
