import type { SetTimer } from '../shared/timers.ts';
import type { CodeExecutor, OpenCodeSessionOptions } from './code-executor.ts';
import type { CheckedLimits } from './code-limits.ts';
import { createCodeSession } from './code-session.ts';
import type { Interpreter } from './interpreter.ts';
import { PYTHON_RUNNER } from './python-runner.ts';

export interface StartedInterpreter {
  readonly interpreter: Interpreter;
  readonly folder: string;
  readonly deleteFolder?: (() => Promise<void>) | undefined;
}

export interface ExecutorSetup {
  readonly name: string;
  /** The function that creates it, for errors. */
  readonly executor: string;
  readonly isSandboxed: boolean;
  readonly limits: CheckedLimits;
  readonly setTimer: SetTimer | undefined;
  readonly startInterpreter: () => StartedInterpreter | Promise<StartedInterpreter>;
}

/** An executor over a way to start an interpreter with the program of `python-runner.ts`. */
export function createExecutor(setup: ExecutorSetup): CodeExecutor {
  const { name, executor, isSandboxed, limits, setTimer, startInterpreter } = setup;
  return {
    name,
    isSandboxed,
    async open({ files = [], signal }: OpenCodeSessionOptions = {}) {
      signal?.throwIfAborted();
      const { interpreter, folder, deleteFolder } = await startInterpreter();
      const session = createCodeSession({
        interpreter,
        limits,
        executor,
        folder,
        onEnded: deleteFolder,
        watchesMemory: process.platform === 'linux',
        setTimer,
      });
      try {
        await session.start(Buffer.from(PYTHON_RUNNER), signal);
        for await (const file of files) {
          signal?.throwIfAborted();
          await session.addFile(file);
        }
        return session;
      } catch (error) {
        await session.close();
        throw error;
      }
    },
  };
}
