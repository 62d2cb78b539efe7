import { CodeExecutorError } from './code-executor-error.ts';
import type { InterpreterEnd } from './interpreter.ts';

const MAX_CHARS = 500;
const OR_TRUST =
  'Or set trustedUsersOnly: true when every user may do what the server may: there is no sandbox then.';

/** Patterns of what bubblewrap and prlimit write, with what to do. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [
    /namespace|uid map|loopback|RTM_|Operation not permitted|No permissions/i,
    `This machine does not let the server create namespaces. Allow user namespaces: on Ubuntu with an AppArmor profile for bwrap or sysctl kernel.apparmor_restrict_unprivileged_userns=0, in a container with a seccomp profile that allows them, in older kernels with sysctl kernel.unprivileged_userns_clone=1. ${OR_TRUST}`,
  ],
  [/Unknown option/i, 'Install bubblewrap 0.8 or later.'],
  [
    /Can't find source path|Permission denied/i,
    'The user of the sandbox cannot read a folder that it needs. Move the folder to where every user can read it, or set `uid` to a user that can.',
  ],
  [
    /No such file or directory/i,
    'Install the missing program, or pass its path, and the folders it needs as readOnlyPaths.',
  ],
];

const INSTALL: Readonly<Record<string, string>> = {
  bwrap: `Install bubblewrap (apt-get install bubblewrap). ${OR_TRUST}`,
  prlimit: 'Install util-linux.',
};

/** The error of an interpreter that did not start: what happened, and what to do. */
export function explainStart(executor: string, end: InterpreterEnd | string | undefined): CodeExecutorError {
  const at = `${executor} cannot start Python`;
  if (end === undefined || typeof end === 'string') return unavailable(`${at}: ${end ?? 'it has ended'}.`);
  const { spawnError, errors, reason } = end;
  if (spawnError?.code === 'ENOENT') {
    const program = (spawnError.path ?? '').split('/').at(-1) ?? '';
    return unavailable(
      `${at}: ${spawnError.path} is not there. ${INSTALL[program] ?? 'Pass its path.'}`,
      spawnError,
    );
  }
  if (spawnError) return unavailable(`${at}: ${spawnError.message}.`, spawnError);
  const remedy = REMEDIES.find(([pattern]) => pattern.test(errors))?.[1];
  return unavailable([`${at}: ${errors.slice(-MAX_CHARS) || reason}.`, remedy].filter(Boolean).join(' '));
}

function unavailable(message: string, cause?: Error): CodeExecutorError {
  return new CodeExecutorError('unavailable', message, cause && { cause });
}
