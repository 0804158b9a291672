export type Range = { start: number; end: number };

/** Bytes of a number by its type in TIFF. */
const WIDTHS = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
/** Tags of TIFF whose values are many numbers, or fractions. */
const TABLES = [282, 283, 291, 301, 318, 319, 320, 529, 532];

/** Strips and tiles of all directories of the chain, and tables of numbers: of curves, of colours, of the paper. */
export function tiff(file: Buffer): Range[] {
  const le = file.toString('latin1', 0, 2) === 'II';
  const number = (at: number, width: number) =>
    at + width > file.length
      ? 0
      : width === 8
        ? Number(le ? file.readBigUInt64LE(at) : file.readBigUInt64BE(at))
        : le
          ? file.readUIntLE(at, width)
          : file.readUIntBE(at, width);
  const isBig = number(2, 2) === 43;
  const [counter, entry, inline] = isBig ? [8, 20, 8] : [2, 12, 4];
  const ranges: Range[] = [];
  const seen = new Set<number>();
  for (let at = number(isBig ? 8 : 4, inline); at > 0 && !seen.has(at); ) {
    seen.add(at);
    const count = number(at, counter);
    const values = (tag: number): number[] => {
      for (let i = 0; i < count; i++) {
        const from = at + counter + i * entry;
        if (number(from, 2) !== tag) continue;
        const width = WIDTHS[number(from + 2, 2)] ?? 8;
        const many = number(from + 4, inline);
        const place = many * width <= inline ? from + entry - inline : number(from + entry - inline, inline);
        return Array.from({ length: Math.min(many, 100_000) }, (_, n) => number(place + n * width, width));
      }
      return [];
    };
    for (let i = 0; i < count; i++) {
      const from = at + counter + i * entry;
      const length = number(from + 4, inline) * (WIDTHS[number(from + 2, 2)] ?? 0);
      const start = number(from + entry - inline, inline);
      if (length > inline && TABLES.includes(number(from, 2))) ranges.push({ start, end: start + length });
    }
    const starts = [...values(273), ...values(324)];
    const lengths = [...values(279), ...values(325)];
    const samples = values(258).reduce((sum, bits) => sum + bits, 0) || 1;
    const whole = Math.ceil(((values(256)[0] ?? 0) * samples) / 8) * (values(257)[0] ?? 0);
    for (const [i, start] of starts.entries()) ranges.push({ start, end: start + (lengths[i] ?? whole) });
    at = number(at + counter + count * entry, inline);
  }
  return ranges;
}
