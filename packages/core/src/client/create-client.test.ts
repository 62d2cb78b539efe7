import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { OPERATIONS } from '../api/index.ts';
import { aMessage, aRun, aThread } from '../testing/builders.ts';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import type { RunEvents } from './assistants-api.ts';
import { createClient } from './create-client.ts';

type Handler = (request: Request) => Response | Promise<Response>;

function clientOf(handler: Handler, options: Partial<Parameters<typeof createClient>[0]> = {}) {
  const requests: Request[] = [];
  const client = createClient({
    baseURL: 'http://api.test/v1/',
    fetch: async (request) => {
      requests.push(request.clone());
      return handler(request);
    },
    ...options,
  });
  return { client, requests };
}

/** A response that is valid for every operation: an empty list and the members of an object. */
const ok: Handler = () =>
  Response.json({
    id: 'any_1',
    status: 'completed',
    object: 'list',
    data: [],
    first_id: null,
    last_id: null,
    has_more: false,
  });
const refuse =
  (status: number, message: string, headers: HeadersInit = {}): Handler =>
  () =>
    Response.json(
      { error: { message, type: 'invalid_request_error', param: null, code: null } },
      { status, headers },
    );

describe('createClient', () => {
  it('createClient sends each operation as the table of operations defines it', async () => {
    const { client, requests } = clientOf(ok);
    for (const operation of OPERATIONS) {
      const method = client[operation.name] as (...args: unknown[]) => Promise<unknown>;
      await method(
        ...operation.ids.map((id) => `${id}/?`),
        operation.body === 'none' ? undefined : { metadata: {} },
      );
      const sent = requests.at(-1);
      expect(sent?.method).toBe(operation.method);
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, id: string) => `${id}%2F%3F`);
      expect(sent?.url).toBe(`http://api.test/v1${path}`);
    }
  });

  it('createClient sends lists with their cursor and include[] repeated', async () => {
    const { client, requests } = clientOf(ok);
    await client.listRunSteps('thread_1', 'run_1', {
      limit: 5,
      after: 'step_1',
      include: ['step_details.tool_calls[*].file_search.results[*].content'],
    });
    const { searchParams } = new URL(requests[0]?.url ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({
      limit: '5',
      after: 'step_1',
      'include[]': 'step_details.tool_calls[*].file_search.results[*].content',
    });
  });

  it('a stream sends no request before it is read', async () => {
    const { client, requests } = clientOf(ok);
    const events = client.streamRun('thread_1', { assistant_id: 'asst_1' });
    expect(requests).toHaveLength(0);
    await expect(events[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      kind: 'stream',
      message: expect.stringMatching(/^No event stream came from createRun: 200, application\/json, /),
    });
    expect(await requests[0]?.json()).toEqual({ assistant_id: 'asst_1', stream: true });
  });

  it('createClient reads the headers again once after a 401', async () => {
    const headers = vi
      .fn<() => HeadersInit>()
      .mockReturnValueOnce({ authorization: 'Bearer old' })
      .mockReturnValue({ authorization: 'Bearer new' });
    const { client } = clientOf(
      (request) =>
        request.headers.get('authorization') === 'Bearer new'
          ? ok(request)
          : new Response('', { status: 401 }),
      { headers },
    );
    await expect(client.listAssistants()).resolves.toMatchObject({ data: [] });
    expect(headers).toHaveBeenCalledTimes(2);
  });

  it.each([
    [401, 'unauthorized', 'Incorrect API key provided.'],
    [404, 'api', "No thread found with id 'thread_1'."],
    [404, 'config', "No assistant found with id 'asst_typo'."],
    [400, 'locked', "Can't add messages to thread_1 while a run run_1 is active."],
    [400, 'locked', 'Thread thread_1 already has an active run run_1.'],
  ] as const)('a %i becomes an error of kind %s', async (status, kind, message) => {
    const { client } = clientOf(refuse(status, message, { 'x-request-id': 'req_1' }));
    await expect(client.createMessage('thread_1', { role: 'user', content: 'hi' })).rejects.toMatchObject({
      kind,
      status,
      requestId: 'req_1',
      message: expect.stringContaining(message),
    });
  });

  it('the error of a server that does not respond names the server', async () => {
    const { client } = clientOf(() => Promise.reject(new TypeError('fetch failed')), { maxRetries: 0 });
    await expect(client.listAssistants()).rejects.toMatchObject({
      kind: 'network',
      message: 'No response from http://api.test. Is the server running, and are you online?',
    });
  });

  it('the error of a server of another origin explains that it may not allow the page', async () => {
    vi.stubGlobal('location', { origin: 'http://localhost:5173' });
    onTestFinished(() => void vi.unstubAllGlobals());
    const { client } = clientOf(() => Promise.reject(new TypeError('Failed to fetch')), { maxRetries: 0 });
    await expect(client.listAssistants()).rejects.toMatchObject({
      kind: 'network',
      message:
        'No response from http://api.test. Is the server running, does it allow http://localhost:5173 (CORS, --cors-origin), and are you online?',
    });
  });

  it('an unknown model is reported as an error of kind config', async () => {
    const { client } = clientOf(() =>
      Response.json({ error: { message: 'No such model.', code: 'model_not_found' } }, { status: 400 }),
    );
    await expect(client.createRun('thread_1', { assistant_id: 'asst_1' })).rejects.toMatchObject({
      kind: 'config',
      status: 400,
    });
  });

  it('an unreadable response is reported', async () => {
    const { client } = clientOf(() => new Response('<html>'));
    await expect(client.getThread('thread_1')).rejects.toMatchObject({
      kind: 'stream',
      message: /is unreadable/,
    });
  });

  it.each<[string, Response, string]>([
    [
      'a page of a proxy',
      new Response('<html><head><title>Sign in</title></head><body>with your account</body></html>', {
        status: 404,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      }),
      'The server did not say why: 404, text/html, "Sign in with your account".',
    ],
    [
      'a redirect that is not followed',
      new Response(null, { status: 302, headers: { location: 'http://login.test/' } }),
      'The server did not say why: 302, no content type, an empty body.',
    ],
    [
      'an error that is only a text',
      Response.json({ error: 'The model is loading.' }, { status: 503 }),
      'The model is loading.',
    ],
  ])('%s becomes an error that reports the received response', async (_name, response, message) => {
    const { client } = clientOf(() => response, { maxRetries: 0 });
    await expect(client.getThread('thread_1')).rejects.toMatchObject({
      kind: 'api',
      status: response.status,
      message,
    });
  });

  it.each<[string, Response, object]>([
    [
      'a page',
      new Response('<p>Please   sign in</p>', { headers: { 'content-type': 'text/html' } }),
      {
        kind: 'stream',
        message: 'No event stream came from createRun: 200, text/html, "Please sign in".',
      },
    ],
    [
      'a run that is not streamed',
      Response.json({ id: 'run_1' }),
      {
        kind: 'stream',
        message: 'No event stream came from createRun: 200, application/json, "{"id":"run_1"}".',
      },
    ],
    [
      'an error body with the status 200',
      Response.json({ error: { message: 'The quota is used up.', type: 'x', code: 'insufficient_quota' } }),
      { kind: 'rate-limited', message: 'The quota is used up.', body: { code: 'insufficient_quota' } },
    ],
  ])(
    '%s in the place of a stream becomes an error that reports the received response',
    async (_name, response, error) => {
      const { client } = clientOf(() => response);
      const events = client.streamRun('thread_1', { assistant_id: 'asst_1' });
      await expect(events[Symbol.asyncIterator]().next()).rejects.toMatchObject(error);
    },
  );

  it('an unexpected response is refused and its beginning quoted', async () => {
    const { client } = clientOf(() => Response.json([1]));
    await expect(client.getRun('thread_1', 'run_1')).rejects.toMatchObject({
      kind: 'stream',
      message: `The response to getRun is unreadable: 200, application/json, "[1]".`,
    });
  });

  it('a list has each item once, without the cursor’s own item and without invalid ones', async () => {
    const page = {
      has_more: true,
      data: [aMessage('a', { id: 'a' }), null, 'text', {}, aMessage('b', { id: 'b' })],
    };
    const { client } = clientOf(() => Response.json({ ...page, data: [...page.data, ...page.data] }));
    const { data, last_id, has_more } = await client.listMessages('thread_1', { after: 'b' });
    expect(data.map(({ id }) => id)).toEqual(['a']);
    expect([last_id, has_more]).toEqual(['a', true]);
  });

  it('a page with only the cursor’s own item is the last one', async () => {
    const { client } = clientOf(() => Response.json({ has_more: true, data: [aRun({ id: 'a' })] }));
    expect(await client.listRuns('thread_1', { after: 'a' })).toMatchObject({
      data: [],
      last_id: null,
      has_more: false,
    });
  });

  it('a read is retried after a 500 and obeys retry-after', async () => {
    const environment = fakeEnvironment();
    let responses = 0;
    const { client, requests } = clientOf(
      (request) => {
        responses += 1;
        return responses === 1 ? refuse(500, 'down', { 'retry-after': '3' })(request) : ok(request);
      },
      { environment },
    );
    const page = client.listAssistants();
    await environment.advance(2_900);
    expect(requests).toHaveLength(1);
    await environment.advance(200);
    await expect(page).resolves.toMatchObject({ data: [] });
  });

  it('a read is retried after a network error of another copy of Threadkit', async () => {
    const environment = fakeEnvironment();
    const foreign = Object.assign(new Error('No route.'), {
      kind: 'network',
      [Symbol.for('threadkit.error')]: true,
    });
    const headers = vi.fn<() => Promise<HeadersInit>>().mockRejectedValueOnce(foreign).mockResolvedValue({});
    const { client } = clientOf(ok, { environment, headers });
    const page = client.listAssistants();
    await environment.advance(1_000);
    await expect(page).resolves.toMatchObject({ data: [] });
    expect(headers).toHaveBeenCalledTimes(2);
  });

  it('a create is not retried and reports the delay of a rate limit', async () => {
    const { client, requests } = clientOf(refuse(429, 'slow down', { 'retry-after-ms': '7060' }));
    await expect(client.createThread()).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 7060 });
    expect(requests).toHaveLength(1);
  });

  it('a capability is read from a header, and a missing one from a 404', async () => {
    const declared = clientOf(() =>
      Response.json(aThread(), { headers: { 'threadkit-capabilities': 'runEvents, listThreads' } }),
    );
    expect(declared.client.capabilities.runEvents).toBe('unknown');
    await declared.client.getThread('thread_1');
    expect(declared.client.capabilities).toMatchObject({ runEvents: true, listThreads: true, files: false });

    const plain = clientOf(refuse(404, 'Invalid URL (GET /v1/threads)'));
    await expect(plain.client.listThreads?.()).rejects.toMatchObject({ status: 404 });
    expect(plain.client.capabilities).toMatchObject({ listThreads: false, runEvents: 'unknown' });
  });

  it('reasoning is requested from a backend that declares it, where a response can have it', async () => {
    const { client, requests } = clientOf(
      (request) => {
        const response = ok(request) as Response;
        response.headers.set('threadkit-capabilities', 'runEvents, reasoning');
        return response;
      },
      { headers: { 'threadkit-accept': 'something' } },
    );
    const accepted = () => requests.at(-1)?.headers.get('threadkit-accept');
    const readStream = (events: RunEvents | undefined) =>
      expect(events?.[Symbol.asyncIterator]().next()).rejects.toMatchObject({ kind: 'stream' });
    await readStream(client.streamRun('thread_1', { assistant_id: 'asst_1' }));
    expect(accepted()).toBe('something');

    await readStream(client.streamRun('thread_1', { assistant_id: 'asst_1' }));
    expect(accepted()).toBe('something, reasoning');
    await readStream(client.streamRunEvents?.('thread_1', 'run_1'));
    expect(accepted()).toBe('something, reasoning');
    await client.listRunSteps('thread_1', 'run_1');
    expect(accepted()).toBe('something, reasoning');
    await client.listMessages('thread_1');
    expect(accepted()).toBe('something');
  });

  it.each([
    ['a backend that declares nothing', '', {}, null],
    ['a backend that is known to send it', '', { reasoning: true }, 'reasoning'],
    ['a backend for which the app turns it off', 'reasoning', { reasoning: false }, null],
  ])('%s gets the header: %#', async (_name, declared, capabilities, expected) => {
    const { client, requests } = clientOf(
      (request) => {
        const response = ok(request) as Response;
        if (declared) response.headers.set('threadkit-capabilities', declared);
        return response;
      },
      { capabilities },
    );
    await client.listRunSteps('thread_1', 'run_1');
    await client.getRunStep('thread_1', 'run_1', 'step_1');
    expect(requests.at(-1)?.headers.get('threadkit-accept')).toBe(expected);
  });

  it('an events_expired error does not mark runEvents as missing', async () => {
    const { client } = clientOf(() =>
      Response.json(
        { error: { message: 'The events are gone.', type: 'x', param: null, code: 'events_expired' } },
        { status: 404 },
      ),
    );
    const events = client.streamRunEvents?.('thread_1', 'run_1')[Symbol.asyncIterator]();
    await expect(events?.next()).rejects.toMatchObject({ status: 404 });
    expect(client.capabilities.runEvents).toBe('unknown');
  });

  it('a call rejects as aborted when the caller aborts', async () => {
    const { client } = clientOf((request) => {
      request.signal.throwIfAborted();
      return Response.json(aRun());
    });
    const signal = AbortSignal.abort();
    await expect(client.getRun('thread_1', 'run_1', { signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it.each(['before the response', 'while the body is read'])(
    'a call rejects with the reason of its signal when that is aborted %s',
    async (moment) => {
      const stop = new AbortController();
      const reason = new DOMException('Took too long.', 'TimeoutError');
      const { client } = clientOf(() => {
        if (moment === 'before the response') stop.abort(reason);
        stop.signal.throwIfAborted();
        const body = new ReadableStream<Uint8Array>({
          pull(controller) {
            stop.abort(reason);
            controller.error(new TypeError('terminated'));
          },
        });
        return new Response(body, { headers: { 'content-type': 'application/json' } });
      });
      await expect(client.getRun('thread_1', 'run_1', { signal: stop.signal })).rejects.toBe(reason);
    },
  );

  it('a stream rejects with the reason of its signal when that is aborted while the body is read', async () => {
    const stop = new AbortController();
    const reason = new DOMException('Took too long.', 'TimeoutError');
    const { client } = clientOf(() => {
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          stop.abort(reason);
          controller.error(new TypeError('terminated'));
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    });
    const events = client.streamRun('thread_1', { assistant_id: 'asst_demo' }, { signal: stop.signal });
    await expect(events[Symbol.asyncIterator]().next()).rejects.toBe(reason);
  });

  it('createClient throws for a relative base URL where there is no page', async () => {
    const client = createClient({ baseURL: '/v1' });
    await expect(client.listAssistants()).rejects.toMatchObject({
      kind: 'config',
      message: /absolute baseURL/,
    });
  });
});
