import { formatRatio, table } from './format-numbers.ts';
import { deltaCost, lines, netRatio, ratio, section, value } from './report-rows.ts';
import { busyShare, cpu, keyP50, keyP95, perDelta, type Results } from './results.ts';
import { ratiosOf, spreadOf } from './statistics.ts';

export function fullSpeed(results: Results): string {
  const rows = ['W1', 'W2', 'W3'].filter(results.hasRow);
  if (rows.length === 0) return '';
  const head = ['', ...rows.flatMap((row) => [`${row} ms per delta`, '× floor-win', 'net ×'])];
  const cells = (name: string): string[] =>
    rows.flatMap((row) => [
      deltaCost(results, name, row),
      formatRatio(ratio(results, name, row, perDelta, 'floor-win')),
      name === 'null' ? '' : formatRatio(netRatio(results, name, row, perDelta, 'floor-win')),
    ]);
  return section(
    'W1 to W3: deltas as fast as the page processes them',
    'A response of 5,000 deltas in an empty thread (W1), after 500 messages (W2) and after 5,000 (W3): main thread milliseconds per delta. Square brackets show how many deltas a page processed within its time limit.',
    table(head, lines(results, rows, cells)),
  );
}

export function paced(results: Results): string {
  const rows = [
    ['W4', 'W4: 100 deltas per second after 500 messages'],
    ['slow', 'W4 with 4× CPU throttling'],
  ] as const;
  const head = [
    '',
    'busy %',
    '× floor-win',
    'net ×',
    'frames/s',
    'frames > 50 ms',
    'longest frame ms',
    'long tasks',
  ];
  return rows
    .filter(([row]) => results.hasRow(row))
    .map(([row, title]) =>
      section(
        title,
        table(
          head,
          lines(results, [row], (name) => [
            value(results, name, row, busyShare),
            formatRatio(ratio(results, name, row, busyShare, 'floor-win')),
            name === 'null' ? '' : formatRatio(netRatio(results, name, row, busyShare, 'floor-win')),
            value(results, name, row, ({ frames, wallMs }) => frames && wallMs && (frames / wallMs) * 1000),
            value(results, name, row, ({ lateFrames }) => lateFrames),
            value(results, name, row, ({ longestFrameMs }) => longestFrameMs),
            value(results, name, row, ({ longTasks }) => longTasks),
          ]),
        ),
      ),
    )
    .join('\n\n');
}

export function mounts(results: Results): string {
  const rows = ['W5 500', 'W5 5000'].filter(results.hasRow);
  if (rows.length === 0) return '';
  const base = results.candidates.includes('naive') ? 'naive' : 'floor-win';
  const head = [
    '',
    ...rows.flatMap((row) => [`${row.slice(3)} messages: busy ms`, 'end visible ms', `× ${base}`, 'heap MB']),
  ];
  const cells = (name: string): string[] =>
    rows.flatMap((row) => [
      value(results, name, row, cpu),
      value(results, name, row, ({ wallMs }) => wallMs),
      formatRatio(ratio(results, name, row, cpu, base)),
      value(results, name, row, ({ heapMb }) => heapMb),
    ]);
  return section(
    'W5: mounting a thread',
    'Time until the end of the thread is visible. The heap is the JavaScript heap after garbage collection.',
    table(head, lines(results, rows, cells)),
  );
}

export function longResponses(results: Results): string {
  const [short, long] = ['W6 10 %', 'W6 100 %'] as const;
  if (!results.hasRow(long)) return '';
  const base = results.candidates.includes('naive') ? 'naive' : 'floor';
  return section(
    'W6: a response that grows to 200,000 characters',
    table(
      ['', 'ms per delta at 20,000', 'at 200,000', '× floor-win', `× ${base}`, 'growth'],
      lines(results, [long], (name) => [
        deltaCost(results, name, short),
        deltaCost(results, name, long),
        formatRatio(ratio(results, name, long, perDelta, 'floor-win')),
        formatRatio(ratio(results, name, long, perDelta, base)),
        formatRatio(
          spreadOf(ratiosOf(results.series(name, long, perDelta), results.series(name, short, perDelta))),
        ),
      ]),
    ),
  );
}

export function typing(results: Results): string {
  if (!results.hasRow('W7')) return '';
  return section(
    'W7: typing while 100 deltas per second stream, after 500 messages',
    'Time from the key press to the end of the frame that shows it.',
    table(
      ['', 'p50 ms', 'p95 ms', '× floor'],
      lines(results, ['W7'], (name) => [
        value(results, name, 'W7', keyP50),
        value(results, name, 'W7', keyP95),
        formatRatio(ratio(results, name, 'W7', keyP95, 'floor')),
      ]),
    ),
  );
}
