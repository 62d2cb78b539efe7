import type { RequiredFunctionToolCall, RunObject } from '@threadkit/core/api';
import { writeError } from '@threadkit/core/tools';

/** The function calls of a model call that the client does not execute. */
export interface SortedCalls {
  /** The server executes them. */
  readonly own: readonly RequiredFunctionToolCall[];
  /** Neither the run nor the server has a function of that name, so that nobody would execute them. */
  readonly undeclared: readonly RequiredFunctionToolCall[];
}

/** `isServerTool`: whether a name is one of the server's. */
export function sortCalls(
  calls: readonly RequiredFunctionToolCall[],
  { tools }: Pick<RunObject, 'tools'>,
  isServerTool: (name: string) => boolean,
): SortedCalls {
  const ofClient = new Set(tools.flatMap((tool) => (tool.type === 'function' ? [tool.function.name] : [])));
  const own = calls.filter(({ function: { name } }) => isServerTool(name));
  const undeclared = calls.filter(({ function: { name } }) => !isServerTool(name) && !ofClient.has(name));
  return { own, undeclared };
}

/** The output of a call that nobody would execute. For the model. */
export const UNDECLARED_OUTPUT: string = writeError(
  'There is no tool of that name, and nothing was executed. Use only the tools that you were given.',
);
