import { formatNumber } from '../../i18n.ts';

/** "+4", "−4", "0", with a true minus sign. */
export function signed(value: number): string {
  if (value === 0) return formatNumber(0);
  return `${value > 0 ? '+' : '−'}${formatNumber(Math.abs(value))}`;
}
