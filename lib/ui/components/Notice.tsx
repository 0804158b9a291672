import type { ComponentChildren } from 'preact';
import type { IconName } from './Icon.tsx';
import { Icon } from './Icon.tsx';

type Props = {
  tone: 'bad' | 'mixed' | 'good' | 'quiet';
  icon: IconName;
  title: string;
  children?: ComponentChildren;
};

/** A framed message: what is the matter, and what to do about it. */
export function Notice({ tone, icon, title, children }: Props) {
  return (
    <div class={`notice notice-${tone}`}>
      <Icon name={icon} />
      <div>
        <p class="notice-title">{title}</p>
        {children}
      </div>
    </div>
  );
}
