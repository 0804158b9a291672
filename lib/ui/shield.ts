/**
 * The mark of Meshwarden: a shield cut into ten facets, one a topic, clockwise from the top in the order of `TOPICS`. The same
 * shape as `public/icon/icon.svg`. Drawn in a box 64 wide and 72 high.
 */
type Point = readonly [x: number, y: number];

const CENTRE: Point = [32, 34];
const RIM: readonly Point[] = [
  [32, 3],
  [46, 8.5],
  [60, 11],
  [59, 33],
  [49, 54],
  [32, 69],
  [15, 54],
  [5, 33],
  [4, 11],
  [18, 8.5],
];

/** The ten facets as SVG polygon points. */
export const FACETS: readonly string[] = RIM.map((point, at) =>
  [CENTRE, point, RIM[(at + 1) % RIM.length] ?? point].map((corner) => corner.join(',')).join(' '),
);

export const SHIELD_BOX = '0 0 64 72';
