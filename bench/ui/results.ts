import type { Sample } from './measure-page.ts';
import { quantile } from './statistics.ts';

/** The sample of one row in one visit. */
export interface Measured {
  readonly candidate: string;
  /** Index of the repetition, from 0. */
  readonly repetition: number;
  readonly sample: Sample;
}

export interface Failure {
  readonly candidate: string;
  readonly repetition: number;
  readonly workload: string;
  readonly message: string;
}

/** Reads a value from a sample. */
export type Metric = (sample: Sample) => number | undefined;

/** One value per repetition; undefined if it was not measured. */
export type Series = readonly (number | undefined)[];

export const perDelta: Metric = ({ cpuMs, deltas }) => (deltas ? cpuMs / deltas : undefined);
export const cpu: Metric = ({ cpuMs }) => cpuMs;
/** Percentage of time in which the main thread was busy. For paced phases. */
export const busyShare: Metric = ({ cpuMs, wallMs }) => (wallMs ? (cpuMs / wallMs) * 100 : undefined);
export const keyP95: Metric = ({ keysMs }) => (keysMs?.length ? quantile(keysMs, 0.95) : undefined);
export const keyP50: Metric = ({ keysMs }) => (keysMs?.length ? quantile(keysMs, 0.5) : undefined);

/** Access to all measurements by candidate and row. */
export interface Results {
  readonly candidates: readonly string[];
  readonly hasRow: (row: string) => boolean;
  readonly series: (candidate: string, row: string, metric: Metric) => Series;
  /** Like `series`, minus the cost of the harness. */
  readonly net: (candidate: string, row: string, metric: Metric) => Series;
  readonly samples: (candidate: string, row: string) => readonly Sample[];
}

export function createResults(measured: readonly Measured[]): Results {
  const repetitions = Math.max(0, ...measured.map(({ repetition }) => repetition + 1));
  const find = (candidate: string, row: string): (Sample | undefined)[] =>
    Array.from(
      { length: repetitions },
      (_, repetition) =>
        measured.find(
          (entry) =>
            entry.candidate === candidate && entry.repetition === repetition && entry.sample.row === row,
        )?.sample,
    );
  const series = (candidate: string, row: string, metric: Metric): Series =>
    find(candidate, row).map((sample) => sample && metric(sample));
  return {
    candidates: [...new Set(measured.map(({ candidate }) => candidate))],
    hasRow: (row) => measured.some(({ sample }) => sample.row === row),
    series,
    net(candidate, row, metric) {
      const harness = series('null', row, metric);
      return series(candidate, row, metric).map((value, repetition) => {
        const own = harness[repetition];
        return value === undefined || own === undefined ? undefined : value - own;
      });
    },
    samples: (candidate, row) => find(candidate, row).filter((sample) => sample !== undefined),
  };
}

export function definedValues(series: Series): number[] {
  return series.filter((value) => value !== undefined);
}
