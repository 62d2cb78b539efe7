import type { Engine, EngineEvent } from '../engines/engine.ts';
import { EngineError } from '../engines/engine-error.ts';
import { contractError, expectThat, show } from './contract-error.ts';
import type { EngineCheck } from './engine-check.ts';
import { contractInput } from './inputs.ts';
import { EngineHangsError, readEvent, startModelCall } from './model-call.ts';

/** An event may be on its way when the signal aborts. */
const MAX_LATE_EVENTS = 1;

/** Begins a model call, and reads it as `read` does until it ends, throws or yields too much. Returns the types of its events. */
async function eventsAfterAbort(
  iterator: AsyncIterator<EngineEvent>,
  first?: Promise<EngineEvent | undefined>,
) {
  const late: string[] = [];
  let next = first;
  while (late.length <= MAX_LATE_EVENTS) {
    // oxlint-disable-next-line no-await-in-loop -- events follow each other
    const event = await (next ?? readEvent(iterator)).catch((error: unknown) => {
      if (error instanceof EngineHangsError) throw error;
      checkThrown(error);
      return undefined;
    });
    next = undefined;
    if (event === undefined) break;
    late.push(event.type);
  }
  // The engine may still hold its connection.
  await iterator.return?.();
  return late;
}

/** Throwing is as valid as ending, but an abort is no failure of the model. */
function checkThrown(error: unknown): void {
  if (!(error instanceof EngineError)) return;
  throw contractError(
    {
      did: `The engine threw an EngineError after its signal had aborted: ${error.message}`,
      expected:
        'An aborted model call ends or throws another error: users and the log read that the model failed.',
      remedy: 'Check signal.aborted before you convert an error of the request.',
    },
    error,
  );
}

function checkLate(late: readonly string[], allowed: number, when: string): void {
  expectThat(late.length <= allowed && !late.includes('finish'), () => ({
    did: `The engine yielded ${show(late)} after its signal had aborted ${when}.`,
    expected: 'An aborted model call ends soon or throws, without a finish event.',
    remedy: 'Pass the signal on to the request, and check signal.aborted before each event.',
  }));
}

const start = (engine: Engine, signal: AbortSignal) => startModelCall(engine, contractInput(), signal);

/** Checks of model calls that are aborted. */
export const abortChecks: readonly EngineCheck[] = [
  {
    name: 'the engine yields nothing when its signal has aborted before the model call',
    async check(make) {
      checkLate(await eventsAfterAbort(start(make(), AbortSignal.abort())), 0, 'before the model call');
    },
  },
  {
    name: 'the engine stops when aborted before the first event',
    async check(make) {
      const stop = new AbortController();
      const iterator = start(make(), stop.signal);
      const first = readEvent(iterator);
      stop.abort();
      checkLate(await eventsAfterAbort(iterator, first), MAX_LATE_EVENTS, 'before the first event');
    },
  },
  {
    name: 'the engine stops without a finish event when aborted',
    async check(make) {
      const stop = new AbortController();
      const iterator = start(make(), stop.signal);
      await readEvent(iterator);
      stop.abort();
      checkLate(await eventsAfterAbort(iterator), MAX_LATE_EVENTS, 'after the first event');
    },
  },
];
