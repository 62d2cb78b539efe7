import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import { isAbsolute, posix } from 'node:path';

/** What a program in a sandbox sees, and may use. */
export interface SandboxOptions {
  /** Read-only: the path in the sandbox by that on the machine. */
  readonly mounts: ReadonlyMap<string, string>;
  /** Size of each of the folders that can be written: `/mnt/data`, `/tmp` and `/dev/shm`. */
  readonly folderBytes: number;
  readonly env: Readonly<Record<string, string>>;
  /** File descriptors of the filter of system calls, and of the messages of bubblewrap. */
  readonly seccompFd: number;
  readonly statusFd: number;
}

/** The folder of a session in a sandbox. */
export const SANDBOX_FOLDER = '/mnt/data';

/** Programs and libraries. Neither `/usr/local` nor `/usr/src`, where images of containers often have the app. */
export const LIBRARIES: readonly string[] = [
  '/usr/lib',
  '/usr/lib32',
  '/usr/lib64',
  '/lib',
  '/lib32',
  '/lib64',
  '/etc/ld.so.cache',
];

const DEVICES = ['/dev/null', '/dev/zero', '/dev/full', '/dev/random', '/dev/urandom'];
/** Any that is not 0; the code sees no others. */
const SANDBOX_UID = '1000';

/**
 * The arguments of `bwrap` before the command: no namespace of the machine, no capability, no `/proc` (which containers often forbid to mount), an empty
 * environment, and nothing to write but three folders in memory.
 */
export function bubblewrapArgs({ mounts, folderBytes, env, seccompFd, statusFd }: SandboxOptions): string[] {
  const size = String(folderBytes);
  return [
    [
      '--unshare-user',
      '--unshare-ipc',
      '--unshare-pid',
      '--unshare-net',
      '--unshare-uts',
      '--unshare-cgroup-try',
    ],
    ['--uid', SANDBOX_UID, '--gid', SANDBOX_UID, '--hostname', 'sandbox', '--cap-drop', 'ALL'],
    ['--new-session', '--die-with-parent', '--clearenv'],
    Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
    [...mounts].flatMap(([path, inside]) => mountArgs(path, inside)),
    DEVICES.flatMap((device) => ['--dev-bind', device, device]),
    ['/tmp', '/dev/shm', SANDBOX_FOLDER].flatMap((folder) => ['--size', size, '--tmpfs', folder]),
    // The root is a folder in memory too, without a limit.
    ['--remount-ro', '/', '--chdir', SANDBOX_FOLDER],
    ['--seccomp', String(seccompFd), '--json-status-fd', String(statusFd), '--'],
  ].flat();
}

/** Many systems have `/lib` as a link to `/usr/lib`. Links that lead elsewhere, such as into a store of packages, are mounted. */
function mountArgs(path: string, inside: string): string[] {
  if (path === inside && isLinkInUsr(path)) return ['--symlink', readlinkSync(path), inside];
  return ['--ro-bind', path, inside];
}

function isLinkInUsr(path: string): boolean {
  if (!lstatSync(path).isSymbolicLink()) return false;
  const target = readlinkSync(path);
  const resolved = isAbsolute(target) ? target : posix.resolve(posix.dirname(path), target);
  return resolved.startsWith('/usr/');
}

/** Mounts at the same path of those that exist. */
export function mountsOf(paths: readonly string[]): Map<string, string> {
  return new Map(paths.filter((path) => existsSync(path)).map((path) => [path, path]));
}
