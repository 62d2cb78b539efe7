import { median } from '../server/report.ts';

/** Formats the median and the range of speeds, in thousands. */
export function speedCells(speeds: readonly number[]): [median: string, spread: string] {
  return [thousands(median(speeds)), `${thousands(Math.min(...speeds))}–${thousands(Math.max(...speeds))}`];
}

function thousands(speed: number): string {
  return `${Math.round(speed / 1000)}k`;
}
