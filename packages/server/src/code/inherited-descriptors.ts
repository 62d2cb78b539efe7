import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';

type Stdio = 'pipe' | 'ignore' | number;

/** `O_CLOEXEC`, in the octal number of `/proc/self/fdinfo`. */
const CLOSE_ON_EXEC = 0o2000000;
const FLAGS = /^flags:\s*([0-7]+)/m;

/**
 * Calls `start` with descriptors for a child process that cover everything else it would inherit with an open `/dev/null`. Node closes its own descriptors
 * in a child, but not those that its parent left open, such as the lock of a process manager.
 */
export function coverInherited<T>(stdio: readonly Stdio[], start: (stdio: Stdio[]) => T): T {
  const inherited = listInherited().filter((fd) => fd >= stdio.length);
  if (inherited.length === 0) return start([...stdio]);
  const nothing = openSync('/dev/null', 'r');
  try {
    const length = Math.max(...inherited) + 1;
    const covered = Array.from({ length }, (_, fd): Stdio => {
      return stdio[fd] ?? (inherited.includes(fd) ? nothing : 'ignore');
    });
    return start(covered);
  } finally {
    closeSync(nothing);
  }
}

/** The open descriptors of this process that a program it executes gets. Only Linux has a list. */
function listInherited(): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd')
    .map(Number)
    .filter((fd) => isInherited(fd));
}

function isInherited(fd: number): boolean {
  try {
    const flags = FLAGS.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & CLOSE_ON_EXEC) === 0;
  } catch {
    // Closed meanwhile, as that of the list.
    return false;
  }
}
