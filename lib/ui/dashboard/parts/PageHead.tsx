import type { ComponentChildren } from 'preact';

type Props = { title: string; lead?: string; children?: ComponentChildren };

/** The top of a page: its title, one sentence on what it is for, and what can be done on it as a whole. */
export function PageHead({ title, lead, children }: Props) {
  return (
    <header class="page-head">
      <div>
        <h1 tabIndex={-1} ref={focusOnce}>
          {title}
        </h1>
        {lead && <p class="soft">{lead}</p>}
      </div>
      {children && <div class="page-deeds">{children}</div>}
    </header>
  );
}

/** A page that opens takes the keyboard's focus to its title, so that a screen reader says where one is. */
function focusOnce(title: HTMLElement | null): void {
  title?.focus({ preventScroll: true });
}
