import { formatRatio, table } from './format-numbers.ts';
import { deltaCost, lines, ratio, section, value } from './report-rows.ts';
import { busyShare, cpu, type Results } from './results.ts';

/** Rows and lengths of the two curves, in ascending order. */
export const CURVES = {
  messages: [
    ['W1', 0],
    ['W2', 500],
    ['W3', 5_000],
    ['50,000 messages', 50_000],
  ],
  characters: [
    ['W6 10 %', 20_000],
    ['W6 100 %', 200_000],
    ['2 M characters', 2_000_000],
  ],
} as const;

export function growth(results: Results): string {
  if (!results.hasRow('50,000 messages') && !results.hasRow('2 M characters')) return '';
  const curve = (points: readonly (readonly [string, number])[]): string =>
    table(
      ['ms per delta with', ...points.map(([, count]) => count.toLocaleString('en-US'))],
      lines(results, [points.at(-1)?.[0] ?? ''], (name) =>
        points.map(([row]) => deltaCost(results, name, row)),
      ),
    );
  const mount = 'mount 50000';
  return section(
    'Growth',
    'Messages in the thread:',
    curve(CURVES.messages),
    'Characters of the response:',
    curve(CURVES.characters),
    results.hasRow(mount)
      ? table(
          ['mount of 50,000 messages', 'busy ms', 'heap MB'],
          lines(results, [mount], (name) => [
            value(results, name, mount, cpu),
            value(results, name, mount, ({ heapMb }) => heapMb),
          ]),
        )
      : '',
  );
}

export function manyThreads(results: Results): string {
  const row = '20 threads';
  if (!results.hasRow(row)) return '';
  return section(
    '20 threads on one page, each with 50 deltas per second',
    table(
      ['', 'busy %', '× floor-win', 'frames > 50 ms', 'long tasks'],
      lines(results, [row], (name) => [
        value(results, name, row, busyShare),
        formatRatio(ratio(results, name, row, busyShare, 'floor-win')),
        value(results, name, row, ({ lateFrames }) => lateFrames),
        value(results, name, row, ({ longTasks }) => longTasks),
      ]),
    ),
  );
}
