import { randomBytes } from 'node:crypto';
import type {
  CodeFile,
  CodeImage,
  CodeInputFile,
  CodeResult,
  CodeSession,
  ExecuteCodeOptions,
} from './code-executor.ts';
import { CodeExecutorError } from './code-executor-error.ts';
import type { CheckedLimits } from './code-limits.ts';
import { explainStart } from './explain-start.ts';
import { isFolderPath } from './folder-path.ts';
import { encodeFrame } from './frames.ts';
import { offerToKernel } from './interpreter.ts';
import {
  type ChannelSetup,
  createInterpreterChannel,
  type Ending,
  type InterpreterChannel,
  MAX_OUTPUT_BYTES,
  PIECE_BYTES,
  type TakeFrame,
} from './interpreter-channel.ts';
import { createLogCapture } from './log-capture.ts';
import { pngPixels } from './png-pixels.ts';

/** Of a page or a model, for one image. */
const MAX_PIXELS = 50_000_000;
/** Pyodide needs two seconds, and on a busy machine many times as long. */
const START_MS = 60_000;

const SENTENCES: Readonly<Record<Exclude<Ending, 'closed' | 'aborted'>, (limits: CheckedLimits) => string>> =
  {
    timed_out: ({ timeoutMs }) => `The code was stopped after ${timeoutMs / 1000} seconds.`,
    out_of_memory: ({ memoryBytes }) =>
      `The code was stopped: it used more than ${memoryBytes} bytes of memory.`,
    protocol: () => 'The code was stopped: it disturbed its interpreter.',
    output: () => `The code was stopped: it printed more than ${MAX_OUTPUT_BYTES} bytes.`,
  };

export interface CodeSessionSetup extends ChannelSetup {
  readonly folder: string;
}

export interface StartingSession extends CodeSession {
  /** Sends the interpreter its program, and resolves when it has started. Rejects with the reason of the signal, or a {@link CodeExecutorError}. */
  start(program: Uint8Array, signal?: AbortSignal): Promise<void>;
}

/**
 * A session over an interpreter. The interpreter runs code that nobody knows: every message from it is checked, and the first one that is wrong ends the
 * session.
 */
export function createCodeSession(setup: CodeSessionSetup): StartingSession {
  const { interpreter, limits, executor, folder } = setup;
  const channel = createInterpreterChannel(setup);

  async function* readFile(path: string, bytes: number): AsyncGenerator<Uint8Array> {
    for (let offset = 0; offset < bytes; ) {
      const length = Math.min(PIECE_BYTES, bytes - offset);
      const header = { op: 'read', path, offset, length };
      const piece = await channel.inTurn(() => channel.request(header, new Uint8Array(), 'chunk'));
      if (piece.length === 0 || piece.length > length) {
        throw new CodeExecutorError('file', `The file ${JSON.stringify(path)} changed while it was read.`);
      }
      offset += piece.length;
      yield piece;
    }
  }

  const toFile = (path: string, bytes: number): CodeFile => ({
    path: `${folder}/${path}`,
    bytes,
    content: () => readFile(path, bytes),
  });

  const execute = async (code: string, { signal, onLogs }: ExecuteCodeOptions): Promise<CodeResult> => {
    signal?.throwIfAborted();
    const mark = randomBytes(24);
    const logs = createLogCapture({ limitBytes: limits.logBytes, mark, onText: onLogs });
    const outcome = createOutcome(limits, toFile);
    const answer = await channel.capturing(logs, async () => {
      const frame = encodeFrame({ op: 'execute', mark: mark.toString('hex') }, Buffer.from(code));
      const result = await channel.exchange({
        frame,
        take: outcome.take,
        signal,
        timeoutMs: limits.timeoutMs,
      });
      if (result === 'answered') await channel.untilMarked(logs);
      return result;
    });
    const status = statusOf(answer, channel.ending);
    const sentences = [...outcome.notes, ...(status === 'completed' ? [] : [whyEnded(channel, limits)])];
    const text = joinLines([logs.read(), ...sentences.map((sentence) => `[${sentence}]`)]);
    return {
      status,
      outputs: [...(text === '' ? [] : [{ type: 'logs' as const, logs: text }]), ...outcome.images],
      // What has not been read is gone with the session.
      files: status === 'completed' ? outcome.files : [],
    };
  };

  return {
    folder,
    get isOpen() {
      return channel.isOpen;
    },
    async start(program, signal) {
      const { images, imageBytes, files, fileBytes } = limits;
      const result = await channel.exchange({
        frame: encodeFrame({ folder, limits: { images, imageBytes, files, fileBytes } }, program),
        take({ header }) {
          if (header['event'] !== 'ready') throw new Error('a message before the start');
          return true;
        },
        signal,
        timeoutMs: START_MS,
      });
      if (result === 'answered' && channel.isOpen) {
        if (interpreter.pid !== undefined) await offerToKernel(interpreter.pid);
        return;
      }
      await channel.ended;
      const isLate = channel.ending === 'timed_out';
      throw explainStart(executor, isLate ? `not ready after ${START_MS / 1000} seconds` : channel.end);
    },
    execute: (code, options = {}) => channel.inTurn(() => execute(code, options)),
    addFile: (file) => channel.inTurn(() => writeFile(file, channel)),
    async close() {
      channel.stop('closed');
      await channel.ended;
    },
  };
}

