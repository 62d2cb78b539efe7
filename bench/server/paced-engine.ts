import { setTimeout } from 'node:timers/promises';
import { type Engine, scripted } from '@threadkit/server';

/** Pause before the first piece, as that of the scripted engine, in multiples of the pace. */
const FIRST_PAUSE_PIECES = 16;

/**
 * The pieces of the scripted engine, each at the time of a model's, however late the server takes the piece before: a provider does
 * not wait for its readers, and the echo does not either.
 */
export function pacedEngine(paceMs: number): Engine {
  const source = scripted({ paceMs: 0 });
  return {
    name: 'paced',
    async *generate(input, signal) {
      const startedAt = performance.now();
      let dueMs = paceMs * FIRST_PAUSE_PIECES;
      for await (const event of source.generate(input, signal)) {
        const earlyMs = dueMs - (performance.now() - startedAt);
        if (earlyMs > 1) await setTimeout(earlyMs);
        yield event;
        dueMs += paceMs;
      }
    },
  };
}
