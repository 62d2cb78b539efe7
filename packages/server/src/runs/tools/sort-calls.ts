import {
  type FunctionTool,
  MAX_FUNCTION_NAME_LENGTH,
  type RequiredFunctionToolCall,
  type RunObject,
} from '@threadkit/core/api';
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

/** The output of a call that nobody would execute, for the model. `offered`: the functions that it was given. */
export function undeclaredOutput(name: string, offered: readonly FunctionTool[]): string {
  const names = offered.map((tool) => tool.function.name);
  const tools = names.length === 0 ? 'There are no tools.' : `The tools are: ${names.join(', ')}.`;
  return writeError(
    `There is no tool named ${JSON.stringify(name.slice(0, MAX_FUNCTION_NAME_LENGTH))}, and nothing was executed. ${tools}`,
  );
}
