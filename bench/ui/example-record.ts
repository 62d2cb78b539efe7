import type { Sample } from './measure-page.ts';
import type { Measured } from './results.ts';
import type { RunRecord } from './run-record.ts';

const sample = (row: string, cpuMs: number, more: Partial<Sample> = {}): Sample => ({
  row,
  cpuMs,
  scriptMs: cpuMs / 2,
  layoutMs: cpuMs / 10,
  deltas: 5_000,
  ...more,
});

const inRepetitions = (candidate: string, samples: readonly (readonly Sample[])[]): Measured[] =>
  samples.flatMap((rows, repetition) => rows.map((one) => ({ candidate, repetition, sample: one })));

/** An invented record with round numbers, for tests of the report. */
export const exampleRecord: RunRecord = {
  machine: {
    date: '2026-11-25',
    chromium: '156.0',
    node: '24.21.0',
    processor: 'Processor <X>',
    cores: 2,
    load: '0.5',
  },
  repeat: 2,
  peerRepeat: 1,
  measured: [
    ...inRepetitions('null', [
      [sample('W1', 50), sample('W3', 50)],
      [sample('W1', 60), sample('W3', 60)],
    ]),
    ...inRepetitions('floor-win', [
      [sample('W1', 100), sample('W3', 100)],
      [sample('W1', 120), sample('W3', 120)],
    ]),
    ...inRepetitions('threadkit', [
      [sample('W1', 140), sample('W3', 200), sample('W5 5000', 90, { heapMb: 10, wallMs: 120 })],
      [sample('W1', 180), sample('W3', 240), sample('W5 5000', 90, { heapMb: 14, wallMs: 130 })],
    ]),
    ...inRepetitions('ai-sdk', [[sample('W3', 4_000, { deltas: 100, warning: 'an error was thrown' })]]),
  ],
  failures: [{ candidate: 'naive', repetition: 0, workload: 'W3', message: 'timed out' }],
  sizes: [{ candidate: 'threadkit', staticKib: 72, lazyKib: 2 }],
  chatKib: 57.2,
  peers: { ai: '7.0.173', streamdown: '2.7.1' },
};
