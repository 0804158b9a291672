import type { GuardState } from '../view.ts';
import { Notice } from './Notice.tsx';

/** The page has no guard, or only half of one. Nobody may read here that files are cleaned when they are not. */
export function GuardNotice({ guard, onReload }: { guard: GuardState; onReload(): void }) {
  if (guard === 'up') return null;
  const { title, text } = WORDS[guard];
  return (
    <Notice
      tone={guard === 'absent' ? 'bad' : 'mixed'}
      icon={guard === 'absent' ? 'bad' : 'mixed'}
      title={title}
    >
      <p>{text}</p>
      <button type="button" class="main" onClick={onReload}>
        Reload the page
      </button>
    </Notice>
  );
}

const WORDS = {
  absent: {
    title: 'This page is not guarded yet',
    text: 'Perhaps it was open before Meshwarden was. Files you give it now are not cleaned. Reload it first.',
  },
  limited: {
    title: 'This page is only partly guarded',
    text: 'Files you choose, drop or paste are cleaned. Uploads that the page starts by itself are not watched.',
  },
};
