import type { FunctionTool, RunCompletionUsage, RunObject, ToolChoice } from '@threadkit/core/api';
import type { EngineInput, EngineMessage } from '../engines/engine.ts';

/** What a turn is made from. */
export interface GenerationSources {
  readonly run: RunObject;
  /** What was said on the thread before, and what the run itself has said and called; oldest first. */
  readonly messages: readonly EngineMessage[];
  /** Spent by the run's earlier turns. */
  readonly spent: RunCompletionUsage | null;
  readonly imageOf: NonNullable<EngineInput['imageOf']>;
  /** How often this turn was begun anew after a crash. */
  readonly recoveries: number;
}

/** The model's view of a run. Hosted tools are left out: nothing here can execute them. */
export function buildInput({ run, messages, spent, imageOf, recoveries }: GenerationSources): EngineInput {
  const tools = run.tools.filter((tool): tool is FunctionTool => tool.type === 'function');
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
    imageOf,
    recoveries,
  };
}

/** A forced tool holds for the first turn only: else the run could never answer. */
function toolChoiceOf(choice: RunObject['tool_choice'], isFirstTurn: boolean): ToolChoice {
  if (choice === 'none') return choice;
  const isForced = choice === 'required' || (typeof choice === 'object' && choice?.type === 'function');
  return isFirstTurn && isForced ? choice : 'auto';
}
