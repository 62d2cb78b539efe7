import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { ASSISTANT, until, withServer } from '../../test/with-server.ts';
import { defineTool } from '../tools/define-tool.ts';
import { createControllerRegistry } from './controller-registry.ts';

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
  it('report a run that works, waits for the user and ends', async () => {
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

  it('activate no controller when they are read', async () => {
    const bench = withServer();
    const registry = registryOf(bench);
    registry.get('thread_1');
    const onChange = vi.fn<() => void>();
    registry.activities.subscribe(onChange)();
    await bench.environment.advance(10_000);
    expect(bench.requests).toEqual([]);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('do not contain a forgotten thread', async () => {
    const bench = withServer();
    const registry = registryOf(bench);
    const { id } = await bench.client.createThread();
    const controller = registry.get(id);
    controller.setAssistant(ASSISTANT);
    onTestFinished(controller.subscribe(() => {}));
    void controller.send('hello');
    expect(registry.activities.getSnapshot().get(id)).toBe('running');
    registry.forget(id);
    expect(registry.activities.getSnapshot()).toEqual(new Map());
    await bench.environment.advance(1_000);
    expect(registry.activities.getSnapshot()).toEqual(new Map());
  });
});
