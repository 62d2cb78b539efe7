import type { Engine } from '../../src/engines/engine.ts';
import type { History } from './history.ts';

/** A model's provider that plays the script, and the engine for it. */
export interface Upstream {
  readonly engine: Engine;
  /** What each model call read, in their order. */
  readonly histories: readonly History[];
}

/** Starts an upstream for the current test, which also ends it. */
export type OpenUpstream = () => Upstream | Promise<Upstream>;
