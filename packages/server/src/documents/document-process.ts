import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { SetTimer } from '../shared/timers.ts';
import { type DocumentFailure, failureOf } from './document-failure.ts';
import type { CheckedLimits } from './document-limits.ts';
import type { DocumentInput } from './document-reader.ts';
import { readableFolders } from './installed-libraries.ts';

/** Why there is no text: a failure that the process reports, or a limit that its server applies. */
export type ProcessFailure = DocumentFailure | 'fileBytes' | 'timeoutMs';

export type ProcessResult = { readonly text: string } | { readonly failure: ProcessFailure };

const MiB = 1024 * 1024;
/** What Node needs besides the heap. */
const HEAP_SHARE = 0.75;
const WATCH_MS = 25;
/** Of Linux on all processors but arm64 kernels with larger pages, where the sum is too low. */
const PAGE_BYTES = 4096;
/** UTF-8 has at most three bytes for a UTF-16 unit. */
const BYTES_PER_CHAR = 3;
const MAX_ERROR_CHARS = 2000;
/** Of Linux. Ends a process whose server was killed, and which is in an endless loop. */
const PRLIMIT = '/usr/bin/prlimit';
const CPU_PER_TIME = 4;

/** In the sources, and in the package. Tools that collect the files of an app know this form. */
const MAIN = import.meta.url.endsWith('.ts')
  ? new URL('./process-main.ts', import.meta.url)
  : new URL('./process-main.js', import.meta.url);

export interface ProcessOptions {
  readonly limits: CheckedLimits;
  readonly setTimer: SetTimer;
  /** Called with its id. */
  readonly onStart?: ((pid: number) => void) | undefined;
}

/**
 * Reads a document in a process of its own, which has no environment, may read modules only, and is killed at a limit. Resolves and rejects when the process is
 * gone.
 *
 * @throws The reason of the signal, the error of the content, or an `Error` that says how the process died.
 */
export async function readInProcess(
  { format, content, signal }: Pick<DocumentInput, 'format' | 'content' | 'signal'>,
  { limits, setTimer, onStart }: ProcessOptions,
): Promise<ProcessResult> {
  const child = startProcess(format, limits);
  if (child.pid !== undefined) {
    onStart?.(child.pid);
    void offerToKernel(child.pid);
  }
  const ended = untilEnded(child);
  let killedBy: { readonly failure: ProcessFailure } | { readonly reason: unknown } | undefined;
  const kill = (by: NonNullable<typeof killedBy>): void => {
    killedBy ??= by;
    child.kill('SIGKILL');
  };
  const abort = (): void => kill({ reason: signal.reason });
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  const cancelTimeout = setTimer(() => kill({ failure: 'timeoutMs' }), limits.timeoutMs);
  const stopWatching = watchMemory(child, limits.memoryBytes, () => kill({ failure: 'memoryBytes' }));
  const output = collectOutput(child.stdout, limits.textChars * BYTES_PER_CHAR, () =>
    kill({ failure: 'textChars' }),
  );
  const fed = feed(child.stdin, content, limits.fileBytes).then(
    (isWhole) => {
      if (!isWhole) kill({ failure: 'fileBytes' });
    },
    (reason: unknown) => kill({ reason }),
  );
  const { exitCode, description, spawnError } = await ended;
  cancelTimeout();
  stopWatching();
  signal.removeEventListener('abort', abort);
  child.stdin.destroy();
  await fed;
  if (killedBy) {
    if ('reason' in killedBy) throw killedBy.reason;
    return killedBy;
  }
  if (exitCode === 0) return { text: output().trim() };
  const failure = failureOf(exitCode);
  if (failure) return { failure };
  // V8 says so, and aborts.
  if (description.includes('out of memory')) return { failure: 'memoryBytes' };
  throw new Error(`The process that reads documents ended with ${description}`, { cause: spawnError });
}

interface DocumentProcess extends ChildProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
}

function startProcess(format: DocumentInput['format'], limits: CheckedLimits): DocumentProcess {
  const node = [
    process.execPath,
    '--permission',
    ...readableFolders().map((folder) => `--allow-fs-read=${folder}`),
    '--no-addons',
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${Math.floor((limits.memoryBytes * HEAP_SHARE) / MiB)}`,
    fileURLToPath(MAIN),
    format,
    JSON.stringify(limits),
  ];
  const cpuSeconds = Math.ceil((limits.timeoutMs * CPU_PER_TIME) / 1000);
  const [command = '', ...args] = existsSync(PRLIMIT)
    ? [PRLIMIT, `--cpu=${cpuSeconds}`, '--core=0', '--', ...node]
    : node;
  return spawn(command, args, { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
}

/** So that it ends this process first when the machine has no memory left. Other systems than Linux have no such file. */
async function offerToKernel(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => {});
}

interface ProcessEnd {
  readonly exitCode: number | null;
  /** With the end of what it wrote to the standard error. */
  readonly description: string;
  readonly spawnError: Error | undefined;
}

function untilEnded(child: DocumentProcess): Promise<ProcessEnd> {
  let errors = '';
  let spawnError: Error | undefined;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-MAX_ERROR_CHARS);
  });
  child.on('error', (error) => {
    spawnError = error;
  });
  return new Promise((resolve) => {
    child.on('close', (exitCode, signal) => {
      const how = signal === null ? `exit code ${exitCode}` : `signal ${signal}`;
      resolve({ exitCode, description: `${how}: ${errors}`, spawnError });
    });
  });
}

/** Returns whether the content was sent to its end, or the process ended before. */
async function feed(
  input: Writable,
  content: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<boolean> {
  const reader = content.getReader();
  // A process that fails early closes its input.
  const closed = new Promise<void>((resolve) => {
    input.on('error', () => resolve());
    input.on('close', () => resolve());
  });
  let bytes = 0;
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), closed]);
      if (!next) return true;
      if (next.done) break;
      bytes += next.value.byteLength;
      if (bytes > maxBytes) return false;
      if (!input.write(next.value)) {
        await Promise.race([new Promise<void>((resolve) => input.once('drain', resolve)), closed]);
      }
    }
    input.end();
    return true;
  } finally {
    await reader.cancel().catch(() => {});
    reader.releaseLock();
  }
}

function collectOutput(output: Readable, maxBytes: number, onTooLong: () => void): () => string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  output.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxBytes) onTooLong();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

/** Memory outside of the heap is limited on Linux only. */
function watchMemory({ pid }: ChildProcess, maxBytes: number, onExceeded: () => void): () => void {
  if (process.platform !== 'linux' || pid === undefined) return () => {};
  const watch = async (): Promise<void> => {
    const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
    if (Number(statm.split(' ')[1] ?? 0) * PAGE_BYTES > maxBytes) onExceeded();
  };
  const timer = setInterval(() => void watch(), WATCH_MS);
  return () => clearInterval(timer);
}
