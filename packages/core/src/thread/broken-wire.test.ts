import { describe, expect, it } from 'vitest';
import { cutAfter } from '../../test/broken-wire.ts';
import { textOf, until, withServer } from '../../test/with-server.ts';
import type { ClientOptions } from '../client/client-options.ts';
import type { SendInput } from './types.ts';

/** The texts of a conversation without network faults, to compare with. */
async function undisturbed(question: string): Promise<string[]> {
  const bench = withServer();
  const controller = bench.controller();
  void controller.send(question);
  return textOf(await until(controller, ({ status }) => status === 'completed'));
}

const IMAGE: SendInput = {
  content: [
    { type: 'image_url', image_url: { url: 'https://example.com/map.png' } },
    { type: 'text', text: 'Where is this?' },
  ],
};

const isRun = (request: Request): boolean => request.method === 'POST' && request.url.endsWith('/runs');

describe('a controller with network faults', () => {
  it('a message is kept when the server is unreachable, and sent on retry', async () => {
    const bench = withServer();
    bench.intercept = () => Promise.reject(new TypeError('fetch failed'));
    const controller = bench.controller();
    const outcome = await controller.send('Do not lose me');
    expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'network' } });
    expect(textOf(controller.getSnapshot())).toEqual(['Do not lose me']);
    expect(controller.getSnapshot().localMessages[0]?.phase).toBe('failed');

    bench.intercept = undefined;
    if (outcome.status === 'failed') void controller.retry(outcome.key);
    const ended = await until(controller, ({ status }) => status === 'completed');
    expect(ended.localMessages.map(({ role }) => role)).toEqual(['user', 'assistant']);
  });

  it.each<[string, Partial<ClientOptions>, SendInput, boolean]>([
    ['text', {}, 'Only once', true],
    ['an image', {}, IMAGE, true],
    ['an image, to a backend without keys', { capabilities: { idempotency: false } }, IMAGE, false],
  ])('%s is stored once when only the response was lost', async (_name, client, input, hasKey) => {
    const bench = withServer({ client: { maxRetries: 0, ...client } });
    const controller = bench.controller();
    const keys: (string | null)[] = [];
    bench.intercept = async (request, next) => {
      const isMessage = request.url.endsWith('/messages') && request.method === 'POST';
      if (isMessage) keys.push(request.headers.get('idempotency-key'));
      const response = await next(request);
      if (isMessage && keys.length === 1) throw new TypeError('network error');
      return response;
    };
    const outcome = await controller.send(input);
    const key = outcome.status === 'failed' ? outcome.key : '';
    expect(outcome.status).toBe('failed');
    void controller.retry(key);
    const { threadId } = await until(controller, ({ status }) => status === 'completed');
    const { data } = await bench.client.listMessages(threadId ?? '', { order: 'asc' });
    expect(data.map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect((await bench.client.listRuns(threadId ?? '')).data).toHaveLength(1);
    expect(keys).toEqual(hasKey ? [key, key] : [null]);
  });

  it('a controller starts no second run when only the response of the first was lost', async () => {
    const bench = withServer();
    const controller = bench.controller();
    let isLost = false;
    bench.intercept = async (request, next) => {
      const response = await next(request);
      if (isLost || !isRun(request)) return response;
      isLost = true;
      throw new TypeError('network error');
    };
    await expect(controller.send('Only once')).resolves.toMatchObject({ status: 'running' });
    const { threadId } = await until(controller, ({ status }) => status === 'completed');
    const { data } = await bench.client.listRuns(threadId ?? '');
    expect(data).toHaveLength(1);
  });

  it.each([900, 2_000, 3_500, 5_000])(
    'the response is completed when the stream is cut after %i bytes',
    async (bytes) => {
      const whole = await undisturbed('What is Threadkit?');
      const bench = withServer();
      bench.intercept = async (request, next) => {
        const response = await next(request);
        return isRun(request) ? cutAfter(response, bytes) : response;
      };
      const controller = bench.controller();
      void controller.send('What is Threadkit?');
      await until(controller, ({ connection, status }) => connection.attempt > 0 || status === 'completed');
      await bench.environment.advance(5_000);
      const ended = await until(controller, ({ status }) => status === 'completed');
      expect(textOf(ended)).toEqual(whole);
    },
  );

  it('a controller polls where the backend stores no events', async () => {
    const whole = await undisturbed('What is Threadkit?');
    const bench = withServer({ client: { capabilities: { runEvents: false } } });
    bench.intercept = async (request, next) => {
      const response = await next(request);
      return isRun(request) ? cutAfter(response, 1_500) : response;
    };
    const controller = bench.controller();
    void controller.send('What is Threadkit?');
    await until(controller, ({ connection, status }) => connection.attempt > 0 || status === 'completed');
    await bench.environment.advance(10_000);
    const ended = await until(controller, ({ status }) => status === 'completed');
    expect(textOf(ended)).toEqual(whole);
  });

  it('a controller polls no sooner than the backend requests', async () => {
    const bench = withServer({ client: { capabilities: { runEvents: false } } });
    bench.intercept = async (request, next) => {
      const response = await next(request);
      if (isRun(request)) return cutAfter(response, 900);
      const headers = new Headers(response.headers);
      headers.set('openai-poll-after-ms', '20000');
      if (!/\/runs\/run_\w+$/.test(request.url)) return new Response(response.body, { headers });
      const run = (await response.json()) as object;
      return Response.json({ ...run, status: 'in_progress', completed_at: null }, { headers });
    };
    const controller = bench.controller();
    await controller.send('What is Threadkit?');
    await until(controller, ({ connection }) => connection.attempt > 0);
    await bench.environment.advance(2_000);
    const polls = (): number => bench.requests.filter((request) => /\/runs\/run_\w+$/.test(request)).length;
    expect(polls()).toBe(1);
    await bench.environment.advance(17_000);
    expect(polls()).toBe(1);
    await bench.environment.advance(4_000);
    expect(polls()).toBe(2);
  });

  it('a controller reports a malformed event and recovers', async () => {
    const whole = await undisturbed('What is Threadkit?');
    const bench = withServer();
    bench.intercept = async (request, next) => {
      const response = await next(request);
      if (!isRun(request)) return response;
      const text = await response.text();
      const broken = text.replace(/(event: thread\.message\.delta\ndata: )\{/, '$1{{{');
      return new Response(broken, response);
    };
    const controller = bench.controller();
    void controller.send('What is Threadkit?');
    await until(controller, ({ connection, status }) => connection.attempt > 0 || status === 'completed');
    await bench.environment.advance(5_000);
    const ended = await until(controller, ({ status }) => status === 'completed');
    expect(textOf(ended)).toEqual(whole);
  });

  it('a controller reports a refused access and keeps the message', async () => {
    const bench = withServer();
    bench.intercept = async () =>
      Response.json(
        {
          error: {
            message: 'Incorrect API key provided.',
            type: 'invalid_request_error',
            param: null,
            code: 'invalid_api_key',
          },
        },
        { status: 401 },
      );
    const controller = bench.controller();
    await expect(controller.send('hello')).resolves.toMatchObject({
      status: 'failed',
      error: { kind: 'unauthorized', message: expect.stringContaining('Incorrect API key') },
    });
    expect(controller.getSnapshot().error?.kind).toBe('unauthorized');
    expect(textOf(controller.getSnapshot())).toEqual(['hello']);
  });

  it('outputs are submitted once when the response to the submit was lost', async () => {
    const { z } = await import('zod');
    const { defineTool } = await import('../tools/define-tool.ts');
    const bench = withServer();
    const controller = bench.controller();
    let runs = 0;
    controller.setTools(Symbol('test'), [
      defineTool({
        name: 'roll_dice',
        parameters: z.object({}),
        execute: () => {
          runs += 1;
          return 'a six';
        },
      }),
    ]);
    let isLost = false;
    bench.intercept = async (request, next) => {
      const response = await next(request);
      if (isLost || !request.url.endsWith('/submit_tool_outputs')) return response;
      isLost = true;
      throw new TypeError('network error');
    };
    void controller.send('Roll the dice');
    await until(controller, () => isLost);
    await bench.environment.advance(5_000);
    const ended = await until(controller, ({ status }) => status === 'completed');
    expect(textOf(ended).at(-1)).toContain('a six');
    expect(runs).toBe(1);
    expect(bench.requests.filter((request) => request.endsWith('/submit_tool_outputs'))).toHaveLength(1);
  });

  it('a controller leaves no timer behind when it is disposed during a stream', async () => {
    const bench = withServer();
    bench.intercept = async (request, next) => {
      const response = await next(request);
      return isRun(request) ? cutAfter(response, 900) : response;
    };
    const controller = bench.controller();
    void controller.send('What is Threadkit?');
    await until(controller, ({ connection }) => connection.attempt > 0);
    controller.dispose();
    await bench.environment.advance(0);
    expect(bench.environment.pendingTimers).toBe(0);
  });

  it('a stream that went silent is replaced', async () => {
    const whole = await undisturbed('What is Threadkit?');
    const bench = withServer();
    let isSilent = false;
    bench.intercept = async (request, next) => {
      const response = await next(request);
      if (!isRun(request) || !response.body) return response;
      // After the first bytes the stream stays open and silent.
      const reader = response.body.getReader();
      const { value } = await reader.read();
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(value?.slice(0, 1_500) ?? new Uint8Array());
          isSilent = true;
        },
      });
      return new Response(body, response);
    };
    const controller = bench.controller();
    void controller.send('What is Threadkit?');
    await until(controller, () => isSilent);
    await bench.environment.advance(39_000);
    expect(controller.getSnapshot().connection.state).toBe('live');
    await bench.environment.advance(2_000);
    const ended = await until(controller, ({ status }) => status === 'completed');
    expect(textOf(ended)).toEqual(whole);
  });

  it('a controller reconnects at once when the page wakes up after a long silence', async () => {
    const bench = withServer();
    bench.intercept = async (request, next) => {
      const response = await next(request);
      if (!isRun(request) || !response.body) return response;
      const { value } = await response.body.getReader().read();
      const body = new ReadableStream<Uint8Array>({
        start: (stream) => stream.enqueue(value ?? new Uint8Array()),
      });
      return new Response(body, response);
    };
    const controller = bench.controller();
    await controller.send('What is Threadkit?');
    await bench.environment.advance(25_000);
    bench.environment.wake();
    await until(controller, ({ status }) => status === 'completed');
  });
});
