import type { MessageObject, RunObject, RunStepObject } from '@threadkit/core/api';
import type { EngineMessage } from '../engines/engine.ts';
import type { Scope, Storage } from '../storage/storage.ts';
import { generationsOfRun } from './generations-of-run.ts';
import { loadHistory } from './load-history.ts';
import { loadPrivates } from './load-privates.ts';
import { charsOf } from './prompt-size.ts';

const PAGE = 100;

/**
 * The thread's messages before a run with the tool calls of earlier runs, oldest first and within `maxChars`. Messages
 * have priority; tool calls fill the remaining room, newest runs first.
 */
export async function loadEarlier(
  storage: Storage,
  scope: Scope & { readonly threadId: string },
  run: RunObject,
  engine: string | undefined,
  maxChars: number,
): Promise<EngineMessage[]> {
  const history = await loadHistory(storage, scope, run, maxChars);
  const oldest = history.find(({ run_id: id }) => id !== null);
  const steps = oldest ? await stepsSince(storage, scope, oldest.created_at) : [];
  const privates = await loadPrivates(storage, scope, steps, engine, run.model);
  const byRun = new Map<string, RunStepObject[]>();
  for (const step of steps) byRun.set(step.run_id, [...(byRun.get(step.run_id) ?? []), step]);
  let room = maxChars - charsOf(history.map(said));
  const withCalls = new Map<string, readonly EngineMessage[]>();
  for (const [id, ofRun] of [...byRun].toReversed()) {
    const messages = history.filter((message) => message.run_id === id);
    if (id === run.id || messages.length === 0) continue;
    const { turns, rest } = generationsOfRun(messages, ofRun, privates);
    const cost = charsOf(turns) - charsOf(messages.map(said));
    if (turns.length === 0 || cost > room) continue;
    room -= Math.max(0, cost);
    withCalls.set(id, rest.length === 0 ? turns : [...turns, { role: 'assistant', content: rest }]);
  }
  return tell(history, withCalls);
}

/** Replaces each run's messages, which are adjacent because an active run locks the thread, by its model calls. */
function tell(
  history: readonly MessageObject[],
  withCalls: ReadonlyMap<string, readonly EngineMessage[]>,
): EngineMessage[] {
  const told = new Set<string>();
  return history.flatMap((message) => {
    const turns = message.run_id === null ? undefined : withCalls.get(message.run_id);
    if (!turns || message.run_id === null) return [said(message)];
    if (told.has(message.run_id)) return [];
    told.add(message.run_id);
    return turns;
  });
}

function said({ role, content }: MessageObject): EngineMessage {
  return { role, content };
}

/** The thread's steps since a time (Unix seconds), oldest first. A step is never younger than its message. */
async function stepsSince(storage: Storage, scope: Scope, since: number): Promise<RunStepObject[]> {
  const newestFirst: RunStepObject[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await storage.steps.list(scope, {
      order: 'desc',
      limit: PAGE,
      ...(after !== undefined && { after }),
    });
    newestFirst.push(...(page?.data ?? []));
    const last = page?.data.at(-1);
    if (!page?.has_more || !last || last.created_at < since - RUN_LIFE_S) return newestFirst.toReversed();
    after = last.id;
  }
}

/** Maximum age of a call before the run's first message: the lifetime of a run. */
const RUN_LIFE_S = 600;
