const PATHS = {
  shield: 'M10 1.8 17 4.6v5c0 4.4-3 7.2-7 8.6-4-1.4-7-4.2-7-8.6v-5zM10 1.8v16.4M3 9.8h14',
  bell: 'M10 2.5a5 5 0 0 0-5 5v3.8L3.2 14.5h13.6L15 11.3V7.5a5 5 0 0 0-5-5zM8 17.5h4',
  globe:
    'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM2 10h16M10 2c2.6 2.2 3.8 5 3.8 8S12.6 15.8 10 18c-2.6-2.2-3.8-5-3.8-8S7.4 4.2 10 2z',
  upload: 'M10 13.5V3M6 6.8 10 2.8l4 4M3 12.5V17h14v-4.5',
  list: 'M7 5h10M7 10h10M7 15h10M3.2 5h.1M3.2 10h.1M3.2 15h.1',
  sliders: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4',
  box: 'M3 6.2 10 2.5l7 3.7v7.6l-7 3.7-7-3.7zM3 6.2l7 3.8 7-3.8M10 10v7.5',
  info: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM10 9v5M10 6.2v.1',
  broom: 'M12.5 2.5 8.8 8.2M6.5 7.5l5 3.2M6.5 7.5 3 15.5l6 2 3-6.8M6 16.3l1-2.6',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
} as const;

export type NavIconName = keyof typeof PATHS;

/** The drawing beside an entry of the navigation; the word beside it says the same. */
export function NavIcon({ name }: { name: NavIconName }) {
  return (
    <svg class="nav-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
