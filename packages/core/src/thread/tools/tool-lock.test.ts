import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { until, withServer } from '../../../test/with-server.ts';
import { fakeEnvironment, fakeLocks } from '../../testing/fake-environment.ts';
import { defineTool } from '../../tools/define-tool.ts';

function twoTabs() {
  const bench = withServer();
  const ran: string[] = [];
  const locks = fakeLocks();
  const tab = (name: string, threadId?: string) => {
    const environment = fakeEnvironment(undefined, locks);
    const controller = bench.controller({ threadId, environment });
    controller.setTools(Symbol(name), [
      defineTool({
        name: 'wipe_file',
        parameters: z.object({ path: z.string() }),
        needsApproval: true,
        execute: () => {
          ran.push(name);
          return 'wiped';
        },
      }),
    ]);
    return { controller, environment };
  };
  return { tab, ran };
}

describe('two tabs on one thread', () => {
  it('tools are executed in the tab that sent; the other tab marks them as handled elsewhere', async () => {
    const { tab, ran } = twoTabs();
    const first = tab('first');
    await first.controller.send('Please wipe "/notes.txt"');
    const { threadId, toolCalls } = await until(
      first.controller,
      (snapshot) => snapshot.toolCalls[0]?.state === 'waiting',
    );
    const second = tab('second', threadId);
    await until(second.controller, ({ status }) => status === 'requires_action');
    await second.environment.advance(1_000);
    expect(second.controller.getSnapshot().toolCalls[0]).toMatchObject({
      state: 'closed',
      reason: 'elsewhere',
    });

    first.controller.approve(toolCalls[0]?.id ?? '');
    await until(first.controller, ({ status }) => status === 'completed');
    const seen = await until(second.controller, ({ status }) => status === 'completed');
    expect(seen.toolCalls[0]).toMatchObject({ state: 'submitted', result: { ok: true, output: 'wiped' } });
    expect(ran).toEqual(['first']);
  });

  it('the other tab takes over when the tab that sent the message is closed', async () => {
    const { tab, ran } = twoTabs();
    const first = tab('first');
    await first.controller.send('Please wipe "/notes.txt"');
    const { threadId } = await until(first.controller, ({ toolCalls }) => toolCalls[0]?.state === 'waiting');
    const second = tab('second', threadId);
    await until(second.controller, ({ status }) => status === 'requires_action');
    await second.environment.advance(1_000);

    first.controller.dispose();
    const taken = await until(second.controller, ({ toolCalls }) => toolCalls[0]?.state === 'waiting');
    second.controller.approve(taken.toolCalls[0]?.id ?? '');
    await until(second.controller, ({ status }) => status === 'completed');
    expect(ran).toEqual(['second']);
  });
});
