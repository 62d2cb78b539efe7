import type { Engine } from '../engines/engine.ts';
import type { NewId } from '../new-id.ts';
import type { Storage } from '../storage/storage.ts';
import type { SetTimer } from '../timers.ts';

/** What running runs needs of the world. */
export interface RunContext {
  readonly storage: Storage;
  /** Undefined: no engine serves this model. */
  readonly engineFor: (model: string) => Engine | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly setTimer: SetTimer;
  readonly newId: NewId;
  /** Told what no caller may see, with the place where it happened. */
  readonly onError: (error: unknown, where: string) => void;
}

export function unixSeconds(now: () => number): number {
  return Math.floor(now() / 1000);
}
