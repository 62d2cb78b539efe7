import type { RequiredFunctionToolCall } from '@threadkit/core/api';
import { isThreadkitError } from '@threadkit/core/tools';
import { badRequest } from '../http/http-error.ts';
import type { ServerTools } from '../runs/tools/server-tools.ts';

/**
 * Throws 400 when the edited arguments of an approval do not fit the tool, so that the user can correct them. The worker
 * validates them again. `edited` is JSON text; undefined for the model's own arguments. `param` names the output in the error.
 */
export async function checkEditedArguments(
  serverTools: ServerTools,
  { function: { name } }: RequiredFunctionToolCall,
  edited: string | undefined,
  param: string,
): Promise<void> {
  if (edited === undefined) return;
  const tool = (await serverTools.list()).get(name);
  if (!tool) return;
  try {
    await tool['~run'].validate(JSON.parse(edited));
  } catch (error) {
    if (!isThreadkitError(error)) throw error;
    throw badRequest(error.message, { param, code: 'invalid_arguments' });
  }
}
