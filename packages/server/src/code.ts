/**
 * Executors for `code_interpreter`: Python in a sandbox. Needs Node on Linux, and bubblewrap.
 *
 * @example
 * ```ts
 * import { processExecutor } from '@threadkit/server/code';
 *
 * const session = await processExecutor().open();
 * const { outputs } = await session.execute('sum(range(10))');
 * await session.close();
 * ```
 *
 * @packageDocumentation
 */

export type {
  CodeExecutor,
  CodeFile,
  CodeImage,
  CodeInputFile,
  CodeLimits,
  CodeLogs,
  CodeOutput,
  CodeResult,
  CodeSession,
  ExecuteCodeOptions,
  OpenCodeSessionOptions,
} from './code/code-executor.ts';
export { CodeExecutorError, type CodeFailure } from './code/code-executor-error.ts';
export type { CodeExecutorOptions } from './code/executor-options.ts';
export { type ProcessExecutorOptions, processExecutor } from './code/process-executor.ts';
export { type PyodideExecutorOptions, pyodideExecutor } from './code/pyodide-executor.ts';
