import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { ASSISTANT, until, withServer } from '../../test/with-server.ts';
import { settle } from '../testing/pending-work.ts';
import { defineTool } from '../tools/define-tool.ts';
import { createControllerRegistry } from './controller-registry.ts';
import type { ThreadController } from './types.ts';

const wipe = defineTool({
  name: 'wipe_file',
  description: 'Deletes a file',
  parameters: z.object({ path: z.string() }),
  needsApproval: true,
  execute: ({ path }) => `deleted ${path}`,
});

function registryOf(bench: ReturnType<typeof withServer>) {
  const registry = createControllerRegistry({ client: bench.client, environment: bench.environment });
  onTestFinished(() => registry.clear());
  return registry;
}

describe('the activities of a registry', () => {
  it('activities report a run that works, waits for the user and ends', async () => {
    const bench = withServer();
    const registry = registryOf(bench);
    const controller = registry.getNewChat('new', false);
    controller.setAssistant(ASSISTANT);
    controller.setTools(Symbol('test'), [wipe]);
    onTestFinished(controller.subscribe(() => {}));
    const seen: (string | undefined)[] = [];
    onTestFinished(
      registry.activities.subscribe(() => seen.push([...registry.activities.getSnapshot().values()].join())),
    );

    void controller.send('Please wipe "/notes.txt"');
    const { threadId = '' } = await until(controller, ({ toolCalls }) => toolCalls[0]?.state === 'waiting');
    expect(registry.activities.getSnapshot()).toEqual(new Map([[threadId, 'waiting']]));
    controller.approve(controller.getSnapshot().toolCalls[0]?.id ?? '');
    await until(controller, ({ status }) => status === 'completed');
    expect(seen).toEqual(['running', 'waiting', 'running', '']);
  });

  it('activities activate no controller when they are read', async () => {
    const bench = withServer();
    const registry = registryOf(bench);
    registry.get('thread_1');
    const onChange = vi.fn<() => void>();
    registry.activities.subscribe(onChange)();
    await bench.environment.advance(10_000);
    expect(bench.requests).toEqual([]);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('activities do not contain a forgotten thread', async () => {
    const bench = withServer();
    const registry = registryOf(bench);
    const { id } = await bench.client.createThread();
    const controller = registry.get(id);
    controller.setAssistant(ASSISTANT);
    onTestFinished(controller.subscribe(() => {}));
    void controller.send('hello');
    expect(registry.activities.getSnapshot().get(id)).toBe('running');
    registry.remove(id);
    expect(registry.activities.getSnapshot()).toEqual(new Map());
    await bench.environment.advance(1_000);
    expect(registry.activities.getSnapshot()).toEqual(new Map());
  });
});

const GRACE_MS = 5_000;
const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};

/** A weak reference, so that the test does not retain the controller. */
function weakNewChat(registry: ReturnType<typeof registryOf>, key: string): WeakRef<ThreadController> {
  return new WeakRef(registry.getNewChat(key, false));
}

describe('createControllerRegistry', () => {
  it('a registry releases the new chat of a component that never mounted', async () => {
    const registry = registryOf(withServer());
    const abandoned = weakNewChat(registry, ':r1:');
    const remembered = new WeakRef(registry.getNewChat('main', true));
    await settle();
    collectGarbage();
    expect(abandoned.deref()).toBeUndefined();
    expect(remembered.deref()).toBe(registry.getNewChat('main', true));
  });

  it('a registry returns the same new chat while a component has it', async () => {
    const registry = registryOf(withServer());
    const mounted = registry.getNewChat(':r1:', false);
    await settle();
    collectGarbage();
    expect(registry.getNewChat(':r1:', false)).toBe(mounted);
  });

  it('a registry releases the controller of a thread after its run has ended and its subscribers have left', async () => {
    const bench = withServer();
    const registry = registryOf(bench);
    const talk = async (): Promise<{ weak: WeakRef<ThreadController>; threadId: string }> => {
      const controller = registry.getNewChat(':r1:', false);
      controller.setAssistant(ASSISTANT);
      const stop = controller.subscribe(() => {});
      await controller.send('hello');
      const { threadId = '' } = await until(controller, ({ status }) => status === 'completed');
      stop();
      return { weak: new WeakRef(controller), threadId };
    };
    const { weak, threadId } = await talk();
    expect(registry.find(threadId)).toBe(weak.deref());
    await bench.environment.advance(GRACE_MS);
    bench.environment.frame();
    await settle();
    collectGarbage();
    expect(weak.deref()).toBeUndefined();
    expect(registry.find(threadId)).toBeUndefined();
  });

  it('a registry keeps the controller of a thread with a message that failed to be sent', async () => {
    const bench = withServer();
    const registry = registryOf(bench);
    const { id } = await bench.client.createThread();
    const fail = async (): Promise<void> => {
      const controller = registry.get(id);
      const stop = controller.subscribe(() => {});
      await expect(controller.send('Do not lose me')).resolves.toMatchObject({ status: 'failed' });
      stop();
    };
    await fail();
    await bench.environment.advance(GRACE_MS);
    await settle();
    collectGarbage();
    expect(registry.find(id)?.getSnapshot().localMessages).toMatchObject([{ phase: 'failed' }]);
  });
});
