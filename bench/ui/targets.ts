import {
  busyShare,
  cpu,
  definite,
  keyP95,
  type Metric,
  perDelta,
  type Results,
  type Series,
} from './results.ts';
import { ratiosOf, type Spread, spreadOf } from './statistics.ts';

/** What was set out to be reached, beside what was. */
export interface Target {
  readonly text: string;
  readonly limit: number;
  /** `×` for a ratio within one run. */
  readonly unit: '×' | 'MB' | 'KiB' | '';
  readonly measured: Spread;
  /** The same without the harness's own cost, where that is of interest. */
  readonly net?: Spread;
}

export type Verdict = 'reached' | 'missed' | 'not measured';

/** The median decides. */
export function verdictOf({ measured, limit }: Target): Verdict {
  if (Number.isNaN(measured.median)) return 'not measured';
  return measured.median <= limit ? 'reached' : 'missed';
}

const OWN = 'threadkit';

/** The six targets, one line for each figure in them. */
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
    // A mount and a key press owe nothing to the harness.
    ...((metric === perDelta || metric === busyShare) && {
      net: ratio(results.net(own, ownRow, metric), results.net(base, baseRow, metric)),
    }),
  });
  const beside = (text: string, limit: number, row: string, metric: Metric, base: string): Target =>
    compare(text, limit, metric, [OWN, row], [base, row]);
  const within = (text: string, limit: number, row: string, earlier: string, metric: Metric): Target =>
    compare(text, limit, metric, [OWN, row], [OWN, earlier]);
  const plain = (text: string, limit: number, unit: Target['unit'], values: readonly number[]): Target => ({
    text,
    limit,
    unit,
    measured: spreadOf(values),
  });
  const own = (row: string, metric: Metric): number[] => definite(results.series(OWN, row, metric));
  return [
    beside('1. a delta in an empty thread, × floor-win (W1)', 1.5, 'W1', perDelta, 'floor-win'),
    beside('1. with 500 messages there, × floor-win (W2)', 1.5, 'W2', perDelta, 'floor-win'),
    beside('1. with 5,000 messages there, × floor-win (W3)', 1.5, 'W3', perDelta, 'floor-win'),
    within('1. with 5,000 messages, × its own empty thread', 1.5, 'W3', 'W1', perDelta),
    beside('2. paced 100 deltas/s, × floor-win (W4)', 1.5, 'W4', busyShare, 'floor-win'),
    plain(
      '2. long tasks in it',
      0,
      '',
      own('W4', ({ longTasks }) => longTasks),
    ),
    plain(
      '2. frames over 50 ms in it',
      0,
      '',
      own('W4', ({ lateFrames }) => lateFrames),
    ),
    beside('3. a delta at 200,000 characters, × floor-win (W6)', 2, 'W6 100 %', perDelta, 'floor-win'),
    within('3. growth from 20,000 to 200,000 characters', 1.5, 'W6 100 %', 'W6 10 %', perDelta),
    beside('4. mount of 5,000 messages, × naive (W5)', 0.03, 'W5 5000', cpu, 'naive'),
    within('4. mount of 5,000, × its own mount of 500', 1.5, 'W5 5000', 'W5 500', cpu),
    plain(
      '4. heap with 5,000 messages',
      12,
      'MB',
      own('W5 5000', ({ heapMb }) => heapMb),
    ),
    beside('5. key to paint while 100 deltas/s stream, p95, × floor (W7)', 1.15, 'W7', keyP95, 'floor'),
    plain(
      '6. the drop-in `Chat`, min+gzip, as `pnpm size` counts',
      56,
      'KiB',
      chatKib === undefined ? [] : [chatKib],
    ),
  ];
}
