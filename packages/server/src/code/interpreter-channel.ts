import { setTimer as realTimer, type SetTimer } from '../shared/timers.ts';
import { CodeExecutorError } from './code-executor-error.ts';
import type { CheckedLimits } from './code-limits.ts';
import { createFrameReader, encodeFrame, type Frame } from './frames.ts';
import type { Interpreter, InterpreterEnd } from './interpreter.ts';
import type { LogCapture } from './log-capture.ts';
import { residentBytes } from './process-memory.ts';

/** Why the server has ended an interpreter. */
export type Ending = 'timed_out' | 'out_of_memory' | 'protocol' | 'output' | 'closed' | 'aborted';

/** More than any useful output. Reading it costs the server time, so the session ends. */
export const MAX_OUTPUT_BYTES: number = 64 * 1024 * 1024;
/** Content of files is sent in pieces of this size. */
export const PIECE_BYTES: number = 256 * 1024;

const HEADER_BYTES = 16 * 1024;
const MEMORY_CHECK_MS = 200;
const MAX_ERROR_CHARS = 300;
/** How long the end mark of the output may come after the end of the call: code can close its output. */
const MARK_MS = 1000;

export interface ChannelSetup {
  readonly interpreter: Interpreter;
  readonly limits: CheckedLimits;
  /** Of the executor, for errors. */
  readonly executor: string;
  /** Called once, when the interpreter has ended. */
  readonly onEnded?: (() => Promise<void>) | undefined;
  /** Whether the memory is watched from here, which needs Linux. */
  readonly watchesMemory: boolean;
  readonly setTimer?: SetTimer | undefined;
}

/** Handles one message. Returns true when the exchange is over, and throws for a message that does not belong to it. */
export type TakeFrame = (frame: Frame) => boolean;

export interface ExchangeOptions {
  readonly frame: Buffer;
  readonly take: TakeFrame;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs: number;
}

/** Requests to an interpreter, one after the other, and the end of it. Every message that nothing waits for ends the interpreter. */
export interface InterpreterChannel {
  readonly isOpen: boolean;
  /** Undefined while it is open, and when the interpreter ended by itself. */
  readonly ending: Ending | undefined;
  readonly end: InterpreterEnd | undefined;
  readonly ended: Promise<void>;
  stop(reason: Ending): void;
  /** Resolves when `take` returns true, or the interpreter has ended. Rejects with the reason of the signal, when the interpreter has ended. */
  exchange(options: ExchangeOptions): Promise<'answered' | 'ended'>;
  /** A request with one response, whose payload it resolves with. */
  request(header: Readonly<Record<string, unknown>>, payload: Uint8Array, event: string): Promise<Uint8Array>;
  /** Waits for earlier work. Rejects when the session is closed. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Sends what the code prints to `logs` until the work is done. */
  capturing<T>(logs: LogCapture, work: () => Promise<T>): Promise<T>;
  /** Resolves when the end mark has been printed, or will not be. */
  untilMarked(logs: LogCapture): Promise<void>;
}

export function createInterpreterChannel(setup: ChannelSetup): InterpreterChannel {
  const { interpreter, limits, executor, onEnded, watchesMemory, setTimer = realTimer } = setup;
  let ending: Ending | undefined;
  let end: InterpreterEnd | undefined;
  let capture: LogCapture | undefined;
  let listener: { readonly take: TakeFrame; readonly done: () => void } | undefined;
  let onMark = () => {};
  let queue: Promise<unknown> = Promise.resolve();
  let stopWatching = () => {};

  const stop = (reason: Ending) => {
    ending ??= reason;
    interpreter.kill();
  };

  const ended = interpreter.ended.then(async (result) => {
    end = result;
    stopWatching();
    await onEnded?.();
  });

  const readFrames = createFrameReader({
    headerBytes: HEADER_BYTES,
    payloadBytes: Math.max(PIECE_BYTES, limits.imageBytes),
  });
  interpreter.messages.on('data', (chunk: Uint8Array) => {
    if (ending) return;
    try {
      for (const frame of readFrames(chunk)) {
        if (!listener) throw new Error('a message that nothing waits for');
        if (!listener.take(frame)) continue;
        const { done } = listener;
        listener = undefined;
        done();
      }
    } catch {
      stop('protocol');
    }
  });

  // Of threads and processes that go on after a call.
  let strayBytes = 0;
  interpreter.output.on('data', (chunk: Uint8Array) => {
    if (capture) capture.add(chunk);
    else strayBytes += chunk.length;
    if (capture?.isMarked) onMark();
    if (strayBytes + (capture?.totalBytes ?? 0) > MAX_OUTPUT_BYTES && !ending) stop('output');
  });
  interpreter.output.on('close', () => onMark());

  const watch = () => {
    const check = async () => {
      const { pid } = interpreter;
      const bytes = pid === undefined ? 0 : await residentBytes(pid);
      if (end) return;
      if (bytes > limits.memoryBytes) stop('out_of_memory');
      else watch();
    };
    stopWatching = setTimer(() => void check(), MEMORY_CHECK_MS, { background: true });
  };
  if (watchesMemory) watch();

  const exchange = async ({ frame, take, signal, timeoutMs }: ExchangeOptions) => {
    const answered = new Promise<'answered'>((resolve) => {
      listener = { take, done: () => resolve('answered') };
    });
    const cancelTimer = setTimer(() => stop('timed_out'), timeoutMs);
    const abort = () => stop('aborted');
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
    try {
      interpreter.input.write(frame);
      const result = await Promise.race([answered, ended.then(() => 'ended' as const)]);
      if (result === 'ended') signal?.throwIfAborted();
      return result;
    } finally {
      listener = undefined;
      cancelTimer();
      signal?.removeEventListener('abort', abort);
    }
  };

  const closedError = () => {
    const why =
      end && !ending
        ? ` (${[end.reason, end.errors.slice(-MAX_ERROR_CHARS)].filter(Boolean).join(': ')})`
        : '';
    return new CodeExecutorError('closed', `The session of ${executor} has ended${why}. Open another one.`);
  };

  const request: InterpreterChannel['request'] = async (header, payload, event) => {
    let response: Frame | undefined;
    const result = await exchange({
      frame: encodeFrame(header, payload),
      take(frame) {
        response = frame;
        return true;
      },
      timeoutMs: limits.timeoutMs,
    });
    if (result === 'ended' || !response) throw closedError();
    if (response.header['event'] === event) return response.payload;
    const { message } = response.header;
    if (response.header['event'] !== 'failed' || typeof message !== 'string') {
      stop('protocol');
      throw closedError();
    }
    throw new CodeExecutorError(
      'file',
      `The interpreter of ${executor} cannot access the file ${JSON.stringify(header['path'])}: ${message.slice(0, 500)}.`,
    );
  };

  return {
    get isOpen() {
      return !ending && !end;
    },
    get ending() {
      return ending;
    },
    get end() {
      return end;
    },
    ended,
    stop,
    exchange,
    request,
    inTurn(work) {
      const result = queue.then(() => {
        if (ending || end) throw closedError();
        return work();
      });
      queue = result.catch(() => {});
      return result;
    },
    async capturing(logs, work) {
      capture = logs;
      try {
        return await work();
      } finally {
        capture = undefined;
      }
    },
    async untilMarked(logs) {
      if (logs.isMarked || interpreter.output.closed) return;
      let cancel = () => {};
      const marked = new Promise<void>((resolve) => {
        onMark = resolve;
        cancel = setTimer(resolve, MARK_MS);
      });
      await Promise.race([marked, ended]);
      cancel();
      onMark = () => {};
    },
  };
}
