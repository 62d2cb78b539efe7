import type { Environment } from '@threadkit/core';
import { fakeEnvironment } from '@threadkit/core/testing';
import { browserEnvironment } from '@threadkit/react';

export interface FakeClock {
  /** For `createInPage` and `ThreadkitProvider`. Only clock and timers are fake. */
  readonly environment: Environment;
  advance(ms: number): Promise<void>;
}

/** An environment whose clock and timers advance only by `advance`. */
export function fakeClock(): FakeClock {
  const { now, setTimer, advance } = fakeEnvironment();
  return { environment: { ...browserEnvironment(), now, setTimer }, advance };
}
