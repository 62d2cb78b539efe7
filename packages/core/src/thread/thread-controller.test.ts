import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ASSISTANT, textOf, until, withServer } from '../../test/with-server.ts';
import { defineTool } from '../tools/define-tool.ts';
import { isBusy } from './state/is-busy.ts';

const wipe = (run: (path: string) => string = (path) => `deleted ${path}`) =>
  defineTool({
    name: 'wipe_file',
    description: 'Deletes a file',
    parameters: z.object({ path: z.string() }),
    needsApproval: true,
    execute: ({ path }) => run(path),
  });

describe('a thread controller', () => {
  it('a controller sends no request before it is subscribed to', async () => {
    const bench = withServer();
    bench.controller({ threadId: undefined });
    await bench.environment.advance(10_000);
    expect(bench.requests).toEqual([]);
  });

  it('a sent message is shown at once, the response streamed, and both reported as persisted', async () => {
    const bench = withServer();
    const controller = bench.controller();
    const sent = controller.send('What is Threadkit?');
    expect(controller.getSnapshot().status).toBe('sending');
    expect(controller.getSnapshot().localMessages.map(({ phase }) => phase)).toEqual(['sending']);
    expect(textOf(controller.getSnapshot())).toEqual(['What is Threadkit?']);

    await expect(sent).resolves.toMatchObject({ status: 'running' });
    const ended = await until(controller, ({ status }) => status === 'completed');
    expect(textOf(ended)[1]).toContain('Threadkit');
    expect(ended.connection.state).toBe('idle');
    expect(bench.stored.map(({ messages, run }) => [messages.length, run?.status])).toEqual([
      [1, undefined],
      [1, 'completed'],
    ]);
    expect(bench.requests).toEqual([
      'POST /threads',
      expect.stringMatching(/^POST \/threads\/\w+\/messages$/),
      expect.stringMatching(/^POST \/threads\/\w+\/runs$/),
    ]);
  });

  it('a message keeps its key when its id arrives', async () => {
    const bench = withServer();
    const controller = bench.controller();
    void controller.send('hello');
    const before = controller.getSnapshot().localMessages[0];
    const { localMessages } = await until(controller, ({ status }) => status === 'completed');
    expect(localMessages[0]?.key).toBe(before?.key);
    expect(localMessages[0]?.id).toMatch(/^msg_/);
    expect(controller.getMessageKey(localMessages[0]?.id ?? '')).toBe(before?.key);
  });

  it('dropPersisted drops local messages that are in the cache', async () => {
    const bench = withServer();
    const controller = bench.controller();
    void controller.send('hello');
    const { localMessages } = await until(controller, ({ status }) => status === 'completed');
    controller.dropPersisted(new Set(localMessages.map(({ id }) => id ?? '')));
    expect(controller.getSnapshot().localMessages).toEqual([]);
    expect(controller.getSnapshot().run?.status).toBe('completed');
  });

  it('a tool waits for approval, and its output is submitted', async () => {
    const bench = withServer();
    const controller = bench.controller();
    controller.setTools(Symbol('test'), [wipe()]);
    void controller.send('Please wipe "/notes.txt"');
    const waiting = await until(controller, ({ toolCalls }) => toolCalls[0]?.state === 'waiting');
    const call = waiting.toolCalls[0];
    expect(waiting.status).toBe('requires_action');
    expect(call).toMatchObject({ name: 'wipe_file', waitReason: 'approval' });
    if (call?.state === 'waiting') call.approve({ path: '/edited.txt' });
    const ended = await until(controller, ({ status }) => status === 'completed');
    expect(ended.toolCalls[0]).toMatchObject({
      state: 'submitted',
      args: { path: '/edited.txt' },
      result: { ok: true, output: 'deleted /edited.txt' },
    });
    expect(textOf(ended).at(-1)).toContain('deleted /edited.txt');
    expect(bench.environment.storage.size).toBe(0);
  });

  it('a tool with invalid edited arguments is not executed, and the reason is reported', async () => {
    const bench = withServer();
    const controller = bench.controller();
    controller.setTools(Symbol('test'), [wipe()]);
    void controller.send('Please wipe "/notes.txt"');
    const { toolCalls } = await until(controller, (snapshot) => snapshot.toolCalls[0]?.state === 'waiting');
    controller.approve(toolCalls[0]?.id ?? '', { path: 3 });
    const { error } = await until(controller, (snapshot) => snapshot.error !== null);
    expect(error).toMatchObject({ kind: 'tool', message: expect.stringContaining('path') });
    expect(controller.getSnapshot().toolCalls[0]).toMatchObject({
      state: 'waiting',
      args: { path: 3 },
      error,
    });
    controller.approve(toolCalls[0]?.id ?? '', { path: '/edited.txt' });
    const corrected = await until(controller, ({ status }) => status === 'completed');
    expect(corrected).toMatchObject({ error: null, toolCalls: [{ args: { path: '/edited.txt' } }] });
  });

  it('the reason of a declined call is submitted, and the run continues', async () => {
    const bench = withServer();
    const controller = bench.controller();
    controller.setTools(Symbol('test'), [wipe()]);
    void controller.send('Please wipe "/notes.txt"');
    const { toolCalls } = await until(controller, (snapshot) => snapshot.toolCalls[0]?.state === 'waiting');
    controller.reject(toolCalls[0]?.id ?? '', 'not today');
    const ended = await until(controller, ({ status }) => status === 'completed');
    expect(ended.toolCalls[0]).toMatchObject({
      result: { ok: false, error: 'The user declined this call: not today' },
    });
  });

  it('a tool that throws gets an error output, and the run continues', async () => {
    const bench = withServer();
    const controller = bench.controller();
    const broken = wipe(() => {
      throw new Error('the disk is read-only');
    });
    controller.setTools(Symbol('test'), [broken]);
    void controller.send('Please wipe "/notes.txt"');
    const { toolCalls } = await until(controller, (snapshot) => snapshot.toolCalls[0]?.state === 'waiting');
    controller.approve(toolCalls[0]?.id ?? '');
    const ended = await until(controller, ({ status }) => status === 'completed');
    expect(ended.toolCalls[0]).toMatchObject({ result: { ok: false, error: 'the disk is read-only' } });
  });

  it('a call is executed once its tool is registered', async () => {
    const bench = withServer();
    const controller = bench.controller();
    const parameters = { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] };
    const declared = { name: 'wipe_file', parameters };
    void controller.send('Please wipe "/notes.txt"', {
      runParams: { tools: [{ type: 'function', function: declared }] },
    });
    await until(controller, ({ toolCalls }) => {
      const call = toolCalls[0];
      return call?.state === 'waiting' && call.waitReason === 'unregistered';
    });
    controller.setTools(Symbol('test'), [wipe()]);
    await until(controller, ({ toolCalls }) => {
      const call = toolCalls[0];
      return call?.state === 'waiting' && call.waitReason === 'approval';
    });
  });

  it('a message sent during a run is queued and sent when the run has ended', async () => {
    const bench = withServer();
    const controller = bench.controller();
    void controller.send('first');
    await expect(controller.send('second')).resolves.toMatchObject({ status: 'queued' });
    expect(controller.getSnapshot().queue.map(({ input }) => input)).toEqual(['second']);
    const both = await until(
      controller,
      ({ localMessages, status }) => localMessages.length === 4 && status === 'completed',
    );
    expect(both.queue).toEqual([]);
    expect(both.localMessages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
  });

  it('queued messages can be edited and removed', async () => {
    const bench = withServer();
    const controller = bench.controller();
    expect(isBusy(controller.getSnapshot())).toBe(false);
    void controller.send('first');
    expect(isBusy(controller.getSnapshot())).toBe(true);
    const [one, two] = await Promise.all([controller.send('second'), controller.send('third')]);
    if (one.status === 'queued') controller.removeQueued(one.key);
    if (two.status === 'queued') controller.editQueued(two.key, 'third, edited');
    expect(controller.getSnapshot().queue.map(({ input }) => input)).toEqual(['third, edited']);
  });

  it('sendNow cancels the active run and sends the message before other queued ones', async () => {
    const bench = withServer();
    const controller = bench.controller();
    controller.setTools(Symbol('test'), [wipe()]);
    await controller.send('Please wipe "/notes.txt"');
    await until(controller, ({ toolCalls }) => toolCalls[0]?.state === 'waiting');
    await controller.send('second');
    const third = await controller.send('third');
    if (third.status === 'queued') controller.sendNow(third.key);
    await until(controller, ({ queue, status }) => queue.length === 0 && status === 'completed');
    const { data } = await bench.client.listMessages(controller.getSnapshot().threadId ?? '', {
      order: 'asc',
    });
    const sent = data.flatMap(({ role, content }) => {
      const part = content[0];
      return role === 'user' && part?.type === 'text' ? [part.text.value] : [];
    });
    expect(sent).toEqual(['Please wipe "/notes.txt"', 'third', 'second']);
  });

  it('a cancelled run that waited executes none of its tools afterwards', async () => {
    const bench = withServer();
    const controller = bench.controller();
    const ran: string[] = [];
    controller.setTools(Symbol('test'), [wipe((path) => (ran.push(path), path))]);
    void controller.send('Please wipe "/notes.txt"');
    const { toolCalls } = await until(controller, (snapshot) => snapshot.toolCalls[0]?.state === 'waiting');
    await controller.cancel();
    const ended = await until(controller, ({ status }) => status === 'cancelled');
    expect(ended.toolCalls[0]).toMatchObject({ state: 'closed', reason: 'cancelled' });
    controller.approve(toolCalls[0]?.id ?? '');
    await bench.environment.advance(1_000);
    expect(ran).toEqual([]);
  });

  it('the active run of a thread and its pending approval are found after a reload', async () => {
    const bench = withServer();
    const first = bench.controller();
    first.setTools(Symbol('test'), [wipe()]);
    void first.send('Please wipe "/notes.txt"');
    const { threadId } = await until(first, ({ toolCalls }) => toolCalls[0]?.state === 'waiting');
    first.dispose();

    const second = bench.controller({ threadId });
    second.setTools(Symbol('test'), [wipe()]);
    const { toolCalls } = await until(second, (snapshot) => snapshot.toolCalls[0]?.state === 'waiting');
    expect(toolCalls[0]).toMatchObject({ waitReason: 'approval', args: { path: '/notes.txt' } });
    second.approve(toolCalls[0]?.id ?? '');
    const ended = await until(second, ({ status }) => status === 'completed');
    expect(textOf(ended).at(-1)).toContain('deleted /notes.txt');
  });

  it('a call that a reload interrupted is executed again only after asking', async () => {
    const bench = withServer();
    const first = bench.controller();
    const never = wipe(() => {
      // The page closes while the tool runs.
      first.dispose();
      return 'lost';
    });
    first.setTools(Symbol('test'), [never]);
    void first.send('Please wipe "/notes.txt"');
    const { threadId, toolCalls } = await until(
      first,
      (snapshot) => snapshot.toolCalls[0]?.state === 'waiting',
    );
    first.approve(toolCalls[0]?.id ?? '');
    await bench.environment.advance(0);

    const second = bench.controller({ threadId });
    second.setTools(Symbol('test'), [wipe()]);
    const again = await until(second, (snapshot) => snapshot.toolCalls[0]?.state === 'waiting');
    expect(again.toolCalls[0]).toMatchObject({ waitReason: 'interrupted' });
  });

  it('deleting a message and changing metadata are reported as persisted', async () => {
    const bench = withServer();
    const controller = bench.controller();
    await controller.modifyMetadata({ title: 'Too early' });
    expect(controller.getSnapshot().error).toMatchObject({ kind: 'config' });
    await controller.send('hello');
    const { localMessages, threadId } = await until(controller, ({ status }) => status === 'completed');
    await controller.modifyMetadata({ title: 'Greetings' });
    await controller.deleteMessage(localMessages[1]?.id ?? '');
    expect(controller.getSnapshot().localMessages.map(({ id }) => id)).toEqual([localMessages[0]?.id]);
    expect(bench.stored.at(-2)?.thread?.metadata).toEqual({ title: 'Greetings' });
    expect(bench.stored.at(-1)?.removed).toEqual([localMessages[1]?.id]);
    await expect(bench.client.getThread(threadId ?? '')).resolves.toMatchObject({
      metadata: { title: 'Greetings' },
    });
    await controller.deleteMessage('msg_missing');
    expect(controller.getSnapshot().error).toMatchObject({ status: 404 });
    controller.clearError();
    expect(controller.getSnapshot().error).toBeNull();
  });

  it('a missing assistant is reported and the message kept', async () => {
    const bench = withServer();
    const controller = bench.controller({ assistantId: undefined });
    await expect(controller.send('hello')).resolves.toMatchObject({
      status: 'failed',
      error: { kind: 'config' },
    });
    expect(textOf(controller.getSnapshot())).toEqual(['hello']);
    controller.setAssistant(ASSISTANT);
    const key = controller.getSnapshot().localMessages[0]?.key ?? '';
    await expect(controller.retry(key)).resolves.toMatchObject({ status: 'running' });
    const ended = await until(controller, ({ status }) => status === 'completed');
    expect(ended.localMessages).toHaveLength(2);
  });

  it('a message to a thread that another client has locked is sent once the thread is unlocked', async () => {
    const bench = withServer();
    const { id } = await bench.client.createThread({ messages: [{ role: 'user', content: 'theirs' }] });
    const controller = bench.controller({ threadId: id });
    await bench.environment.advance(0);
    await bench.client.createRun(id, { assistant_id: ASSISTANT });
    await expect(controller.send('mine')).resolves.toMatchObject({ status: 'running' });
    await until(controller, ({ status }) => status === 'completed');
    const { data } = await bench.client.listRuns(id);
    expect(data.map(({ status }) => status)).toEqual(['completed', 'completed']);
  });

  it('a new chat with a key restores its thread after a reload, and not after forget()', async () => {
    const bench = withServer();
    const first = bench.controller({ newChatKey: 'main' });
    await first.send('hello');
    const { threadId } = await until(first, ({ status }) => status === 'completed');
    first.dispose();

    const second = bench.controller({ newChatKey: 'main' });
    await until(second, (snapshot) => snapshot.threadId === threadId);
    second.forget();
    const third = bench.controller({ newChatKey: 'main' });
    await bench.environment.advance(100);
    expect(third.getSnapshot().threadId).toBeUndefined();
  });

  it('a new chat starts a new thread when the remembered one was deleted', async () => {
    const bench = withServer();
    bench.environment.storage.set(`thread:${bench.client.key}:main`, 'thread_gone');
    const controller = bench.controller({ newChatKey: 'main' });
    await bench.environment.advance(100);
    await until(controller, () => bench.requests.length > 0 && !bench.environment.storage.size);
    expect(controller.getSnapshot()).toMatchObject({ threadId: undefined, error: null });
    await expect(controller.send('hello')).resolves.toMatchObject({ status: 'running' });
  });
});
