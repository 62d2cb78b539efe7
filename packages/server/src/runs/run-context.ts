import type { Engine } from '../engines/engine.ts';
import type { RepeatingLog } from '../shared/log.ts';
import type { NewId } from '../shared/new-id.ts';
import type { SetTimer } from '../shared/timers.ts';
import type { Storage } from '../storage/storage.ts';

/** What running runs needs of the world. */
export interface RunContext {
  readonly storage: Storage;
  /** Undefined: no engine serves this model. */
  readonly engineFor: (model: string) => Engine | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly setTimer: SetTimer;
  readonly newId: NewId;
  /** What one turn may say; more fails the run. */
  readonly maxAnswerChars: number;
  /** What the operator has to know or mend. */
  readonly log: RepeatingLog;
  /** Called with what no caller may see, and the place where it happened. */
  readonly onError: (error: unknown, where: string) => void;
}

export function unixSeconds(now: () => number): number {
  return Math.floor(now() / 1000);
}
