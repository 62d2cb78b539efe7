import { existsSync, realpathSync } from 'node:fs';
import { bubblewrapArgs } from './bubblewrap.ts';
import { CodeExecutorError } from './code-executor-error.ts';
import type { CheckedLimits } from './code-limits.ts';
import { type Interpreter, SECCOMP_FD, STATUS_FD, startInterpreter } from './interpreter.ts';
import { type MemoryKind, withLimits } from './resource-limits.ts';
import { seccompFilter } from './seccomp-filter.ts';

export interface SandboxedProgram {
  /** The executor, for errors. */
  readonly executor: string;
  /** The path of bubblewrap, or its name. */
  readonly bubblewrap: string;
  /** See `uid` of the executors. */
  readonly uid: number | undefined;
  readonly limits: CheckedLimits;
  readonly memory: MemoryKind;
  /** As in `SandboxOptions`. */
  readonly mounts: ReadonlyMap<string, string>;
  readonly env: Readonly<Record<string, string>>;
  /** Paths in the sandbox. */
  readonly command: readonly string[];
}

const PRLIMIT = '/usr/bin/prlimit';
const PRLIMIT_INSIDE = '/runtime/prlimit';
/** The user `nobody` of Linux. */
const NOBODY = 65_534;

/** For root, another user: the kernel does not count the processes of root. */
export function unprivilegedUid(uid: number | undefined): number | undefined {
  return process.getuid?.() === 0 ? (uid ?? NOBODY) : undefined;
}

/**
 * Starts a program in namespaces of its own.
 *
 * @throws {@link CodeExecutorError} where this cannot work. Whether namespaces can be had, only the end of the program tells.
 */
export function openSandbox(program: SandboxedProgram): Interpreter {
  const { executor, bubblewrap, uid, limits, memory, mounts, env, command } = program;
  const seccomp = seccompFilter(process.arch);
  if (process.platform !== 'linux' || !seccomp) {
    throw new CodeExecutorError(
      'unavailable',
      `The sandbox of ${executor} needs Linux on x64 or arm64, and this is ${process.platform} on ${process.arch}. Set trustedUsersOnly: true when every user may do what the server may: there is no sandbox then.`,
    );
  }
  if (!existsSync(PRLIMIT)) {
    throw new CodeExecutorError('unavailable', `${executor} needs ${PRLIMIT}. Install util-linux.`);
  }
  const inside = bubblewrapArgs({
    mounts: new Map([...mounts, [realpathSync(PRLIMIT), PRLIMIT_INSIDE]]),
    folderBytes: limits.folderBytes,
    env,
    seccompFd: SECCOMP_FD,
    statusFd: STATUS_FD,
  });
  return startInterpreter({
    command: bubblewrap,
    args: [
      ...inside,
      ...withLimits({ limits, memory, countsProcesses: true, prlimit: PRLIMIT_INSIDE, command }),
    ],
    // Only to find bubblewrap; the sandbox has an environment of its own.
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
    cwd: '/',
    uid: unprivilegedUid(uid),
    seccomp,
  });
}
