import type { RequiredFunctionToolCall, RunCompletionUsage, RunObject } from '@threadkit/core/api';
import type { EngineEvent } from '../engines/engine.ts';
import type { RunTransition } from './run-transitions.ts';
import { addUsage, NO_USAGE } from './usage.ts';

/**
 * A run's token budgets count over all its model calls. Returns the transition that ends the run when the next call does
 * not fit. `spent` is null before the first call, which is always made: its input was already cut to fit.
 */
export function overBudget(
  run: RunObject,
  spent: RunCompletionUsage | null,
  nextPromptTokens: number,
): RunTransition | undefined {
  if (!spent) return undefined;
  const { max_completion_tokens: completion, max_prompt_tokens: prompt } = run;
  if (completion !== null && spent.completion_tokens >= completion) {
    return { to: 'incomplete', reason: 'max_completion_tokens', usage: spent };
  }
  if (prompt !== null && spent.prompt_tokens + nextPromptTokens > prompt) {
    return { to: 'incomplete', reason: 'max_prompt_tokens', usage: spent };
  }
  return undefined;
}

/** How a model call ended. */
export interface ModelCallEnd {
  readonly reason: Extract<EngineEvent, { type: 'finish' }>['reason'];
  /** Null when the provider could not report it. */
  readonly usage: RunCompletionUsage | null;
}

/** The transition to the wait for the outputs of these calls. */
export function requiresAction(calls: readonly RequiredFunctionToolCall[]): RunTransition {
  return {
    to: 'requires_action',
    action: { type: 'submit_tool_outputs', submit_tool_outputs: { tool_calls: calls } },
  };
}

/** The transition after a finished model call: to `requires_action` when calls wait for outputs, else to the run's end. */
export function endOfModelCall(
  ending: ModelCallEnd,
  waiting: readonly RequiredFunctionToolCall[],
  spent: RunCompletionUsage | null,
): RunTransition {
  if (waiting.length > 0) return requiresAction(waiting);
  const usage = ending.usage ? addUsage(spent ?? NO_USAGE, ending.usage) : spent;
  switch (ending.reason) {
    case 'length':
      return { to: 'incomplete', reason: 'max_completion_tokens', usage };
    case 'content-filter':
      return { to: 'incomplete', reason: 'content_filter', usage };
    default:
      return { to: 'completed', usage };
  }
}
