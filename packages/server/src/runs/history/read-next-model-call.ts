import type { FunctionTool, MessageObject, RunCompletionUsage, RunObject } from '@threadkit/core/api';
import type { EngineMessage } from '../../engines/engine.ts';
import type { Scope, Storage } from '../../storage/storage.ts';
import { type References, referencesOf } from '../built-in/references.ts';
import { usageOfSteps } from '../usage.ts';
import { listAllSteps } from './list-steps.ts';
import { loadEarlier } from './load-earlier.ts';
import { loadPrivates } from './load-privates.ts';
import { modelCallsOfRun } from './model-calls-of-run.ts';
import { promptRoom } from './prompt-room.ts';
import type { ReadContextWindow } from './read-context-window.ts';
import { responseRoom } from './response-room.ts';
import { abandonedMessages } from './superseded.ts';
import { unshownImages } from './unshown-images.ts';

/** The state of a run before its next model call. */
export interface NextModelCall {
  /** Usage of the previous model calls; null before the first. */
  readonly spent: RunCompletionUsage | null;
  /** How many of the run's model calls have called tools. */
  readonly toolBatches: number;
  /** As much of the thread's history as fits, and all previous model calls of the run. */
  readonly messages: readonly EngineMessage[];
  /** Tokens of the messages, the instructions and the tools. */
  readonly promptTokens: number;
  /** Tokens that the response may have; null for any number. */
  readonly maxCompletionTokens: number | null;
  /** Messages that a crash left unfinished; the next response replaces them. */
  readonly abandoned: readonly MessageObject[];
  /** What the response can refer to. */
  readonly references: References;
  /** Ids of the images that the response shows first. */
  readonly images: readonly string[];
}

export async function readNextModelCall(
  storage: Storage,
  scope: Scope & { readonly threadId: string },
  run: RunObject,
  engine: string | undefined,
  tools: readonly FunctionTool[],
  { contextTokens, count }: ReadContextWindow,
): Promise<NextModelCall> {
  const [steps, page] = await Promise.all([
    listAllSteps(storage, scope),
    storage.messages.list(scope, { order: 'asc', limit: 1000 }),
  ]);
  const own = page?.data ?? [];
  const spent = usageOfSteps(steps);
  const { modelCalls } = modelCallsOfRun(
    own,
    steps,
    await loadPrivates(storage, scope, steps, engine, run.model),
  );
  const fixed = count.ofMessages(modelCalls) + count.ofTools(tools) + count.ofText(run.instructions ?? '');
  const room = promptRoom(run, spent, contextTokens) - fixed;
  const { owner, threadId } = scope;
  const { messages: earlier, steps: earlierSteps } = await loadEarlier(
    storage,
    { owner, threadId },
    run,
    engine,
    room,
    count,
  );
  const promptTokens = fixed + count.ofMessages(earlier);
  const toolBatches = modelCalls.filter(({ role }) => role === 'assistant').length;
  return {
    spent,
    toolBatches,
    messages: [...earlier, ...modelCalls],
    promptTokens,
    maxCompletionTokens: responseRoom(run, spent, contextTokens, promptTokens),
    abandoned: abandonedMessages(own, steps),
    references: referencesOf([...earlierSteps, ...steps]),
    images: unshownImages(steps),
  };
}
