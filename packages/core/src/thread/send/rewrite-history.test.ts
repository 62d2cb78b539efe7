import { createLongThread } from '@threadkit/testing';
import { describe, expect, it } from 'vitest';
import { ASSISTANT, type Bench, textOf, until, withServer } from '../../../test/with-server.ts';
import type { ThreadController } from '../types.ts';

async function talked(
  bench: Bench,
  ...questions: string[]
): Promise<{ controller: ThreadController; threadId: string }> {
  const controller = bench.controller();
  for (const question of questions) {
    await controller.send(question);
    await until(controller, ({ status }) => status === 'completed');
  }
  return { controller, threadId: controller.getSnapshot().threadId ?? '' };
}

/** Sends another question and returns the id of its message. */
async function talkedOnce(bench: Bench, controller: ThreadController): Promise<string | undefined> {
  await controller.send('first');
  await until(controller, ({ status }) => status === 'completed');
  const all = await stored(bench, controller.getSnapshot().threadId ?? '');
  return all.findLast(({ role }) => role === 'user')?.id;
}

async function stored(bench: Bench, threadId: string): Promise<{ id: string; role: string; text: string }[]> {
  const { data } = await bench.client.listMessages(threadId, { order: 'asc', limit: 100 });
  return data.map(({ id, role, content }) => {
    const part = content[0];
    return { id, role, text: part?.type === 'text' ? part.text.value : '' };
  });
}

