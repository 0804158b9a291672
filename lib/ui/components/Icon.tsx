const PATHS = {
  good: 'M8 1.2 14 3.6v4.2c0 3.6-2.5 5.9-6 7-3.5-1.1-6-3.4-6-7V3.6zM5 7.9l2.2 2.2L11.2 6',
  mixed: 'M8 1.5 14.5 8 8 14.5 1.5 8zM4.8 8h6.4',
  bad: 'M8 1.8 15 14H1zM8 6.2v3.6M8 11.8v.1',
  silent: 'M6.1 6.2a2 2 0 1 1 2.7 1.9c-.6.3-.8.7-.8 1.4M8 11.7v.1',
  for: 'M3 8.4 6.4 11.8 13 4.8',
  against: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  file: 'M4 1.5h5l3.5 3.5v9.5H4zM9 1.5V5h3.5',
  lock: 'M4 7.2h8v6.3H4zM5.5 7.2V5a2.5 2.5 0 0 1 5 0v2.2',
  held: 'M4.5 1.5h7l3 3v7l-3 3h-7l-3-3v-7zM4.5 8h7',
  out: 'M6.5 3H3v10h10V9.5M9 2.5h4.5V7M13.5 2.5 7.5 8.5',
  bell: 'M8 2a4 4 0 0 0-4 4v3l-1.5 2.5h11L12 9V6a4 4 0 0 0-4-4zM6.5 14h3',
  list: 'M2.5 4.2l1 1 1.8-2M8 4.5h5.5M2.5 10.7l1 1 1.8-2M8 11h5.5',
  open: 'M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 0 1 0-11.6',
  mute: 'M8 2a4 4 0 0 0-4 4v3l-1.5 2.5h11L12 9V6a4 4 0 0 0-4-4zM2 14 14 2',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  secret: 'M1.5 8s2.5-4 6.5-4 6.5 4 6.5 4-2.5 4-6.5 4-6.5-4-6.5-4zM2.5 13.5l11-11',
} as const;

export type IconName = keyof typeof PATHS;

/** A small line drawing beside a word; never the only carrier of a meaning, so hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {name === 'silent' && <circle class="icon-dashed" cx="8" cy="8" r="6.5" />}
      <path d={PATHS[name]} />
    </svg>
  );
}
