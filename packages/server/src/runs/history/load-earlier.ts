import type { MessageObject, RunObject, RunStepObject } from '@threadkit/core/api';
import type { EngineMessage } from '../../engines/engine.ts';
import type { Scope, Storage } from '../../storage/storage.ts';
import { listStepsSince } from './list-steps.ts';
import { loadHistory } from './load-history.ts';
import { loadPrivates } from './load-privates.ts';
import { modelCallsOfRun } from './model-calls-of-run.ts';
import type { TokenCounter } from './token-counter.ts';

/**
 * The thread's messages before a run, and the steps of the runs that wrote them. The messages are those with the tool calls of earlier runs, oldest first and within `maxTokens`. Messages
 * have priority; tool calls fill the remaining room, newest runs first.
 */
export async function loadEarlier(
  storage: Storage,
  scope: Scope & { readonly threadId: string },
  run: RunObject,
  engine: string | undefined,
  maxTokens: number,
  count: TokenCounter,
): Promise<{ readonly messages: readonly EngineMessage[]; readonly steps: readonly RunStepObject[] }> {
  const history = await loadHistory(storage, scope, run, maxTokens, count);
  const oldest = history.find(({ run_id: id }) => id !== null);
  const steps = oldest ? await listStepsSince(storage, scope, oldest.created_at) : [];
  const privates = await loadPrivates(storage, scope, steps, engine, run.model);
  const byRun = new Map<string, RunStepObject[]>();
  for (const step of steps) byRun.set(step.run_id, [...(byRun.get(step.run_id) ?? []), step]);
  let room = maxTokens - count.ofMessages(history.map(toEngineMessage));
  const withCalls = new Map<string, readonly EngineMessage[]>();
  for (const [id, ofRun] of [...byRun].toReversed()) {
    const messages = history.filter((message) => message.run_id === id);
    if (id === run.id || messages.length === 0) continue;
    const { modelCalls, rest } = modelCallsOfRun(messages, ofRun, privates);
    const cost = count.ofMessages(modelCalls) - count.ofMessages(messages.map(toEngineMessage));
    if (modelCalls.length === 0 || cost > room) continue;
    room -= Math.max(0, cost);
    withCalls.set(id, rest.length === 0 ? modelCalls : [...modelCalls, { role: 'assistant', content: rest }]);
  }
  return { messages: replaceByModelCalls(history, withCalls), steps };
}

/** Replaces each run's messages, which are adjacent because an active run locks the thread, by its model calls. */
function replaceByModelCalls(
  history: readonly MessageObject[],
  withCalls: ReadonlyMap<string, readonly EngineMessage[]>,
): EngineMessage[] {
  const replaced = new Set<string>();
  return history.flatMap((message) => {
    const modelCalls = message.run_id === null ? undefined : withCalls.get(message.run_id);
    if (!modelCalls || message.run_id === null) return [toEngineMessage(message)];
    if (replaced.has(message.run_id)) return [];
    replaced.add(message.run_id);
    return modelCalls;
  });
}

function toEngineMessage({ role, content }: MessageObject): EngineMessage {
  return { role, content };
}
