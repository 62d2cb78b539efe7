import type { MessageObject, RunObject, StreamEvent, ThreadObject } from '@threadkit/core/api';
import { afterEach, beforeEach, expect } from 'vitest';
import { assistantObject } from '../routes/objects/assistant-object.ts';
import { runObject } from '../routes/objects/run-object.ts';
import { newMessage } from '../runs/new-message.ts';
import { transitionRun } from '../runs/run-transitions.ts';
import type { RunCommit, Scope, Storage } from '../storage/storage.ts';

export const ALICE: Scope = { owner: 'alice' };
export const BOB: Scope = { owner: 'bob' };
export const LEASE_MS = 1000;
export const ASSISTANT = assistantObject({ model: 'm' }, 'asst_1', 1);
export const THREAD: ThreadObject = {
  id: 'thread_1',
  object: 'thread',
  created_at: 10,
  metadata: {},
  tool_resources: {},
};

/** An empty storage whose clock is advanced by the test. */
export interface TestStorage {
  readonly storage: Storage;
  advance(ms: number): Promise<void>;
}

/** A fresh storage for each test, with functions that fill it. */
export interface StorageFixture extends TestStorage {
  addThread(id?: string, texts?: readonly string[], scope?: Scope): Promise<ThreadObject>;
  /** Starts a run of Alice, which must succeed. */
  start(run?: RunObject): Promise<RunObject>;
}

/** Opens a storage that takes its time from a clock of the test, which starts at 0. */
export async function openWithClock(create: (now: () => number) => Storage): Promise<TestStorage> {
  let time = 0;
  const storage = create(() => time);
  await storage.open();
  return {
    storage,
    async advance(ms) {
      time += ms;
    },
  };
}

/** Must be called inside a `describe`. */
export function storageFixture(open: () => Promise<TestStorage>): StorageFixture {
  let opened: TestStorage;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.storage.close());

  async function addThread(
    id = 'thread_1',
    texts: readonly string[] = [],
    scope = ALICE,
  ): Promise<ThreadObject> {
    const thread: ThreadObject = { ...THREAD, id };
    const messages = texts.map((text) => message(text, id));
    await opened.storage.createThread(scope, thread, messages);
    return thread;
  }

  async function start(run = aRun()): Promise<RunObject> {
    const outcome = await opened.storage.startRun(ALICE, { run, messages: [], events: created(run) });
    expect(outcome).toEqual({ ok: true });
    return run;
  }

  return {
    get storage() {
      return opened.storage;
    },
    advance: (ms) => opened.advance(ms),
    addThread,
    start,
  };
}

export function message(text: string, threadId = 'thread_1', at = 10): MessageObject {
  return newMessage({ role: 'user', content: text }, { id: `msg_${text}`, threadId, at });
}

export function aRun(id = 'run_1', threadId = 'thread_1'): RunObject {
  return runObject(ASSISTANT, {}, { id, threadId, at: 10 });
}

export function created(run: RunObject): StreamEvent[] {
  return [
    { event: 'thread.run.created', data: run },
    { event: 'thread.run.queued', data: run },
  ];
}

export function transitionTo(
  run: RunObject,
  status: 'in_progress' | 'cancelling',
): RunCommit & { run: RunObject } {
  const changed = transitionRun(run, { to: status }, 11);
  return { at: 11, run: changed, events: [{ event: `thread.run.${status}`, data: changed }] };
}

export function endOf(run: RunObject): RunCommit & { run: RunObject } {
  const changed = transitionRun(run, { to: 'completed', usage: null }, 12);
  return { at: 12, run: changed, events: [{ event: 'thread.run.completed', data: changed }] };
}
