import { median } from '../server/report.ts';

/** Median and spread of some speeds, in thousands. */
export function speedCells(speeds: readonly number[]): [median: string, spread: string] {
  return [thousands(median(speeds)), `${thousands(Math.min(...speeds))}–${thousands(Math.max(...speeds))}`];
}

function thousands(speed: number): string {
  return `${Math.round(speed / 1000)}k`;
}
