import { type CodeExecutor, CodeExecutorError, processExecutor } from '@threadkit/server/code';

export interface ChosenExecutor {
  /** `undefined` where code cannot be executed in a sandbox. */
  readonly executor: CodeExecutor | undefined;
  /** Describes it in the terminal. */
  readonly description: string;
}

/** Python of this machine in a sandbox, where there are both. */
export async function chooseExecutor(executor: CodeExecutor = processExecutor()): Promise<ChosenExecutor> {
  try {
    const session = await executor.open();
    await session.close();
    return { executor, description: 'Python runs in a sandbox on this machine.' };
  } catch (error) {
    if (!(error instanceof CodeExecutorError)) throw error;
    return { executor: undefined, description: `Python is not offered: ${error.message}` };
  }
}
