import { candidates } from './candidates.ts';
import { formatNumber, formatSpread } from './format-numbers.ts';
import { definedValues, type Metric, perDelta, type Results } from './results.ts';
import { ratiosOf, type Spread, spreadOf } from './statistics.ts';
import { workloads } from './workloads.ts';

export const titleOf = (name: string): string => candidates.find((one) => one.name === name)?.title ?? name;
/** Title of a candidate, bold for Threadkit. */
export const label = (name: string): string =>
  name === 'threadkit' ? `**${titleOf(name)}**` : titleOf(name);

export function section(title: string, ...paragraphs: readonly string[]): string {
  return [`### ${title}`, ...paragraphs].join('\n\n');
}

/** One table line for each candidate that was measured in one of the rows. */
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
  formatSpread(spreadOf(definedValues(results.series(candidate, row, metric))));

/** Cost per delta, followed by the number of processed deltas if the page did not process all. */
export function deltaCost(results: Results, candidate: string, row: string): string {
  const cost = value(results, candidate, row, perDelta);
  const processed = spreadOf(results.samples(candidate, row).flatMap(({ deltas }) => deltas ?? [])).median;
  return processed < plannedDeltas(row) ? `${cost} [${formatNumber(processed)}]` : cost;
}

function plannedDeltas(row: string): number {
  for (const { phases } of workloads) {
    for (const phase of phases) if (phase.row === row) return phase.deltas;
  }
  return 0;
}
