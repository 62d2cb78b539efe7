import type { Spread } from './statistics.ts';

/** Rounds to about three significant digits. NaN becomes a dash. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1000) return Math.round(value).toLocaleString('en-US');
  if (size >= 100 || value === 0) return value.toFixed(0);
  if (size >= 10) return value.toFixed(1);
  if (size >= 1) return value.toFixed(2);
  return value.toFixed(size >= 0.01 ? 3 : 4);
}

/** The median, with minimum and maximum when there is more than one measurement. */
export function formatSpread({ median, min, max, count }: Spread): string {
  if (count === 0) return '–';
  return count === 1
    ? formatNumber(median)
    : `${formatNumber(median)} (${formatNumber(min)}–${formatNumber(max)})`;
}

export function formatRatio({ median, count }: Spread): string {
  return count === 0 ? '–' : `${formatNumber(median)} ×`;
}

/** A Markdown table. The first column is aligned left, the others right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
