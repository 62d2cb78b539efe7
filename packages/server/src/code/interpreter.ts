import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { CodeExecutorError } from './code-executor-error.ts';
import { coverInherited } from './inherited-descriptors.ts';

/** The process of a session. */
export interface Interpreter {
  /** Messages to it. */
  readonly input: Writable;
  /** What the code prints. */
  readonly output: Readable;
  /** Messages from it. */
  readonly messages: Readable;
  /** Resolves when the process has ended, and with it, in a sandbox, every process of the sandbox. Never rejects. */
  readonly ended: Promise<InterpreterEnd>;
  /** The id on this machine of the first process of the sandbox, or of the interpreter. Undefined while it is not known. */
  readonly pid: number | undefined;
  /** Kills all of it. */
  kill(): void;
}

export interface InterpreterEnd {
  /** Of the interpreter: `exit code 1`, `signal SIGKILL`. */
  readonly reason: string;
  /** The end of what it and its sandbox wrote to the standard error. */
  readonly errors: string;
  /** The process could not be started. */
  readonly spawnError: NodeJS.ErrnoException | undefined;
}

export interface InterpreterCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Runs as this user and group, which needs root. @defaultValue that of this process */
  readonly uid?: number | undefined;
  /** The command is bubblewrap, which reads the filter from the descriptor 4 and reports to 5. @defaultValue the command is the interpreter */
  readonly seccomp?: Uint8Array | undefined;
}

export const SECCOMP_FD = 4;
export const STATUS_FD = 5;

const MAX_ERROR_CHARS = 2000;
const MAX_STATUS_CHARS = 10_000;
/** The kernel ends this process first when the machine has no memory left. */
const FIRST_TO_GO = '1000';

export function startInterpreter({ command, args, env, cwd, uid, seccomp }: InterpreterCommand): Interpreter {
  const child = coverInherited(Array<'pipe'>(seccomp ? 6 : 4).fill('pipe'), (stdio) =>
    spawn(command, args, {
      env,
      cwd,
      stdio,
      // Its own process group, so that what it starts can be killed with it.
      detached: true,
      ...(uid !== undefined && { uid, gid: uid }),
    }),
  );
  const at = (fd: number): Readable | Writable => {
    const stream = child.stdio[fd];
    if (!stream) {
      throw new CodeExecutorError(
        'unavailable',
        `${command} cannot be started: this process has no file descriptor left.`,
      );
    }
    // Nobody waits for a broken pipe: the end of the process tells enough.
    stream.on('error', () => {});
    return stream;
  };
  // The direction of each follows from the use of its descriptor, which the types of `spawn` do not know.
  const writableAt = (fd: number) => at(fd) as Writable;
  const readableAt = (fd: number) => at(fd) as Readable;
  const input = writableAt(0);
  const output = readableAt(1);
  const messages = readableAt(3);

  let errors = '';
  readableAt(2)
    .setEncoding('utf8')
    .on('data', (text: string) => {
      errors = (errors + text).slice(-MAX_ERROR_CHARS);
    });

  let pid = seccomp ? undefined : child.pid;
  let status = '';
  if (seccomp) {
    writableAt(SECCOMP_FD).end(seccomp);
    readableAt(STATUS_FD)
      .setEncoding('utf8')
      .on('data', (text: string) => {
        status = (status + text).slice(0, MAX_STATUS_CHARS);
        pid ??= readNumber(status, 'child-pid');
      });
  }
  const spawnError = new Promise<NodeJS.ErrnoException>((resolve) => {
    child.on('error', resolve);
  });
  const closed = new Promise<undefined>((resolve) => {
    // A process that left the group of an interpreter without a sandbox may hold its output open for ever.
    child.on(seccomp ? 'close' : 'exit', () => resolve(undefined));
  });

  return {
    input,
    output,
    messages,
    ended: Promise.race([closed, spawnError]).then((error) => ({
      reason: describeEnd(child, readNumber(status, 'exit-code')),
      errors: errors.trim(),
      spawnError: error,
    })),
    get pid() {
      return pid;
    },
    kill() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      // Without its first process, the kernel ends the sandbox, and bubblewrap ends when all of it is gone.
      if (seccomp && pid !== undefined) killQuietly(pid);
      else killQuietly(-child.pid);
    },
  };
}

/** Lets the kernel end these processes first when memory is short. What they start inherits it. */
export async function offerToKernel(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/oom_score_adj`, FIRST_TO_GO).catch(() => {});
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

function describeEnd({ exitCode, signalCode }: ChildProcess, ofCommand: number | undefined): string {
  if (signalCode !== null) return `signal ${signalCode}`;
  return `exit code ${ofCommand ?? exitCode ?? 'unknown'}`;
}

/** A member of the lines that bubblewrap writes, each of them JSON. The last line may be cut. */
function readNumber(lines: string, member: 'child-pid' | 'exit-code'): number | undefined {
  for (const line of lines.split('\n')) {
    try {
      const value: unknown = (JSON.parse(line) as Record<string, unknown>)[member];
      if (typeof value === 'number') return value;
    } catch {
      // Cut, or empty.
    }
  }
  return undefined;
}
