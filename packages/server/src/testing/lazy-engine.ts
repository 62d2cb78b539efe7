import type { Engine } from '../engines/engine.ts';

/** An engine that is opened with its first model call, for the contract of engines, which makes them in their tests. */
export function lazyEngine(name: string, open: () => Promise<Engine>): Engine {
  let opened: Promise<Engine> | undefined;
  return {
    name,
    async *generate(input, signal) {
      opened ??= open();
      yield* (await opened).generate(input, signal);
    },
  };
}
