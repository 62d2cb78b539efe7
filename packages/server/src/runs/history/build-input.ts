import type { FunctionTool, RunCompletionUsage, RunObject, ToolChoice } from '@threadkit/core/api';
import type { EngineInput, EngineMessage } from '../../engines/engine.ts';

/** What the input of a model call is built from. */
export interface ModelCallSources {
  readonly run: RunObject;
  /** Earlier messages of the thread and previous model calls of the run, oldest first. */
  readonly messages: readonly EngineMessage[];
  readonly tools: readonly FunctionTool[];
  /** Usage of the run's previous model calls; null before the first. */
  readonly spent: RunCompletionUsage | null;
  /** Tokens that the response may have; null for any number. */
  readonly maxCompletionTokens: number | null;
  readonly resolveImage: NonNullable<EngineInput['resolveImage']>;
  /** How often this model call was restarted after a crash. */
  readonly recoveries: number;
}

/** The engine's input for a run. */
export function buildInput({
  run,
  tools,
  messages,
  spent,
  maxCompletionTokens,
  resolveImage,
  recoveries,
}: ModelCallSources): EngineInput {
  return {
    model: run.model,
    instructions: run.instructions,
    messages,
    tools,
    settings: {
      temperature: run.temperature ?? null,
      topP: run.top_p ?? null,
      maxCompletionTokens,
      responseFormat: run.response_format,
      toolChoice: toolChoiceOf(run.tool_choice, spent === null, tools),
      parallelToolCalls: run.parallel_tool_calls ?? true,
      reasoningEffort: run.reasoning_effort ?? null,
    },
    resolveImage,
    recoveries,
  };
}

/**
 * A forced tool applies to the first model call only; otherwise the run could never respond. One that the model is not given, such as
 * `file_search` without a vector store, cannot be forced.
 */
function toolChoiceOf(
  choice: RunObject['tool_choice'],
  isFirstCall: boolean,
  tools: readonly FunctionTool[],
): ToolChoice {
  if (choice === 'none') return choice;
  if (!isFirstCall) return 'auto';
  if (choice === 'required') return tools.length > 0 ? choice : 'auto';
  if (typeof choice !== 'object' || !choice) return 'auto';
  if (choice.type === 'function') return choice;
  const isOffered = tools.some((tool) => tool.function.name === choice.type);
  return isOffered ? { type: 'function', function: { name: choice.type } } : 'auto';
}
