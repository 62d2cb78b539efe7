import type { FunctionTool, RunObject, RunUsage } from '@threadkit/core/api';
import type { EngineInput, EngineMessage } from '../engines/engine.ts';

/** What a turn is made from. */
export interface TurnSources {
  readonly run: RunObject;
  /** What was said on the thread before, and what the run itself has said and called; oldest first. */
  readonly messages: readonly EngineMessage[];
  /** Spent by the run's earlier turns. */
  readonly spent: RunUsage | null;
  readonly imageOf: NonNullable<EngineInput['imageOf']>;
  /** How often this turn was begun anew after a crash. */
  readonly recoveries: number;
}

/** The model's view of a run. Hosted tools are left out: nothing here can execute them. */
export function buildInput({ run, messages, spent, imageOf, recoveries }: TurnSources): EngineInput {
  const tools = run.tools.filter((tool): tool is FunctionTool => tool.type === 'function');
  const firstTurn = spent === null;
  const choice = run.tool_choice;
  return {
    model: run.model,
    instructions: run.instructions,
    messages,
    tools: choice === 'none' ? [] : tools,
    settings: {
      temperature: run.temperature ?? null,
      topP: run.top_p ?? null,
      maxCompletionTokens:
        run.max_completion_tokens === null
          ? null
          : run.max_completion_tokens - (spent?.completion_tokens ?? 0),
      responseFormat: run.response_format,
      // A forced tool holds for the first turn only: else the run could never answer.
      toolChoice: firstTurn && isFunctionChoice(choice) ? choice : 'auto',
      parallelToolCalls: run.parallel_tool_calls ?? true,
      reasoningEffort: run.reasoning_effort ?? null,
    },
    imageOf,
    recoveries,
  };
}

function isFunctionChoice(choice: RunObject['tool_choice']): boolean {
  return choice === 'required' || (typeof choice === 'object' && choice?.type === 'function');
}
