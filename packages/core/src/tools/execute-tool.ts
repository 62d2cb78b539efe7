import type { Environment } from '../environment/environment.ts';
import { toThreadkitError } from '../errors/to-threadkit-error.ts';
import type { AnyTool, ToolContext } from './tool.ts';
import { type ToolCallResult, writeError } from './tool-output.ts';

const MAX_TIMER_MS = 2 ** 31 - 1;

/** The result and the submitted text. */
export type Execution = { readonly result: ToolCallResult; readonly text: string };

/** Executes a tool once. Never rejects: an exception, a time-out and an unserializable output are failed results. */
export async function executeTool(
  environment: Pick<Environment, 'setTimer'>,
  tool: AnyTool,
  args: unknown,
  signal: AbortSignal,
  context: Omit<ToolContext, 'signal'>,
): Promise<Execution> {
  const { execute, serialize } = tool['~run'];
  if (!execute) return failed(`The tool "${tool.name}" has no execute.`);
  const abort = new AbortController();
  const stop = (): void => abort.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  let cancelTimer = (): void => {};
  const timedOut = new Promise<Execution>((resolve) => {
    const { timeoutMs } = tool;
    // A timer fires at once for a longer time.
    if (timeoutMs === undefined || timeoutMs > MAX_TIMER_MS) return;
    cancelTimer = environment.setTimer(() => {
      abort.abort();
      resolve(
        failed(`The tool took longer than ${timeoutMs / 1_000} s. It is not known whether it was executed.`),
      );
    }, timeoutMs);
  });
  try {
    // Called inside a promise, so that a synchronous exception is caught as well.
    const ran = Promise.resolve()
      .then(() => execute(args, { ...context, signal: abort.signal }))
      .then((output): Execution => ({ result: { ok: true, output }, text: serialize(output) }));
    return await Promise.race([ran, timedOut]);
  } catch (error) {
    return failed(toThreadkitError(error, 'tool').message || 'The tool failed.');
  } finally {
    cancelTimer();
    signal.removeEventListener('abort', stop);
  }
}

export function failed(error: string): Execution {
  return { result: { ok: false, error }, text: writeError(error) };
}
