import type { FunctionTool, RunCompletionUsage, RunObject, ToolChoice } from '@threadkit/core/api';
import type { AnyTool } from '@threadkit/core/tools';
import type { EngineInput, EngineMessage } from '../../engines/engine.ts';

/** What the input of a model call is built from. */
export interface ModelCallSources {
  readonly run: RunObject;
  /** Earlier messages of the thread and previous model calls of the run, oldest first. */
  readonly messages: readonly EngineMessage[];
  /** The tools that the server executes, by name. */
  readonly serverTools: ReadonlyMap<string, AnyTool>;
  /** Whether a function of the run is left out, because its name is one of the server's. */
  readonly isReserved: (name: string) => boolean;
  /** Usage of the run's previous model calls; null before the first. */
  readonly spent: RunCompletionUsage | null;
  readonly resolveImage: NonNullable<EngineInput['resolveImage']>;
  /** How often this model call was restarted after a crash. */
  readonly recoveries: number;
}

/** The engine's input for a run. Hosted tools are left out: no built-in engine can execute them. */
export function buildInput({
  run,
  serverTools,
  isReserved,
  messages,
  spent,
  resolveImage,
  recoveries,
}: ModelCallSources): EngineInput {
  const ofRun = run.tools.filter(
    (tool): tool is FunctionTool => tool.type === 'function' && !isReserved(tool.function.name),
  );
  const tools = [...ofRun, ...Array.from(serverTools.values(), toFunctionTool)];
  return {
    model: run.model,
    instructions: run.instructions,
    messages,
    tools,
    settings: {
      temperature: run.temperature ?? null,
      topP: run.top_p ?? null,
      maxCompletionTokens:
        run.max_completion_tokens === null
          ? null
          : run.max_completion_tokens - (spent?.completion_tokens ?? 0),
      responseFormat: run.response_format,
      toolChoice: toolChoiceOf(run.tool_choice, spent === null),
      parallelToolCalls: run.parallel_tool_calls ?? true,
      reasoningEffort: run.reasoning_effort ?? null,
    },
    resolveImage,
    recoveries,
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

/** A forced tool applies to the first model call only; otherwise the run could never respond. */
function toolChoiceOf(choice: RunObject['tool_choice'], isFirstCall: boolean): ToolChoice {
  if (choice === 'none') return choice;
  const isForced = choice === 'required' || (typeof choice === 'object' && choice?.type === 'function');
  return isFirstCall && isForced ? choice : 'auto';
}
