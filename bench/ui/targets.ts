import {
  busyShare,
  cpu,
  definedValues,
  keyP95,
  type Metric,
  perDelta,
  type Results,
  type Series,
} from './results.ts';
import { ratiosOf, type Spread, spreadOf } from './statistics.ts';

/** A performance target with its measurement. */
export interface Target {
  readonly text: string;
  readonly limit: number;
  /** `×` for a ratio within a repetition. */
  readonly unit: '×' | 'MB' | 'KiB' | '';
  readonly measured: Spread;
  /** The measurement minus the cost of the harness, if it has one. */
  readonly net?: Spread;
}

export type Verdict = 'reached' | 'missed' | 'not measured';

/** Compares the median with the limit. */
export function verdictOf({ measured, limit }: Target): Verdict {
  if (Number.isNaN(measured.median)) return 'not measured';
  return measured.median <= limit ? 'reached' : 'missed';
}

const OWN = 'threadkit';

/** Returns the six targets, one entry for each measured value. */
export function readTargets(results: Results, chatKib: number | undefined): Target[] {
  const ratio = (own: Series, base: Series): Spread => spreadOf(ratiosOf(own, base));
  const compare = (
    text: string,
    limit: number,
    metric: Metric,
    [own, ownRow]: readonly [string, string],
    [base, baseRow]: readonly [string, string],
  ): Target => ({
    text,
    limit,
    unit: '×',
    measured: ratio(results.series(own, ownRow, metric), results.series(base, baseRow, metric)),
    // The harness does not contribute to mounts and key presses.
    ...((metric === perDelta || metric === busyShare) && {
      net: ratio(results.net(own, ownRow, metric), results.net(base, baseRow, metric)),
    }),
  });
  const versus = (text: string, limit: number, row: string, metric: Metric, base: string): Target =>
    compare(text, limit, metric, [OWN, row], [base, row]);
  const versusItself = (text: string, limit: number, row: string, earlier: string, metric: Metric): Target =>
    compare(text, limit, metric, [OWN, row], [OWN, earlier]);
  const plain = (text: string, limit: number, unit: Target['unit'], values: readonly number[]): Target => ({
    text,
    limit,
    unit,
    measured: spreadOf(values),
  });
  const own = (row: string, metric: Metric): number[] => definedValues(results.series(OWN, row, metric));
  return [
    versus('1. per delta in an empty thread, × floor-win (W1)', 1.5, 'W1', perDelta, 'floor-win'),
    versus('1. per delta after 500 messages, × floor-win (W2)', 1.5, 'W2', perDelta, 'floor-win'),
    versus('1. per delta after 5,000 messages, × floor-win (W3)', 1.5, 'W3', perDelta, 'floor-win'),
    versusItself(
      '1. per delta after 5,000 messages, × Threadkit in an empty thread',
      1.5,
      'W3',
      'W1',
      perDelta,
    ),
    versus('2. busy time at 100 deltas/s, × floor-win (W4)', 1.5, 'W4', busyShare, 'floor-win'),
    plain(
      '2. long tasks at 100 deltas/s (W4)',
      0,
      '',
      own('W4', ({ longTasks }) => longTasks),
    ),
    plain(
      '2. frames over 50 ms at 100 deltas/s (W4)',
      0,
      '',
      own('W4', ({ lateFrames }) => lateFrames),
    ),
    versus('3. per delta at 200,000 characters, × floor-win (W6)', 2, 'W6 100 %', perDelta, 'floor-win'),
    versusItself('3. growth from 20,000 to 200,000 characters', 1.5, 'W6 100 %', 'W6 10 %', perDelta),
    versus('4. mount of 5,000 messages, × naive (W5)', 0.03, 'W5 5000', cpu, 'naive'),
    versusItself('4. mount of 5,000 messages, × Threadkit with 500', 1.5, 'W5 5000', 'W5 500', cpu),
    plain(
      '4. heap with 5,000 messages',
      12,
      'MB',
      own('W5 5000', ({ heapMb }) => heapMb),
    ),
    versus('5. key press to paint at 100 deltas/s, p95, × floor (W7)', 1.15, 'W7', keyP95, 'floor'),
    plain(
      '6. `Chat`, minified and gzipped, as in `pnpm size`',
      56,
      'KiB',
      chatKib === undefined ? [] : [chatKib],
    ),
  ];
}
