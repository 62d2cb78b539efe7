import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import OpenAI from 'openai';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testServer } from '../testing/test-server.ts';
import { chatCompletions } from './chat-completions.ts';

const KEY = 'sk-test-0123456789';
const SECRET_WORDS = 'the words of a conversation';

/** A provider on a local port. */
async function provider(listener: RequestListener): Promise<string> {
  const http = createHttpServer(listener).listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`;
}

/** A URL on which nothing listens. */
async function closedPort(): Promise<string> {
  const http = createHttpServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  http.close();
  await once(http, 'close');
  return `http://127.0.0.1:${port}/v1`;
}

const respondWithJson =
  (status: number, error: object): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
  };

const beginResponse = (response: ServerResponse): void => {
  const chunk = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm' };
  const choices = [{ index: 0, delta: { content: 'Half' }, finish_reason: null }];
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(`data: ${JSON.stringify({ ...chunk, choices })}\n\n`);
};

/** A run with the provider at this URL, and the server's log entry for it. */
async function runWith(
  baseURL: string,
  { level = 'error', ...options }: { level?: 'warn' | 'error'; timeout?: number } = {},
) {
  const client = new OpenAI({ apiKey: KEY, baseURL, maxRetries: 0, ...options });
  const { caller, log, faults } = testServer({
    engine: chatCompletions({ client, model: 'gpt-9' }),
    maxRetries: 0,
  });
  const stream = await caller.stream('POST', '/threads/runs', {
    assistant_id: 'asst_demo',
    stream: true,
    thread: { messages: [{ role: 'user', content: SECRET_WORDS }] },
  });
  const outcome = stream.findLast(({ event }) => event === 'thread.run.failed');
  if (outcome?.event !== 'thread.run.failed') throw new Error('The run did not fail.');
  const { data: run } = outcome;
  expect(faults).toEqual([]);
  expect(log).toHaveLength(1);
  const [entry] = log;
  expect(entry).toMatchObject({ level, event: 'model_failed', runId: run.id, model: 'demo-model' });
  const logged = entry?.message ?? '';
  const { hostname, port } = new URL(baseURL);
  // Only the operator reads where the provider is, and only when it did not respond.
  const everything = logged.replace(`provider at ${hostname}:${port} `, '') + run.last_error?.message;
  for (const secret of [KEY, SECRET_WORDS, hostname, port, 'platform.openai.com']) {
    expect(everything).not.toContain(secret);
  }
  return { run, logged };
}

const KEY_REFUSED = {
  message: `Incorrect API key provided: ${KEY}. You can find your API key at https://platform.openai.com/account/api-keys.`,
  type: 'invalid_request_error',
  param: null,
  code: 'invalid_api_key',
};
const NO_MODEL = {
  message: 'The model `gpt-9` does not exist or you do not have access to it.',
  type: 'invalid_request_error',
  param: null,
  code: 'model_not_found',
};

describe('provider failures', () => {
  it('a refused key fails the run as setup, and the log names variable and option', async () => {
    const { run, logged } = await runWith(await provider(respondWithJson(401, KEY_REFUSED)));
    expect(run).toMatchObject({
      last_error: {
        code: 'server_error',
        message: expect.stringMatching(/rejected this server's key/),
      },
      metadata: { tk_failure: 'setup' },
    });
    expect(logged).toMatch(
      /OPENAI_API_KEY .* apiKey of chatCompletions.*\(401, invalid_api_key, Incorrect API/,
    );
  });

  it('an unknown model fails the run as setup, and the log names the model and the options', async () => {
    const { run, logged } = await runWith(await provider(respondWithJson(404, NO_MODEL)));
    expect(run).toMatchObject({
      last_error: { code: 'server_error', message: expect.stringMatching(/its provider does not have it/) },
      metadata: { tk_failure: 'setup' },
    });
    expect(logged).toMatch(
      /does not have the model "gpt-9"\. Check --model .*\(404, model_not_found, The model/,
    );
  });

  it('a 404 of the provider fails the run as setup, and the log names the base URL', async () => {
    const { run, logged } = await runWith(
      await provider((_request, response) => {
        response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
      }),
    );
    expect(run.metadata).toEqual({ tk_failure: 'setup' });
    expect(logged).toMatch(/Check OPENAI_BASE_URL \(threadkit serve\) or baseURL of chatCompletions/);
  });

  it('a provider that does not listen fails the run as provider, and the log names the base URL', async () => {
    const baseURL = await closedPort();
    const { run, logged } = await runWith(`${baseURL}?key=${KEY}`);
    expect(run).toMatchObject({
      last_error: {
        code: 'server_error',
        message: 'The model provider could not be reached. Try again later.',
      },
      metadata: { tk_failure: 'provider' },
    });
    expect(logged).toMatch(/cannot be reached.*OPENAI_BASE_URL.*ECONNREFUSED/);
    expect(logged).toContain(`The model provider at ${new URL(baseURL).host} cannot be reached.`);
  });

  it('a provider that closes the connection without a response fails the run as provider', async () => {
    const { run, logged } = await runWith(await provider((request) => request.socket.destroy()));
    expect(run.metadata).toEqual({ tk_failure: 'provider' });
    expect(logged).toMatch(/cannot be reached/);
  });

  it.each([
    [400, { message: 'Your messages resulted in 9000 tokens.', code: 'context_length_exceeded' }],
    [400, { message: "This model's maximum context length is 8192 tokens." }],
    [400, { message: 'prompt is too long: 208310 tokens > 200000 maximum', type: 'invalid_request_error' }],
    [400, { message: 'the request exceeds the available context size', type: 'exceed_context_size_error' }],
    [413, { message: 'Request Entity Too Large' }],
  ])('a prompt that is refused as too long (%i, %j) is a warning with the remedy', async (status, error) => {
    const { run, logged } = await runWith(await provider(respondWithJson(status, error)), { level: 'warn' });
    expect(run.last_error?.code).toBe('invalid_prompt');
    expect(logged).toMatch(
      /the engine "chat-completions" failed\. The prompt is too long for the model\. Set contextTokens of chatCompletions to the tokens/,
    );
  });

  it('a provider that never responds fails the run after the time-out', async () => {
    const { run, logged } = await runWith(await provider(() => {}), { timeout: 20 });
    expect(run.metadata).toEqual({ tk_failure: 'provider' });
    expect(logged).toMatch(/did not respond in time/);
  });

  it('a provider that disconnects during its response fails the run as provider', async () => {
    const { run, logged } = await runWith(
      await provider((_request, response) => {
        beginResponse(response);
        response.flushHeaders();
        setImmediate(() => response.destroy());
      }),
    );
    expect(run).toMatchObject({
      last_error: {
        code: 'server_error',
        message: 'The connection to the model provider ended before the response was complete. Try again.',
      },
      metadata: { tk_failure: 'provider' },
    });
    expect(logged).toMatch(/ended before the response was complete/);
  });

  it('a response without a finish reason fails the run as provider', async () => {
    const { run } = await runWith(
      await provider((_request, response) => {
        beginResponse(response);
        response.end();
      }),
    );
    expect(run.metadata).toEqual({ tk_failure: 'provider' });
  });

  it.each([502, 503])('a response %i of the provider fails the run as provider', async (status) => {
    const { run, logged } = await runWith(
      await provider(respondWithJson(status, { message: 'Bad gateway' })),
    );
    expect(run.metadata).toEqual({ tk_failure: 'provider' });
    expect(logged).toContain(`(${status}, Bad gateway)`);
  });
});
