import { isAbsolute } from 'node:path';
import { isRecord } from '../shared/is-record.ts';
import { checkNames, readNumber, wrongOption } from '../shared/option-values.ts';
import type { SetTimer } from '../shared/timers.ts';
import type { CodeLimits } from './code-executor.ts';
import { type CheckedLimits, readLimits } from './code-limits.ts';

/** Options of both executors. */
export interface CodeExecutorOptions {
  /** @defaultValue see each limit */
  readonly limits?: CodeLimits | undefined;
  /**
   * `true` starts the interpreter without a sandbox, with an empty environment and limits on its resources. It can then read the files of the server, its
   * database, and what its network reaches: only for users who may do all of that.
   *
   * @defaultValue false: `open` fails where no sandbox can be had
   */
  readonly trustedUsersOnly?: boolean | undefined;
  /** The path of bubblewrap, 0.8 or later. @defaultValue `bwrap`, in `PATH` */
  readonly bubblewrap?: string | undefined;
  /** The user, and the group, that interpreters run as when this process is root. Ignored otherwise. @defaultValue 65534, `nobody` */
  readonly uid?: number | undefined;
  /** For tests. @defaultValue timers of the system */
  readonly setTimer?: SetTimer | undefined;
}

export interface CheckedExecutorOptions {
  readonly limits: CheckedLimits;
  readonly isSandboxed: boolean;
  readonly bubblewrap: string;
  readonly uid: number | undefined;
  readonly setTimer: SetTimer | undefined;
  /** The options of this executor alone, unchecked. */
  readonly own: Readonly<Record<string, unknown>>;
}

const COMMON = ['limits', 'trustedUsersOnly', 'bubblewrap', 'uid'];

/** What is known about an executor before its options. */
export interface ExecutorRules {
  /** The function, for errors. */
  readonly of: string;
  /** The names of the options of this executor alone. */
  readonly own: readonly string[];
  readonly minMemoryBytes: number;
}

/** @throws `TypeError` or `RangeError` that names the option, and what to write instead. */
export function readExecutorOptions(
  options: unknown,
  { of, own, minMemoryBytes }: ExecutorRules,
): CheckedExecutorOptions {
  if (!isRecord(options)) throw wrongOption(`The argument of ${of}`, options, 'Pass an object, or nothing.');
  const { setTimer, ...named } = options;
  checkNames(named, [...own, ...COMMON], of, 'option');
  const { limits, trustedUsersOnly = false, bubblewrap = 'bwrap', uid } = named;
  if (typeof trustedUsersOnly !== 'boolean') {
    throw wrongOption(`${of}: trustedUsersOnly`, trustedUsersOnly, 'Pass true or false.');
  }
  if (typeof bubblewrap !== 'string' || bubblewrap === '') {
    throw wrongOption(`${of}: bubblewrap`, bubblewrap, "Pass a path, such as '/usr/bin/bwrap'.");
  }
  return {
    limits: readLimits(limits, of, minMemoryBytes),
    isSandboxed: !trustedUsersOnly,
    bubblewrap,
    uid: readNumber(`${of}: uid`, uid, { min: 1, max: 2 ** 32 - 2, default: 'nobody' }),
    setTimer: typeof setTimer === 'function' ? (setTimer as SetTimer) : undefined,
    own: named,
  };
}

/** An absolute path, or undefined. */
export function readPath(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && isAbsolute(value)) return value;
  throw wrongOption(name, value, 'Pass an absolute path.');
}
