import type { Environment } from '@threadkit/core';
import { fakeEnvironment } from '@threadkit/core/testing';
import { browserEnvironment } from '@threadkit/react';

export interface StillTime {
  /** For `createInPage` and `ThreadkitProvider`. Frames, storage and signals are the page's own. */
  readonly environment: Environment;
  advance(ms: number): Promise<void>;
}

/** A page whose clock and timers move only when a test says so. */
export function stillTime(): StillTime {
  const { now, setTimer, advance } = fakeEnvironment();
  return { environment: { ...browserEnvironment(), now, setTimer }, advance };
}