/** What the messages of one call have brought. */
interface Outcome {
  readonly images: readonly CodeImage[];
  readonly files: readonly CodeFile[];
  /** Sentences for the logs. */
  readonly notes: readonly string[];
  readonly take: TakeFrame;
}

function createOutcome(limits: CheckedLimits, toFile: (path: string, bytes: number) => CodeFile): Outcome {
  const images: CodeImage[] = [];
  const files: CodeFile[] = [];
  const notes: string[] = [];
  let fileBytes = 0;

  return {
    images,
    files,
    notes,
    take({ header, payload }) {
      const { event, path, bytes } = header;
      if (event === 'done') return true;
      if (event === 'image' && images.length + notes.length < limits.images) {
        const pixels = pngPixels(payload);
        if (pixels === undefined || payload.length > limits.imageBytes) throw new Error('no PNG');
        if (pixels > MAX_PIXELS) {
          notes.push(`Left out: an image of ${pixels} pixels. At most ${MAX_PIXELS} are kept.`);
        } else images.push({ type: 'image', mediaType: 'image/png', bytes: payload });
        return false;
      }
      if (event === 'file' && isFolderPath(path) && isSize(bytes) && files.length < limits.files) {
        fileBytes += bytes;
        if (fileBytes > limits.fileBytes) throw new Error('too many bytes');
        files.push(toFile(path, bytes));
        return false;
      }
      throw new Error('a message that does not belong to a call');
    },
  };
}

const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function statusOf(answer: 'answered' | 'ended', ending: Ending | undefined): CodeResult['status'] {
  if (answer === 'answered' && !ending) return 'completed';
  return ending === 'timed_out' || ending === 'out_of_memory' ? ending : 'killed';
}

function whyEnded({ ending, end }: InterpreterChannel, limits: CheckedLimits): string {
  if (!ending) return `The interpreter ended: ${end?.reason ?? 'unknown'}.`;
  if (ending === 'closed' || ending === 'aborted') return 'The session was closed.';
  return SENTENCES[ending](limits);
}

/** The parts that are not empty, each beginning a line. */
function joinLines(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((text, part) => (text === '' || text.endsWith('\n') ? text + part : `${text}\n${part}`), '');
}

async function writeFile({ name, content }: CodeInputFile, channel: InterpreterChannel): Promise<void> {
  if (!isFolderPath(name)) {
    throw new CodeExecutorError(
      'file',
      `The file ${JSON.stringify(name)} cannot be given to code. Use a name without "..", control characters and backslashes, of at most 200 bytes.`,
    );
  }
  let isFirst = true;
  const write = async (piece: Uint8Array) => {
    await channel.request({ op: 'write', path: name, first: isFirst }, piece, 'written');
    isFirst = false;
  };
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) await write(chunk.subarray(at, at + PIECE_BYTES));
  }
  if (isFirst) await write(new Uint8Array());
}
