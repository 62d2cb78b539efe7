import type { Pace } from './pages/pace.ts';

/** A measured part of a response. */
export interface Phase {
  /** Row of the report. */
  readonly row: string;
  /** Number of deltas in each thread. */
  readonly deltas: number;
  readonly pace: Pace;
  /** Characters of the response before the phase; delivered in large chunks. @defaultValue end of the previous phase */
  readonly from?: number;
  /** Number of keys to press during the phase. */
  readonly keys?: number;
}

/** One visit to a fresh page: mount a thread, then stream into it. */
export interface Workload {
  readonly id: string;
  readonly title: string;
  /** Row of the report for the mount; undefined if the mount is not reported. */
  readonly mountRow?: string;
  readonly messages: number;
  readonly threads: number;
  readonly phases: readonly Phase[];
  /** Factor of Chromium's CPU throttling. @defaultValue 1 */
  readonly slowdown?: number;
  /** Whether peers are measured as well. @defaultValue true */
  readonly peers?: boolean;
  /** Measured only in the first repetition, because it takes long. */
  readonly once?: boolean;
}

export const DELTA_CHARS = 4;
/** Number of deltas of a phase at full speed. */
const FULL = 5_000;

const asap = (row: string, from = 0): Phase => ({ row, deltas: FULL, pace: 'asap', from });
const paced = (row: string, seconds: number, perSecond = 100): Phase => ({
  row,
  deltas: seconds * perSecond,
  pace: { perSecond },
});
/** Half the length of a phase at full speed, to center the phase on a length. */
const HALF_CHARS = (FULL * DELTA_CHARS) / 2;

/** In the order of a repetition. W5, mounting, is measured as part of W2 and W3. */
export const workloads: readonly Workload[] = [
  { id: 'W1', title: 'an empty thread', messages: 0, threads: 1, phases: [asap('W1')] },
  {
    id: 'W2',
    title: 'after 500 messages',
    mountRow: 'W5 500',
    messages: 500,
    threads: 1,
    phases: [asap('W2')],
  },
  {
    id: 'W3',
    title: 'after 5,000 messages',
    mountRow: 'W5 5000',
    messages: 5_000,
    threads: 1,
    phases: [asap('W3')],
  },
  { id: 'W4', title: '100 deltas/s, 500 messages', messages: 500, threads: 1, phases: [paced('W4', 8)] },
  {
    id: 'W6',
    title: 'a response of 200,000 characters',
    messages: 0,
    threads: 1,
    phases: [asap('W6 10 %', 20_000 - HALF_CHARS), asap('W6 100 %', 200_000 - HALF_CHARS)],
  },
  {
    id: 'W7',
    title: 'typing while 100 deltas/s stream, 500 messages',
    messages: 500,
    threads: 1,
    phases: [{ ...paced('W7', 8), keys: 100 }],
  },
  {
    id: 'G50000',
    title: 'after 50,000 messages',
    mountRow: 'mount 50000',
    messages: 50_000,
    threads: 1,
    phases: [asap('50,000 messages')],
    peers: false,
    once: true,
  },
  {
    id: 'G2M',
    title: 'a response of 2 million characters',
    messages: 0,
    threads: 1,
    phases: [asap('2 M characters', 2_000_000 - HALF_CHARS)],
    peers: false,
    once: true,
  },
  {
    id: 'T20',
    title: '20 threads at once, 50 deltas/s each, 20 messages in each',
    messages: 20,
    threads: 20,
    phases: [paced('20 threads', 5, 50)],
    peers: false,
    once: true,
  },
  {
    id: 'S4',
    title: '100 deltas/s, 500 messages, 4× CPU throttling',
    messages: 500,
    threads: 1,
    phases: [paced('slow', 8)],
    slowdown: 4,
    once: true,
  },
];

/** W5 by itself: the workloads that report a mount, without their phases. */
export const mountsOnly: readonly Workload[] = workloads
  .filter(({ mountRow, once }) => mountRow !== undefined && !once)
  .map((workload) => ({ ...workload, id: 'W5', phases: [] }));
