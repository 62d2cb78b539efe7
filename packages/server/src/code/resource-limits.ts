import type { CheckedLimits } from './code-limits.ts';

/**
 * How a process is kept below `memoryBytes`, so that it gets an error before the server ends it. `as` counts all its addresses. `data` is for Node with
 * WebAssembly, which reserves 18 GiB of addresses: it counts what can be written, of which Node never uses about this much.
 */
export type MemoryKind = 'as' | 'data';

const UNUSED_BYTES: Readonly<Record<MemoryKind, number>> = { as: 0, data: 512 * 1024 * 1024 };

/** Open files of one process. The kernel's buffers of pipes are not counted anywhere else. */
const OPEN_FILES = 128;
/** Stays below the time of a session, and ends what goes on after the server has lost it. */
const CPU_SECONDS = 3600;

export interface LimitedCommand {
  readonly limits: CheckedLimits;
  readonly memory: MemoryKind;
  /** Outside a user namespace, the kernel would count every process of the user, also those of the server. */
  readonly countsProcesses: boolean;
  /** The path of `prlimit`, of util-linux. */
  readonly prlimit: string;
  readonly command: readonly string[];
}

/** The command that sets the limits of a process and of all that it starts, and then becomes the program. */
export function withLimits({ limits, memory, countsProcesses, prlimit, command }: LimitedCommand): string[] {
  return [
    prlimit,
    `--${memory}=${limits.memoryBytes + UNUSED_BYTES[memory]}`,
    ...(countsProcesses ? [`--nproc=${limits.processes}`] : []),
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
