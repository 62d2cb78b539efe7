import type { Sample } from './measure-page.ts';
import { quantile } from './statistics.ts';

/** One row of one visit. */
export interface Measured {
  readonly candidate: string;
  /** Which repetition, from 0. */
  readonly turn: number;
  readonly sample: Sample;
}

export interface Failure {
  readonly candidate: string;
  readonly turn: number;
  readonly workload: string;
  readonly message: string;
}

/** Reads a figure off a sample. */
export type Metric = (sample: Sample) => number | undefined;

/** A figure in each repetition; undefined where it was not measured. */
export type Series = readonly (number | undefined)[];

export const perDelta: Metric = ({ cpuMs, deltas }) => (deltas ? cpuMs / deltas : undefined);
export const cpu: Metric = ({ cpuMs }) => cpuMs;
/** Of a paced stretch: the part of each second for which the main thread was busy. */
export const busyShare: Metric = ({ cpuMs, wallMs }) => (wallMs ? (cpuMs / wallMs) * 100 : undefined);
export const keyP95: Metric = ({ keysMs }) => (keysMs?.length ? quantile(keysMs, 0.95) : undefined);
export const keyP50: Metric = ({ keysMs }) => (keysMs?.length ? quantile(keysMs, 0.5) : undefined);

/** All that was measured, to be asked for by candidate and row. */
export interface Results {
  readonly candidates: readonly string[];
  readonly hasRow: (row: string) => boolean;
  readonly series: (candidate: string, row: string, metric: Metric) => Series;
  /** The same without what the harness itself costs. */
  readonly net: (candidate: string, row: string, metric: Metric) => Series;
  readonly samples: (candidate: string, row: string) => readonly Sample[];
}

export function createResults(measured: readonly Measured[]): Results {
  const turns = Math.max(0, ...measured.map(({ turn }) => turn + 1));
  const find = (candidate: string, row: string): (Sample | undefined)[] =>
    Array.from(
      { length: turns },
      (_, turn) =>
        measured.find(
          (entry) => entry.candidate === candidate && entry.turn === turn && entry.sample.row === row,
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
      return series(candidate, row, metric).map((value, turn) => {
        const own = harness[turn];
        return value === undefined || own === undefined ? undefined : value - own;
      });
    },
    samples: (candidate, row) => find(candidate, row).filter((sample) => sample !== undefined),
  };
}

export function definite(series: Series): number[] {
  return series.filter((value) => value !== undefined);
}
