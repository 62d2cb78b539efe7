import type { Pace } from './pages/pace.ts';

/** One stretch of an answer. */
export interface Leg {
  /** The row of the report. */
  readonly row: string;
  /** For each thread. */
  readonly deltas: number;
  readonly pace: Pace;
  /** So many characters are there before, which came in large pieces. @defaultValue those of the legs before */
  readonly from?: number;
  /** Someone presses so many keys meanwhile. */
  readonly keys?: number;
}

/** One visit to a fresh page: mount a thread, then stream into it. */
export interface Workload {
  readonly id: string;
  readonly title: string;
  /** The row that tells of mounting, if that is of interest. */
  readonly mountRow?: string;
  readonly messages: number;
  readonly threads: number;
  readonly legs: readonly Leg[];
  /** Chromium's own: a processor so many times slower. @defaultValue 1 */
  readonly slowdown?: number;
  /** Also for peers. @defaultValue true */
  readonly peers?: boolean;
  /** In the first repetition only: it takes long, and shows a course rather than a figure. */
  readonly once?: boolean;
}

export const DELTA_CHARS = 4;
/** Of a leg as fast as the page takes it. */
const FULL = 5_000;

const asap = (row: string, from = 0): Leg => ({ row, deltas: FULL, pace: 'asap', from });
const paced = (row: string, seconds: number, perSecond = 100): Leg => ({
  row,
  deltas: seconds * perSecond,
  pace: { perSecond },
});
/** So that the leg is around a length. */
const HALF_CHARS = (FULL * DELTA_CHARS) / 2;

/** In the order of a repetition. W5, mounting, is measured on the way of W2 and W3. */
export const workloads: readonly Workload[] = [
  { id: 'W1', title: 'an empty thread', messages: 0, threads: 1, legs: [asap('W1')] },
  {
    id: 'W2',
    title: '500 messages there',
    mountRow: 'W5 500',
    messages: 500,
    threads: 1,
    legs: [asap('W2')],
  },
  {
    id: 'W3',
    title: '5,000 messages there',
    mountRow: 'W5 5000',
    messages: 5_000,
    threads: 1,
    legs: [asap('W3')],
  },
  { id: 'W4', title: '100 deltas/s, 500 messages', messages: 500, threads: 1, legs: [paced('W4', 8)] },
  {
    id: 'W6',
    title: 'an answer of 200,000 characters',
    messages: 0,
    threads: 1,
    legs: [asap('W6 10 %', 20_000 - HALF_CHARS), asap('W6 100 %', 200_000 - HALF_CHARS)],
  },
  {
    id: 'W7',
    title: 'typing while 100 deltas/s stream, 500 messages',
    messages: 500,
    threads: 1,
    legs: [{ ...paced('W7', 8), keys: 100 }],
  },
  {
    id: 'G50000',
    title: '50,000 messages there',
    mountRow: 'mount 50000',
    messages: 50_000,
    threads: 1,
    legs: [asap('50,000 messages')],
    peers: false,
    once: true,
  },
  {
    id: 'G2M',
    title: 'an answer of 2 million characters',
    messages: 0,
    threads: 1,
    legs: [asap('2 M characters', 2_000_000 - HALF_CHARS)],
    peers: false,
    once: true,
  },
  {
    id: 'T20',
    title: '20 threads at once, 50 deltas/s each, 20 messages in each',
    messages: 20,
    threads: 20,
    legs: [paced('20 threads', 5, 50)],
    peers: false,
    once: true,
  },
  {
    id: 'S4',
    title: '100 deltas/s, 500 messages, a processor 4 times slower',
    messages: 500,
    threads: 1,
    legs: [paced('slow', 8)],
    slowdown: 4,
    once: true,
  },
];

/** W5 by itself: what mounts, without the stream after it. */
export const mountsOnly: readonly Workload[] = workloads
  .filter(({ mountRow, once }) => mountRow !== undefined && !once)
  .map((workload) => ({ ...workload, id: 'W5', legs: [] }));
