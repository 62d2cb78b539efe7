import { existsSync } from 'node:fs';
import { chown, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckedLimits } from './code-limits.ts';
import { type Interpreter, startInterpreter } from './interpreter.ts';
import { unprivilegedUid } from './open-sandbox.ts';
import { type MemoryKind, withLimits } from './resource-limits.ts';

export interface UnconfinedProgram {
  readonly uid: number | undefined;
  readonly limits: CheckedLimits;
  readonly memory: MemoryKind;
  readonly env: Readonly<Record<string, string>>;
  /** The command, by the folder of the session. */
  readonly command: (folder: string) => readonly string[];
}

export interface Unconfined {
  readonly interpreter: Interpreter;
  readonly folder: string;
  readonly deleteFolder: () => Promise<void>;
}

const PRLIMIT = '/usr/bin/prlimit';

/** Starts a program without a sandbox, with an empty environment in a temporary folder. It can read and reach what this process can. */
export async function openUnconfined({
  uid: given,
  limits,
  memory,
  env,
  command,
}: UnconfinedProgram): Promise<Unconfined> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'threadkit-code-')));
  const uid = unprivilegedUid(given);
  if (uid !== undefined) await chown(folder, uid, uid);
  const whole = command(folder);
  // Only Linux has it.
  const limited = existsSync(PRLIMIT)
    ? withLimits({ limits, memory, countsProcesses: false, prlimit: PRLIMIT, command: whole })
    : whole;
  const [program = '', ...args] = limited;
  const interpreter = startInterpreter({
    command: program,
    args,
    env: { ...env, HOME: folder },
    cwd: folder,
    uid,
  });
  return { interpreter, folder, deleteFolder: () => rm(folder, { recursive: true, force: true }) };
}
