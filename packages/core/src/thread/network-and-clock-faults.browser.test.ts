import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cutAfter } from '../../test/broken-wire.ts';
import { textOf, until, withServer } from '../../test/with-server.ts';
import { defineTool } from '../tools/define-tool.ts';
import type { AnyTool } from '../tools/tool.ts';

const MINUTE = 60_000;

function wipe(ran: string[]): AnyTool {
  return defineTool({
    name: 'wipe_file',
    parameters: z.object({ path: z.string() }),
    needsApproval: true,
    execute: ({ path }) => {
      ran.push(path);
      return `deleted ${path}`;
    },
  });
}

describe('a controller in the browser', () => {
  it('the deadline passes during an approval: the call is closed, and the thread is free again', async () => {
    const bench = withServer({ sharesClock: true });
    const ran: string[] = [];
    const controller = bench.controller();
    controller.setTools(Symbol('page'), [wipe(ran)]);
    await controller.send('Please wipe "/notes.txt"');
    const { toolCalls } = await until(controller, (snapshot) => snapshot.toolCalls[0]?.state === 'waiting');
    const call = toolCalls[0];
    const left = call?.state === 'waiting' ? call.expiresAt - bench.environment.now() : 0;
    expect(left).toBeGreaterThan(9 * MINUTE);
    expect(left).toBeLessThanOrEqual(10 * MINUTE);

    await bench.environment.advance(11 * MINUTE);
    const ended = await until(controller, ({ status }) => status === 'expired');
    expect(ended.toolCalls[0]).toMatchObject({ state: 'closed', reason: 'expired' });
    controller.approve(call?.id ?? '');
    await bench.environment.advance(1_000);
    expect(ran).toEqual([]);
    await expect(controller.send('And now?')).resolves.toMatchObject({ status: 'running' });
  });

  it('a minute offline: connection is offline, and the response is complete when the page is back', async () => {
    const bench = withServer();
    const controller = bench.controller();
    let isDown = false;
    bench.intercept = (request, next) => {
      if (isDown) return Promise.reject(new TypeError('fetch failed'));
      const response = next(request);
      if (!(request.method === 'POST' && request.url.endsWith('/runs'))) return response;
      isDown = true;
      return response.then((complete) => cutAfter(complete, 1_200));
    };
    await controller.send('What is Threadkit?');
    bench.environment.setOnline(false);
    await until(controller, ({ connection }) => connection.attempt > 0);
    await bench.environment.advance(MINUTE);
    expect(controller.getSnapshot().connection).toMatchObject({ state: 'offline' });
    expect(controller.getSnapshot().connection.attempt).toBeGreaterThan(3);

    isDown = false;
    bench.environment.setOnline(true);
    bench.environment.wake();
    const ended = await until(controller, ({ status }) => status === 'completed');
    expect(textOf(ended).at(-1)).toMatch(/\.$/);
    expect(ended.connection.state).toBe('idle');
  });

  it('a page clock that is hours off still counts down to the deadline of the server', async () => {
    const bench = withServer();
    const controller = bench.controller();
    controller.setTools(Symbol('page'), [wipe([])]);
    // The page's clock is in 2023. The server's clock is correct, and its responses have a `Date` header.
    await controller.send('Please wipe "/notes.txt"');
    const { toolCalls } = await until(controller, (snapshot) => snapshot.toolCalls[0]?.state === 'waiting');
    const call = toolCalls[0];
    const left = call?.state === 'waiting' ? call.expiresAt - bench.environment.now() : 0;
    expect(left).toBeGreaterThan(9 * MINUTE);
    expect(left).toBeLessThan(11 * MINUTE);
  });

  it('a clock that jumps an hour in mid-response causes only a reconnect', async () => {
    const bench = withServer();
    const controller = bench.controller();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    bench.intercept = async (request, next) => {
      const response = await next(request);
      if (!(request.method === 'POST' && request.url.endsWith('/runs'))) return response;
      const hold = new TransformStream<Uint8Array, Uint8Array>({
        transform: async (chunk, stream) => {
          stream.enqueue(chunk.slice(0, 1_500));
          await held;
        },
      });
      return new Response(response.body?.pipeThrough(hold), response);
    };
    await controller.send('What is Threadkit?');
    await until(controller, ({ connection }) => connection.state === 'live');
    await bench.environment.advance(60 * MINUTE);
    const ended = await until(controller, ({ status }) => status === 'completed');
    release();
    expect(textOf(ended).at(-1)).toMatch(/to see some\.$/);
  });

  it('a cancel whose response is lost still cancels the run', async () => {
    const bench = withServer();
    const controller = bench.controller();
    controller.setTools(Symbol('page'), [wipe([])]);
    await controller.send('Please wipe "/notes.txt"');
    await until(controller, (snapshot) => snapshot.toolCalls[0]?.state === 'waiting');
    bench.intercept = async (request, next) => {
      const response = await next(request);
      if (request.url.endsWith('/cancel')) throw new TypeError('network error');
      return response;
    };
    await controller.cancel();
    await until(controller, ({ status }) => status === 'cancelled');
  });
});