describe('regenerate', () => {
  it('regenerate deletes the response and responds to the same question again', async () => {
    const bench = withServer();
    const { controller, threadId } = await talked(bench, 'What is Threadkit?');
    const [question, response] = await stored(bench, threadId);
    await expect(controller.regenerate(response?.id ?? '')).resolves.toMatchObject({
      status: 'running',
      threadId,
    });
    await until(controller, ({ status }) => status === 'completed');
    const after = await stored(bench, threadId);
    expect(after.map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(after[0]?.id).toBe(question?.id);
    expect(after[1]?.id).not.toBe(response?.id);
    expect(textOf(controller.getSnapshot())).toHaveLength(2);
    expect(bench.stored.flatMap(({ removed = [] }) => removed)).toEqual([response?.id]);
  });

  it('regenerate marks the run of a deleted response, so that no timeline shows it', async () => {
    const bench = withServer();
    const { controller, threadId } = await talked(bench, 'What is Threadkit?');
    const [question] = await stored(bench, threadId);
    await controller.regenerate(question?.id ?? '');
    await until(controller, ({ status }) => status === 'completed');
    const { data } = await bench.client.listRuns(threadId, { order: 'asc' });
    expect(data.map(({ metadata }) => metadata?.['tk_replaced'])).toEqual(['true', undefined]);
  });

  it('regenerate reports a replaced run before the next one starts', async () => {
    const bench = withServer();
    const { controller, threadId } = await talked(bench, 'What is Threadkit?');
    const first = controller.getSnapshot().run?.id;
    const [question] = await stored(bench, threadId);
    await controller.regenerate(question?.id ?? '');
    const replaced = bench.stored.flatMap(({ run }) => (run?.metadata?.['tk_replaced'] ? [run.id] : []));
    expect(replaced).toEqual([first]);
  });

  it('regenerate continues in a copy with history: branch', async () => {
    const bench = withServer();
    const { controller, threadId } = await talked(bench, 'first', 'second');
    const before = await stored(bench, threadId);
    const outcome = await controller.regenerate(before[1]?.id ?? '', { history: 'branch' });
    if (outcome.status !== 'running') throw new Error(outcome.status);
    expect(outcome.threadId).not.toBe(threadId);
    expect(await stored(bench, threadId)).toEqual(before);
    const copy = bench.controller({ threadId: outcome.threadId });
    copy.attach();
    await bench.environment.advance(1_000);
    expect((await stored(bench, outcome.threadId)).map(({ text }) => text)[0]).toBe('first');
  });

  it('a copy of a thread has no superseded messages', async () => {
    const bench = withServer({ sharesClock: true });
    const controller = bench.controller();
    await controller.send('/crash');
    for (let seconds = 0; seconds < 120 && controller.getSnapshot().status !== 'completed'; seconds += 1) {
      await bench.environment.advance(1_000);
    }
    await until(controller, ({ status }) => status === 'completed');
    const before = await stored(bench, controller.getSnapshot().threadId ?? '');
    expect(before.map(({ role }) => role)).toEqual(['user', 'assistant', 'assistant']);
    const last = await talkedOnce(bench, controller);
    const outcome = await controller.editAndResend(last ?? '', 'edited', { history: 'branch' });
    if (outcome.status !== 'running') throw new Error(outcome.status);
    const copy = await stored(bench, outcome.threadId);
    expect(copy.slice(0, 2).map(({ text }) => text)).toEqual([before[0]?.text, before[2]?.text]);
    expect(copy[2]?.text).toBe('edited');
  });

  it('a copy of a thread names cited files in the text instead of annotations', async () => {
    const bench = withServer();
    const { controller, threadId } = await talked(bench, '/cite');
    const [, response] = await stored(bench, threadId);
    expect(response?.text).toContain('【4:0†handbook.md】');
    const outcome = await controller.editAndResend((await talkedOnce(bench, controller)) ?? '', 'second', {
      history: 'branch',
    });
    if (outcome.status !== 'running') throw new Error(outcome.status);
    const [, copied] = await stored(bench, outcome.threadId);
    expect(copied?.text).toContain('original means of payment (handbook.md).');
    expect(copied?.text).not.toContain('【');
  });

  it('regenerate is refused while a run is active', async () => {
    const bench = withServer();
    const controller = bench.controller();
    const sent = controller.send('hello');
    await expect(controller.regenerate('msg_any')).resolves.toMatchObject({
      status: 'failed',
      error: { kind: 'locked' },
    });
    await sent;
  });

  it('a chat without a thread has nothing to rewrite, and says so', async () => {
    const bench = withServer();
    await expect(bench.controller().regenerate('msg_1')).resolves.toMatchObject({
      status: 'failed',
      error: { kind: 'config', message: expect.stringMatching(/has no thread yet/) },
    });
  });
});

describe('editAndResend', () => {
  it('editAndResend replaces a message and all later ones by the edited message', async () => {
    const bench = withServer();
    const { controller, threadId } = await talked(bench, 'first', 'second', 'third');
    const before = await stored(bench, threadId);
    await controller.editAndResend(before[2]?.id ?? '', 'second, edited');
    await until(controller, ({ status }) => status === 'completed');
    const after = await stored(bench, threadId);
    expect(after.filter(({ role }) => role === 'user').map(({ text }) => text)).toEqual([
      'first',
      'second, edited',
    ]);
    expect(after).toHaveLength(4);
  });

  it('editAndResend continues after it failed half way', async () => {
    const bench = withServer();
    const { controller, threadId } = await talked(bench, 'first', 'second');
    const before = await stored(bench, threadId);
    let deletions = 0;
    bench.intercept = (request, next) => {
      if (request.method !== 'DELETE') return next(request);
      deletions += 1;
      return deletions === 2 ? Promise.reject(new TypeError('network error')) : next(request);
    };
    const broken = controller.editAndResend(before[0]?.id ?? '', 'first, edited');
    await bench.environment.advance(5_000);
    await expect(broken).resolves.toMatchObject({ status: 'running' });
    await until(controller, ({ status }) => status === 'completed');
    expect((await stored(bench, threadId)).map(({ text }) => text)[0]).toBe('first, edited');
  });

  it('editAndResend copies more messages than POST /threads takes', async () => {
    const bench = withServer();
    const id = await createLongThread(bench.client, 35, (index) => `note ${index}`, ['user']);
    const controller = bench.controller({ threadId: id, assistantId: ASSISTANT });
    await bench.environment.advance(0);
    const last = (await stored(bench, id)).at(-1);
    const outcome = await controller.editAndResend(last?.id ?? '', 'edited', { history: 'branch' });
    if (outcome.status !== 'running') throw new Error('not running');
    const copied = await stored(bench, outcome.threadId);
    expect(copied.slice(0, 35).map(({ text }) => text)).toEqual([
      ...Array.from({ length: 34 }, (_, index) => `note ${index}`),
      'edited',
    ]);
  });
});
