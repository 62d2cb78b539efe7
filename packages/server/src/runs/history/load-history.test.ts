import { type CreateRunRequest, type MessageObject, SUPERSEDED_BY_KEY } from '@threadkit/core/api';
import { beforeEach, describe, expect, it } from 'vitest';
import { assistantObject } from '../../routes/objects/assistant-object.ts';
import { runObject } from '../../routes/objects/run-object.ts';
import { estimateTokens } from '../../shared/estimate-tokens.ts';
import { memoryStorage } from '../../storage/memory/memory-storage.ts';
import { newMessage } from '../new-message.ts';
import { loadHistory } from './load-history.ts';
import { createTokenCounter } from './token-counter.ts';

const owner = 'alice';
const scope = { owner, threadId: 'thread_1' };
const thread = { id: 'thread_1', object: 'thread' as const, created_at: 1, metadata: {}, tool_resources: {} };
const run = (body: Partial<CreateRunRequest> = {}) =>
  runObject(assistantObject({ model: 'm' }, 'asst_1', 1), body, { id: 'run_1', threadId: 'thread_1', at: 1 });

describe('loadHistory', () => {
  let storage = memoryStorage();

  beforeEach(() => {
    storage = memoryStorage();
  });

  async function write(count: number, chars = 1, change: Partial<MessageObject> = {}) {
    const messages = Array.from({ length: count }, (_, index) => ({
      ...newMessage(
        { role: 'user', content: 'x'.repeat(chars) },
        { id: `msg_${index}`, threadId: 'thread_1', at: index },
      ),
      ...change,
    }));
    await storage.createThread({ owner }, thread, messages);
  }

  const idsOf = async (body?: Partial<CreateRunRequest>, maxTokens = 10_000) =>
    (await loadHistory(storage, scope, run(body), maxTokens, createTokenCounter(estimateTokens))).map(
      ({ id }) => id,
    );

  it('loadHistory reads a thread over many pages, oldest first', async () => {
    await write(250);
    const ids = await idsOf();
    expect(ids).toHaveLength(250);
    expect([ids[0], ids.at(-1)]).toEqual(['msg_0', 'msg_249']);
  });

  it('loadHistory reads as many of the newest messages as the strategy says', async () => {
    await write(5);
    const strategy = { truncation_strategy: { type: 'last_messages' as const, last_messages: 2 } };
    expect(await idsOf(strategy)).toEqual(['msg_3', 'msg_4']);
  });

  it('loadHistory reads the newest messages that fit the budget, and always the very newest', async () => {
    await write(5, 400);
    expect(await idsOf({}, 250)).toEqual(['msg_3', 'msg_4']);
    expect(await idsOf({}, 1)).toEqual(['msg_4']);
  });

  it.each([
    ['messages in progress', { status: 'in_progress' as const }],
    ["the run's own messages", { run_id: 'run_1' }],
  ])('the history leaves out %s', async (_what, change) => {
    await write(1, 1, change);
    expect(await idsOf()).toEqual([]);
  });

  /** A thread with a marked response and other messages. */
  async function writeMarked(response: Partial<MessageObject>, others: readonly Partial<MessageObject>[]) {
    const messages = [response, ...others].map(({ created_at: at = 5, ...change }, index) => ({
      ...newMessage({ role: 'assistant', content: 'x' }, { id: `msg_${index}`, threadId: 'thread_1', at }),
      ...change,
    }));
    await storage.createThread({ owner }, thread, messages);
  }
  const half = { run_id: 'run_0', metadata: { [SUPERSEDED_BY_KEY]: 'msg_1' } };

  it.each([
    ['newer', { created_at: 6 }],
    ['older, after the clock was set back', { created_at: 4 }],
  ])('a superseded message is left out when its replacement is %s', async (_when, at) => {
    await writeMarked(half, [{ run_id: 'run_0', ...at }]);
    expect(await idsOf()).toEqual(['msg_1']);
  });

  it('only the last message of a run that crashed twice is read', async () => {
    const again = { run_id: 'run_0', metadata: { [SUPERSEDED_BY_KEY]: 'msg_2' }, created_at: 6 };
    await writeMarked(half, [again, { run_id: 'run_0', created_at: 7 }]);
    expect(await idsOf()).toEqual(['msg_2']);
  });

  it.each<[string, Partial<MessageObject>, Partial<MessageObject>]>([
    ['an unknown message', { ...half, metadata: { [SUPERSEDED_BY_KEY]: 'msg_none' } }, { run_id: 'run_0' }],
    ['the message itself', { ...half, metadata: { [SUPERSEDED_BY_KEY]: 'msg_0' } }, { run_id: 'run_0' }],
    ['a message of another run', half, { run_id: 'run_9' }],
    ["a user's message", half, { run_id: null, role: 'user' }],
    ['a message although no run wrote it', { ...half, run_id: null }, { run_id: null }],
    ['an empty id', { ...half, metadata: { [SUPERSEDED_BY_KEY]: '' } }, { run_id: 'run_0' }],
  ])('a message is kept in the history when its mark names %s', async (_what, response, other) => {
    await writeMarked(response, [{ ...other, created_at: 6 }]);
    expect(await idsOf()).toEqual(['msg_0', 'msg_1']);
  });
});
