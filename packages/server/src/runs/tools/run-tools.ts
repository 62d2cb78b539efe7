import type { FunctionTool, RunObject } from '@threadkit/core/api';
import type { AnyTool } from '@threadkit/core/tools';
import type { CallExecutor } from '../accumulators/function-call-accumulator.ts';
import type { BuiltInName } from '../built-in/built-in-format.ts';
import type { BuiltInTool } from '../built-in/built-in-tool.ts';
import type { ServerTools } from './server-tools.ts';

/** What the model of a run can call, as of now. */
export interface RunTools {
  /** The functions that the model is given: those of the run, the tools of the server, and the built-in ones. */
  readonly offered: readonly FunctionTool[];
  /** The tools of the server, by name. */
  readonly ofServer: ReadonlyMap<string, AnyTool>;
  readonly builtIn: ReadonlyMap<BuiltInName, BuiltInTool>;
  /** Who executes the calls of a function, also of one that a source of the server does not have any more. */
  executorOf(name: string): CallExecutor;
}

/**
 * Collects the tools of a run. A function of the run is left out when its name is one of the server's, or that of a built-in tool of this
 * run.
 */
export function createRunTools(
  run: Pick<RunObject, 'tools'>,
  { isReserved }: Pick<ServerTools, 'isReserved'>,
  ofServer: ReadonlyMap<string, AnyTool>,
  builtIn: ReadonlyMap<BuiltInName, BuiltInTool>,
): RunTools {
  const builtIns: ReadonlyMap<string, BuiltInTool> = builtIn;
  const ofRun = run.tools.filter(
    (tool): tool is FunctionTool =>
      tool.type === 'function' && !isReserved(tool.function.name) && !builtIns.has(tool.function.name),
  );
  return {
    offered: [
      ...ofRun,
      ...Array.from(ofServer.values(), toFunctionTool),
      ...Array.from(builtIn.values(), (tool) => tool.function),
    ],
    ofServer,
    builtIn,
    executorOf: (name) => builtIns.get(name)?.format ?? (isReserved(name) ? 'server' : 'client'),
  };
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
