import type { EngineEvent, HostedCallPiece } from '../engine.ts';
import { createGrowingText, type GrowingText } from '../provider/growing-text.ts';

type HostedCallEvent = Extract<EngineEvent, { type: 'hosted-call' }>;

/** Longer outputs are cut: some contain whole pages or images. */
const MAX_OUTPUT_CHARS = 50_000;

interface OpenCall {
  readonly index: number;
  readonly step: number;
  readonly json: GrowingText;
}

/**
 * The calls of a model call that the provider executes. A call can only be continued as long as nothing else was written, since
 * its step ends then; later pieces are dropped.
 */
export interface HostedCalls {
  has(id: string): boolean;
  start(id: string, name: string): Generator<HostedCallEvent>;
  append(id: string, delta: string): Generator<HostedCallEvent>;
  complete(id: string, name: string, input: string): Generator<HostedCallEvent>;
  /** `output` is text, or a value that is sent as JSON. */
  addOutput(id: string, output: unknown): Generator<HostedCallEvent>;
  /** Text or reasoning follows. */
  endStep(): void;
  /** Function calls follow, after which there are no more hosted calls. */
  end(): void;
}

export function createHostedCalls(): HostedCalls {
  const calls = new Map<string, OpenCall>();
  let count = 0;
  let step = 0;
  let isOver = false;

  function* put(id: string, piece: Extract<HostedCallPiece, { type: 'function' }>['function']) {
    const call = calls.get(id);
    if (!call || isOver || call.step !== step) return;
    yield {
      type: 'hosted-call' as const,
      index: call.index,
      call: { type: 'function' as const, function: piece },
    };
  }

  function* start(id: string, name: string): Generator<HostedCallEvent> {
    // Known from now on even if it is dropped, so that it is not taken for a function call.
    calls.set(id, { index: count, step, json: createGrowingText() });
    if (isOver) return;
    count += 1;
    yield* put(id, { name, arguments: '' });
  }

  return {
    has: (id) => calls.has(id),
    start,

    *append(id, delta) {
      if (delta === '') return;
      calls.get(id)?.json.add(delta);
      yield* put(id, { arguments: delta });
    },

    *complete(id, name, input) {
      if (!calls.has(id)) yield* start(id, name);
      const rest = calls.get(id)?.json.settle(input) ?? '';
      if (rest !== '') yield* put(id, { arguments: rest });
    },

    *addOutput(id, output) {
      const text = typeof output === 'string' ? output : (JSON.stringify(output) ?? '');
      const cut = text.length > MAX_OUTPUT_CHARS ? `${text.slice(0, MAX_OUTPUT_CHARS - 1)}…` : text;
      yield* put(id, { output: cut });
    },

    endStep() {
      step += 1;
    },

    end() {
      isOver = true;
    },
  };
}
