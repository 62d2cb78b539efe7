import type { Engine, EngineEvent, EngineInput } from '../engines/engine.ts';
import { setTimer, settleWithin } from '../shared/timers.ts';
import { contractError, expectThat, show } from './contract-error.ts';
import { checkEvents } from './event-order.ts';

/** Real time: only an engine that hangs takes this long. */
const HANGS_AFTER_MS = 10_000;

/** A model call that neither yielded an event nor ended. */
export class EngineHangsError extends Error {
  override readonly name = 'EngineHangsError';

  constructor() {
    super(
      `The engine yielded nothing for ${HANGS_AFTER_MS / 1000} seconds. A model call yields events, ends, or throws; when its signal aborts, soon. Pass the signal on to the request, and let the test's provider respond at once.`,
    );
  }
}

/** The next event of a model call; undefined at its end. Rejects when it does not come in ten seconds. */
export async function readEvent(iterator: AsyncIterator<EngineEvent>): Promise<EngineEvent | undefined> {
  const next = await settleWithin(iterator.next(), HANGS_AFTER_MS, () => undefined, setTimer);
  if (next === undefined) throw new EngineHangsError();
  return next.done ? undefined : next.value;
}

/** A model call that begins with its first event. An engine that throws at once fails then. */
export async function* startModelCall(
  engine: Engine,
  input: EngineInput,
  signal: AbortSignal = new AbortController().signal,
): AsyncIterator<EngineEvent, void> {
  yield* engine.generate(input, signal);
}

/**
 * Makes a model call, and checks its events and that its input was not changed. `asked` completes "when …" in the message of
 * a model call that throws.
 */
export async function makeModelCall(
  engine: Engine,
  input: EngineInput,
  asked: string,
): Promise<readonly EngineEvent[]> {
  const before = JSON.stringify(input);
  const events: EngineEvent[] = [];
  const iterator = startModelCall(engine, input);
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- events follow each other
    const event = await readEvent(iterator).catch((error: unknown) => {
      throw error instanceof EngineHangsError ? error : unexpectedError(error, asked);
    });
    if (event === undefined) break;
    events.push(event);
  }
  checkEvents(events);
  expectThat(JSON.stringify(input) === before, () => ({
    did: `The engine changed its input when ${asked}.`,
    expected: 'The server reads the same objects again.',
    remedy: 'Copy what you change.',
  }));
  return events;
}

/** The error of a model call that threw though it should not have. */
function unexpectedError(error: unknown, asked: string): Error {
  return contractError(
    {
      did: `The engine threw when ${asked}: ${error instanceof Error ? `${error.name}: ${error.message}` : show(error)}.`,
      expected: 'This model call succeeds.',
      remedy: "Handle this input, and check that the test's provider responds to it; the error is the cause.",
    },
    error,
  );
}

/** The text of a model call. */
export function textOf(events: readonly EngineEvent[]): string {
  return events.map((event) => (event.type === 'text' ? event.text : '')).join('');
}

/** How a model call ended. */
export function reasonOf(events: readonly EngineEvent[]): string | undefined {
  const last = events.at(-1);
  return last?.type === 'finish' ? last.reason : undefined;
}

/** A function call of a model call, with its arguments joined. */
export interface JoinedCall {
  readonly name: string;
  readonly arguments: string;
}

/** The function calls of a model call in the order of their indices. */
export function callsOf(events: readonly EngineEvent[]): readonly JoinedCall[] {
  const calls: JoinedCall[] = [];
  for (const event of events) {
    if (event.type !== 'tool-call') continue;
    const known = calls[event.index];
    calls[event.index] = {
      name: known?.name ?? event.name ?? '',
      arguments: (known?.arguments ?? '') + event.arguments,
    };
  }
  return calls;
}
