import { candidates } from './candidates.ts';
import { formatRatio, formatSpread, table } from './format-numbers.ts';
import { growth, manyThreads } from './report-growth.ts';
import { label, ratio, section, titleOf } from './report-rows.ts';
import { fullSpeed, longResponses, mounts, paced, typing } from './report-workloads.ts';
import { busyShare, cpu, createResults, keyP95, type Metric, perDelta, type Results } from './results.ts';
import type { RunRecord } from './run-record.ts';
import type { Size } from './sizes.ts';
import { readTargets, type Target, verdictOf } from './targets.ts';

/** Renders the report for `docs/performance.md`, in Markdown. */
export function renderReport(record: RunRecord): string {
  const results = createResults(record.measured);
  const sections = [
    describeMachine(record),
    targetsTable(readTargets(results, record.chatKib)),
    fullSpeed(results),
    paced(results),
    mounts(results),
    longResponses(results),
    typing(results),
    growth(results),
    manyThreads(results),
    sizesTable(record.sizes),
    bestPeersTable(results),
    notes(record, results),
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

function describeMachine({ machine, repeat, peerRepeat, peers }: RunRecord): string {
  const { date, chromium, node, processor, cores, load } = machine;
  return (
    `Measured on ${date}: Chromium ${chromium}, headless, Node ${node}, ${cores} × ${processor}, load average ${load} at the start. ` +
    `Repetitions: ${repeat}, peers: ${peerRepeat}. Values are medians, with minimum and maximum in parentheses where there are several repetitions.${versionsOf(peers)}`
  );
}

function versionsOf(peers: RunRecord['peers']): string {
  if (!peers) return '';
  const names = Object.entries(peers).map(([name, version]) => `${name} ${version}`);
  return ` Peers: ${names.join(', ')}.`;
}

function targetsTable(targets: readonly Target[]): string {
  const rows = targets.map((target) => [
    target.text,
    `≤ ${target.limit} ${target.unit}`.trim(),
    formatSpread(target.measured),
    target.net ? formatRatio(target.net) : '',
    verdictOf(target) === 'reached' ? '**reached**' : verdictOf(target),
  ]);
  return section('Targets', table(['target', 'limit', 'measured', 'net of the harness', ''], rows));
}

function sizesTable(sizes: readonly Size[]): string {
  if (sizes.length === 0) return '';
  return section(
    'Sizes',
    'The smallest working chat with client and state, in KiB, minified and gzipped, without React and styles.',
    table(
      ['', 'static', 'on first use'],
      sizes.map(({ candidate, staticKib, lazyKib }) => [
        label(candidate),
        staticKib.toFixed(1),
        lazyKib === 0 ? '' : lazyKib.toFixed(1),
      ]),
    ),
  );
}

/** Ratio of the best peer to Threadkit in each row. */
function bestPeersTable(results: Results): string {
  const rows: readonly (readonly [string, string, Metric])[] = [
    ['W1, per delta in an empty thread', 'W1', perDelta],
    ['W2, per delta after 500 messages', 'W2', perDelta],
    ['W3, per delta after 5,000 messages', 'W3', perDelta],
    ['W4, paced', 'W4', busyShare],
    ['W5, mount of 5,000 messages', 'W5 5000', cpu],
    ['W5, heap with 5,000 messages', 'W5 5000', ({ heapMb }) => heapMb],
    ['W6, per delta at 200,000 characters', 'W6 100 %', perDelta],
    ['W7, key press to paint, p95', 'W7', keyP95],
  ];
  const peers = candidates
    .filter(({ name, isPeer }) => isPeer && !name.startsWith('naive'))
    .map(({ name }) => name);
  const cells = rows.flatMap(([title, row, metric]) => {
    const [best] = peers
      .map((name) => ({ name, spread: ratio(results, name, row, metric, 'threadkit') }))
      .filter(({ spread }) => spread.count > 0)
      .toSorted((a, b) => a.spread.median - b.spread.median);
    return best ? [[title, titleOf(best.name), formatRatio(best.spread)]] : [];
  });
  if (cells.length === 0) return '';
  return section('The best peer in each row', table(['', 'best peer', '× Threadkit'], cells));
}

function notes({ measured, failures }: RunRecord, results: Results): string {
  const warnings = new Set(
    measured.flatMap(({ candidate, sample }) =>
      sample.warning === undefined ? [] : [`${titleOf(candidate)}, ${sample.row}: ${sample.warning}`],
    ),
  );
  for (const { candidate, workload, message } of failures) {
    warnings.add(`${titleOf(candidate)}, ${workload}, could not be measured: ${message}`);
  }
  if (warnings.size === 0 || results.candidates.length === 0) return '';
  return section('Problems', [...warnings].map((line) => `- ${line}`).join('\n'));
}
