import type { ComponentChildren } from 'preact';
import { t } from '../../i18n.ts';
import { Icon } from './Icon.tsx';

/** A link that leaves the extension, in a new tab; plain text when there is no safe address to go to. */
export function OutLink({ href, children }: { href?: string; children: ComponentChildren }) {
  if (!href) return <span>{children}</span>;
  return (
    <a class="out" href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <Icon name="out" />
      <span class="sr">{t('link_new_tab')}</span>
    </a>
  );
}
