import type { FunctionTool, MessageObject, RunObject, RunStepObject, RunUsage } from '@threadkit/core/api';
import type { EngineInput, EngineMessage, EngineToolCall } from '../engines/engine.ts';
import { SUPERSEDED_BY } from './superseded.ts';

/** What a turn is made from. All lists oldest first. */
export interface TurnSources {
  readonly run: RunObject;
  /** Thread messages of before the run. */
  readonly history: readonly MessageObject[];
  readonly ownMessages: readonly MessageObject[];
  readonly steps: readonly RunStepObject[];
  /** Spent by the run's earlier turns. */
  readonly spent: RunUsage | null;
  /** How often this turn was begun anew after a crash. */
  readonly recoveries: number;
}

/** The model's view of a run. Hosted tools are left out: nothing here can execute them. */
export function buildInput({
  run,
  history,
  ownMessages,
  steps,
  spent,
  recoveries,
}: TurnSources): EngineInput {
  const rounds = ownTurns(ownMessages, steps);
  const tools = run.tools.filter((tool): tool is FunctionTool => tool.type === 'function');
  const firstTurn = spent === null;
  const choice = run.tool_choice;
  return {
    model: run.model,
    instructions: run.instructions,
    messages: [...history.map(historyMessage), ...rounds],
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
    recoveries,
  };
}

function isFunctionChoice(choice: RunObject['tool_choice']): boolean {
  return choice === 'required' || (typeof choice === 'object' && choice?.type === 'function');
}

function historyMessage(message: MessageObject): EngineMessage {
  return { role: message.role, content: message.content };
}

/** The run's own turns so far: text and calls of one turn together, then the outputs. */
function ownTurns(messages: readonly MessageObject[], steps: readonly RunStepObject[]): EngineMessage[] {
  const turns: EngineMessage[] = [];
  const byId = new Map(messages.map((message) => [message.id, message]));
  let said: MessageObject['content'] = [];
  for (const { status, step_details: details } of steps) {
    if (status !== 'completed') continue;
    if (details.type === 'message_creation') {
      const message = byId.get(details.message_creation.message_id);
      // A turn may say several things before its calls; what was told anew since does not count.
      if (message?.metadata?.[SUPERSEDED_BY] === undefined) said = [...said, ...(message?.content ?? [])];
      continue;
    }
    const toolCalls: EngineToolCall[] = [];
    const outputs: EngineMessage[] = [];
    for (const call of details.tool_calls) {
      if (call.type !== 'function') continue;
      toolCalls.push({ id: call.id, name: call.function.name, arguments: call.function.arguments });
      outputs.push({ role: 'tool', toolCallId: call.id, output: call.function.output ?? '' });
    }
    // Only what an engine ran itself: what came of it is in the text that follows.
    if (toolCalls.length === 0) continue;
    turns.push({ role: 'assistant', content: said, toolCalls }, ...outputs);
    said = [];
  }
  return turns;
}
