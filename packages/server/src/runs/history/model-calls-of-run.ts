import type { MessageContentPart, MessageObject, RunStepObject } from '@threadkit/core/api';
import type { EngineMessage, EngineToolCall } from '../../engines/engine.ts';
import type { StepPrivate } from '../../storage/storage.ts';
import { toCallInHistory } from '../built-in/built-in-format.ts';
import { isSuperseded, runsOf } from './superseded.ts';

export interface RunModelCalls {
  /** Text and calls of each model call, followed by the outputs. */
  readonly modelCalls: readonly EngineMessage[];
  /** Content after the last calls. */
  readonly rest: readonly MessageContentPart[];
}

/**
 * The model calls of a run as engine messages. Steps and messages are ordered oldest first; messages may be missing.
 * `privates` is the private data of the engine, by step id.
 */
export function modelCallsOfRun(
  messages: readonly MessageObject[],
  steps: readonly RunStepObject[],
  privates: ReadonlyMap<string, StepPrivate> = new Map(),
): RunModelCalls {
  const modelCalls: EngineMessage[] = [];
  const byId = new Map(messages.map((message) => [message.id, message]));
  const runOf = runsOf(messages);
  let content: readonly MessageContentPart[] = [];
  for (const { id: stepId, step_details: details, status } of steps) {
    if (details.type === 'message_creation') {
      const message = byId.get(details.message_creation.message_id);
      // Several messages may precede the calls; a superseded one is skipped.
      if (message && !isSuperseded(message, runOf)) content = [...content, ...message.content];
      continue;
    }
    // Reasoning is not repeated to the model; what its provider needs back is private.
    if (status !== 'completed' || details.type !== 'tool_calls') continue;
    const kept = privates.get(stepId);
    const toolCalls: EngineToolCall[] = [];
    const outputs: EngineMessage[] = [];
    for (const call of details.tool_calls) {
      const written = toCallInHistory(call);
      if (!written) continue;
      const { output, ...called } = written;
      const own = kept?.calls?.[call.id];
      toolCalls.push({ id: call.id, ...called, ...(own && { private: own }) });
      outputs.push({ role: 'tool', toolCallId: call.id, output });
    }
    // Only calls of the provider.
    if (toolCalls.length === 0) continue;
    modelCalls.push(
      { role: 'assistant', content, toolCalls, ...(kept?.turn && { private: kept.turn }) },
      ...outputs,
    );
    content = [];
  }
  return { modelCalls, rest: content };
}
