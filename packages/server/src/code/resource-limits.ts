import type { CheckedLimits } from './code-limits.ts';

/** Which memory of a process `memoryBytes` limits. `data`: that of WebAssembly is reserved long before it is used, so its addresses cannot be counted. */
export type MemoryKind = 'as' | 'data';

/** Open files of one process. The kernel's buffers of pipes are not counted anywhere else. */
const OPEN_FILES = 128;
/** Stays below the time of a session, and ends what goes on after the server has lost it. */
const CPU_SECONDS = 3600;

/** The command that sets the limits of a process and of all that it starts, and then becomes the program. Of util-linux. */
export function withLimits(limits: CheckedLimits, memory: MemoryKind, command: readonly string[]): string[] {
  return [
    'prlimit',
    `--${memory}=${limits.memoryBytes}`,
    `--nproc=${limits.processes}`,
    `--fsize=${limits.folderBytes}`,
    `--nofile=${OPEN_FILES}`,
    `--cpu=${CPU_SECONDS}`,
    '--core=0',
    '--memlock=65536',
    '--msgqueue=0',
    '--',
    ...command,
  ];
}
