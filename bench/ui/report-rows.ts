import { candidates } from './candidates.ts';
import { figure, withSpread } from './figures.ts';
import { definite, type Metric, perDelta, type Results } from './results.ts';
import { ratiosOf, type Spread, spreadOf } from './statistics.ts';
import { workloads } from './workloads.ts';

export const titleOf = (name: string): string => candidates.find((one) => one.name === name)?.title ?? name;
/** Ours stands out. */
export const label = (name: string): string =>
  name === 'threadkit' ? `**${titleOf(name)}**` : titleOf(name);

export function section(title: string, ...paragraphs: readonly string[]): string {
  return [`### ${title}`, ...paragraphs].join('\n\n');
}

/** One line for each candidate that has anything in these rows. */
export function lines(
  results: Results,
  rows: readonly string[],
  cells: (candidate: string) => string[],
): string[][] {
  return candidates
    .filter(({ name }) => rows.some((row) => results.samples(name, row).length > 0))
    .map(({ name }) => [label(name), ...cells(name)]);
}

export function ratio(
  results: Results,
  candidate: string,
  row: string,
  metric: Metric,
  base: string,
): Spread {
  return spreadOf(ratiosOf(results.series(candidate, row, metric), results.series(base, row, metric)));
}

export function netRatio(
  results: Results,
  candidate: string,
  row: string,
  metric: Metric,
  base: string,
): Spread {
  return spreadOf(ratiosOf(results.net(candidate, row, metric), results.net(base, row, metric)));
}

export const value = (results: Results, candidate: string, row: string, metric: Metric): string =>
  withSpread(spreadOf(definite(results.series(candidate, row, metric))));

/** The cost of a delta with how many were taken, where a page did not get through all of them. */
export function deltaCost(results: Results, candidate: string, row: string): string {
  const cost = value(results, candidate, row, perDelta);
  const taken = spreadOf(results.samples(candidate, row).flatMap(({ deltas }) => deltas ?? [])).median;
  return taken < plannedDeltas(row) ? `${cost} [${figure(taken)}]` : cost;
}

function plannedDeltas(row: string): number {
  for (const { legs } of workloads) {
    for (const leg of legs) if (leg.row === row) return leg.deltas;
  }
  return 0;
}
