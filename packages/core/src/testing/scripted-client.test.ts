import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { until } from '../../test/with-server.ts';
import { createThreadController } from '../thread/thread-controller.ts';
import { defineTool } from '../tools/define-tool.ts';
import { aCall } from './builders.ts';
import { fakeEnvironment } from './fake-environment.ts';
import { afterOutputsEvents, requiresActionEvents, responseEvents } from './run-events.ts';
import { scriptedClient } from './scripted-client.ts';

function controllerOf(client: ReturnType<typeof scriptedClient>) {
  const controller = createThreadController({
    client,
    assistantId: 'asst_1',
    environment: fakeEnvironment(),
  });
  controller.subscribe(() => {});
  return controller;
}

describe('a scripted client', () => {
  it('a scripted client plays a response', async () => {
    const client = scriptedClient([{ events: responseEvents('Hello there') }]);
    const controller = controllerOf(client);
    await controller.send('hi');
    const { localMessages } = await until(controller, ({ status }) => status === 'completed');
    expect(localMessages.at(-1)?.message.content).toMatchObject([{ text: { value: 'Hello there' } }]);
    expect(client.calls).toEqual(['createThread', 'createMessage', 'streamRun']);
  });

  it('a scripted client plays events of another thread with the id of the requesting thread', async () => {
    const client = scriptedClient([{ events: responseEvents('Hello there') }]);
    const controller = createThreadController({
      client,
      threadId: 'thread_2',
      assistantId: 'asst_1',
      environment: fakeEnvironment(),
    });
    controller.subscribe(() => {});
    await controller.send('hi');
    const { run } = await until(controller, ({ status }) => status === 'completed');
    expect(run).toMatchObject({ thread_id: 'thread_2' });
  });

  it('a scripted client delays an event until a promise resolves', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const client = scriptedClient([{ events: responseEvents('Hello there'), delays: { 8: held } }]);
    const controller = controllerOf(client);
    await controller.send('hi');
    const half = await until(
      controller,
      ({ localMessages }) => localMessages[1]?.message.content.length === 1,
    );
    expect(half.localMessages.at(-1)?.message.content).toMatchObject([{ text: { value: 'Hell' } }]);
    release();
    await until(controller, ({ status }) => status === 'completed');
  });

  it('a scripted client plays a round of tools and the events after it', async () => {
    const calls = [aCall({ name: 'wipe', arguments: '{"path":"/notes"}' })];
    const client = scriptedClient([
      { events: requiresActionEvents(calls) },
      { events: afterOutputsEvents(calls, ['gone'], 'Done.') },
    ]);
    const controller = controllerOf(client);
    const wipe = defineTool({
      name: 'wipe',
      parameters: z.object({ path: z.string() }),
      execute: () => 'gone',
    });
    controller.setTools(Symbol('test'), [wipe]);
    await controller.send('wipe it', {
      runParams: { tools: [{ type: 'function', function: { name: 'wipe' } }] },
    });
    const ended = await until(controller, ({ status }) => status === 'completed');
    expect(ended.toolCalls[0]).toMatchObject({ state: 'submitted', args: { path: '/notes' } });
  });

  it('a scripted client rejects a request without a prepared response', async () => {
    const client = scriptedClient([]);
    await expect(client.createAssistant({ model: 'm' })).rejects.toMatchObject({
      kind: 'config',
      message: 'The script has no response for createAssistant.',
    });
  });
});
