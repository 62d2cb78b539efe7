import type { Engine } from '../engines/engine.ts';

/** One check of the interface of engines. */
export interface EngineCheck {
  /** A sentence about the engine, for the test. */
  readonly name: string;
  /**
   * Makes engines and calls them. Changes nothing else, and can run at the same time as other checks.
   *
   * @param make - returns a new engine, whose model or fake provider responds as the documentation of `engineContract` says
   * @throws An `Error` that says what the engine did, what is expected and what to do; its `cause` is what the engine threw.
   */
  check(make: () => Engine): Promise<void>;
}
