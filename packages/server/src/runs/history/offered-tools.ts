import type { FunctionTool, RunObject } from '@threadkit/core/api';
import type { AnyTool } from '@threadkit/core/tools';

/**
 * The functions that a run offers to its model: its own, and the tools of the server. A function is left out when its name is one of the
 * server's (`isReserved`). Hosted tools are left out: no built-in engine can execute them.
 */
export function offeredTools(
  run: RunObject,
  serverTools: ReadonlyMap<string, AnyTool>,
  isReserved: (name: string) => boolean,
): readonly FunctionTool[] {
  const ofRun = run.tools.filter(
    (tool): tool is FunctionTool => tool.type === 'function' && !isReserved(tool.function.name),
  );
  return [...ofRun, ...Array.from(serverTools.values(), toFunctionTool)];
}

function toFunctionTool({ name, description, jsonSchema, strict }: AnyTool): FunctionTool {
  return {
    type: 'function',
    function: {
      name,
      parameters: jsonSchema,
      strict,
      ...(description !== undefined && { description }),
    },
  };
}
