import type { CodeExecutor } from '../code/code-executor.ts';
import { CodeExecutorError } from '../code/code-executor-error.ts';

/** Why an executor cannot open a session here, which is printed: tests that need it are skipped. Undefined when it can. */
export async function whyNoSandbox(executor: CodeExecutor): Promise<string | undefined> {
  try {
    await (await executor.open()).close();
    return undefined;
  } catch (error) {
    if (!(error instanceof CodeExecutorError) || error.code !== 'unavailable') throw error;
    console.warn(`SKIPPED, not passed: ${error.message}`);
    return error.message;
  }
}
