import type { Machine } from './machine.ts';
import type { Failure, Measured } from './results.ts';
import type { Size } from './sizes.ts';

/** All results of one run of the benchmark; the format of `--json`. */
export interface RunRecord {
  readonly machine: Machine;
  readonly repeat: number;
  readonly peerRepeat: number;
  readonly measured: readonly Measured[];
  readonly failures: readonly Failure[];
  readonly sizes: readonly Size[];
  /** Versions of the peers' packages, by name. */
  readonly peers?: Readonly<Record<string, string>>;
  /** Size of `Chat` in KiB. */
  readonly chatKib?: number;
}
