/** The middle of some numbers, and the quarter and three quarters of the way. */
export function middle(numbers: readonly number[]): { median: number; low: number; high: number } {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** "0.21 (0.19 to 0.30)" */
export function inWords(numbers: readonly number[], digits = 2): string {
  const { median, low, high } = middle(numbers);
  return `${median.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}
