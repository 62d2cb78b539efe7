import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { engineInput, playModelCall } from '../testing/engine-contract.ts';
import { loopbackProvider, sendEvents } from '../testing/loopback-provider.ts';
import { testServer } from '../testing/test-server.ts';
import { aiSdk } from './ai-sdk.ts';
import { chatCompletions } from './chat-completions.ts';
import type { Engine } from './engine.ts';
import type { EngineError } from './engine-error.ts';
import { responses } from './responses.ts';

const refuse =
  (status: number, error: object, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ error }));

const chunk = (delta: object, reason: string | null = null) => ({
  choices: [{ index: 0, delta, finish_reason: reason }],
});

/** Engines that create their own clients, for a provider at this address; with events of a stream in its form. */
const engines: readonly (readonly [
  string,
  (url: string) => Engine,
  {
    readonly text: object;
    readonly reasoning: object;
    readonly error: object;
    readonly response: readonly object[];
  },
])[] = [
  [
    'chatCompletions',
    (url) => chatCompletions({ apiKey: 'x', baseURL: `${url}/v1` }),
    {
      text: chunk({ content: 'Half' }),
      reasoning: chunk({ reasoning_content: 'First the city.' }),
      error: { error: { message: 'Overloaded', code: 503 } },
      response: [chunk({ role: 'assistant', content: '' }), chunk({ content: 'Hello' }, 'stop')],
    },
  ],
  [
    'responses',
    (url) => responses({ apiKey: 'x', baseURL: `${url}/v1` }),
    {
      text: { type: 'response.output_text.delta', output_index: 0, content_index: 0, delta: 'Half' },
      reasoning: {
        type: 'response.output_item.added',
        output_index: 0,
        item: { type: 'reasoning', id: 'rs_1', summary: [] },
      },
      error: { type: 'error', code: 'server_error', message: 'Overloaded' },
      response: [
        { type: 'response.created', response: { status: 'in_progress' } },
        { type: 'response.output_text.delta', output_index: 0, content_index: 0, delta: 'Hello' },
        { type: 'response.completed', response: { status: 'completed' } },
      ],
    },
  ],
  [
    'aiSdk',
    (url) => aiSdk({ model: createOpenAICompatible({ name: 'p', baseURL: `${url}/v1` })('m') }),
    {
      text: chunk({ content: 'Half' }),
      reasoning: chunk({ reasoning_content: 'First the city.' }),
      error: { error: { message: 'Overloaded', type: 'server_error', code: 503 } },
      response: [chunk({ role: 'assistant', content: '' }), chunk({ content: 'Hello' }, 'stop')],
    },
  ],
];

async function failureOf(engine: Engine): Promise<EngineError> {
  const failure = await playModelCall(engine, engineInput()).catch((error: unknown) => error);
  if (!(failure instanceof Error)) throw new Error('The model call did not fail.');
  return failure as EngineError;
}

/** The error of an engine for this response, after one request. */
async function refusalOf(make: (url: string) => Engine, respond: (response: ServerResponse) => void) {
  const provider = await loopbackProvider<object>(respond);
  const failure = await failureOf(make(provider.url));
  expect(provider.requests).toHaveLength(1);
  return failure;
}

describe.each(engines)('a model call that a provider refuses to %s', (_name, make, stream) => {
  it.each<[string, (response: ServerResponse) => void, Partial<EngineError>]>([
    [
      'a rate limit, with the delay',
      refuse(429, { message: 'Slow down.' }, { 'retry-after': '7' }),
      { code: 'rate_limit_exceeded', failure: undefined, retry: { afterMs: 7000 } },
    ],
    [
      'a rate limit, with a delay in milliseconds',
      refuse(429, { message: 'Slow down.' }, { 'retry-after-ms': '250' }),
      { code: 'rate_limit_exceeded', retry: { afterMs: 250 } },
    ],
    [
      'a fault',
      refuse(503, { message: 'Loading model' }),
      { code: 'server_error', failure: 'provider', retry: { afterMs: undefined } },
    ],
    [
      'a fault with a delay',
      refuse(500, { message: 'Oops' }, { 'retry-after': '2' }),
      { failure: 'provider', retry: { afterMs: 2000 } },
    ],
  ])('%s may be repeated, and the engine does not repeat it itself', async (_case, respond, expected) => {
    expect(await refusalOf(make, respond)).toMatchObject(expected);
  });

  it.each<[string, (response: ServerResponse) => void, Partial<EngineError>]>([
    [
      'a used-up quota',
      refuse(429, { message: 'Pay.', code: 'insufficient_quota' }, { 'retry-after': '7' }),
      { code: 'rate_limit_exceeded', failure: 'quota' },
    ],
    ['a wrong key', refuse(401, { message: 'No.', code: 'invalid_api_key' }), { failure: 'setup' }],
    ['an invalid request', refuse(400, { message: 'Roles must alternate.' }), { code: 'invalid_prompt' }],
    ['a missing feature', refuse(501, { message: 'Not implemented.' }), { failure: 'provider' }],
    [
      'a rate limit whose provider says so',
      refuse(429, { message: 'Slow down.' }, { 'x-should-retry': 'false' }),
      { code: 'rate_limit_exceeded', failure: undefined },
    ],
  ])('%s must not be repeated', async (_case, respond, expected) => {
    const failure = await refusalOf(make, respond);
    expect(failure).toMatchObject(expected);
    expect(failure.retry).toBeUndefined();
  });

  it('a refused connection may be repeated', async () => {
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    const { port } = http.address() as AddressInfo;
    http.close();
    await once(http, 'close');
    expect(await failureOf(make(`http://127.0.0.1:${port}`))).toMatchObject({
      failure: 'provider',
      retry: {},
    });
  });

  it('an error at the beginning of a stream may be repeated, one after a piece must not be', async () => {
    const first = await refusalOf(make, (response) => sendEvents(response, [stream.error]));
    expect(first).toMatchObject({ failure: 'provider', retry: {} });
    for (const piece of [stream.text, stream.reasoning]) {
      const later = await refusalOf(make, (response) => sendEvents(response, [piece, stream.error]));
      expect([later.failure, later.retry]).toEqual(['provider', undefined]);
    }
  });

  it('a server repeats the call until the provider accepts it', async () => {
    const provider = await loopbackProvider<object>((response, _body, index) => {
      if (index < 2) refuse(429, { message: 'Slow down.' }, { 'retry-after-ms': '1' })(response);
      else sendEvents(response, [...stream.response, '[DONE]']);
    });
    const { caller, log } = testServer({ engine: make(provider.url) });
    const events = await caller.stream('POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      stream: true,
      thread: { messages: [{ role: 'user', content: 'hello' }] },
    });
    expect(events.at(-1)?.event).toBe('thread.run.completed');
    expect(provider.requests).toHaveLength(3);
    expect(log.map(({ event }) => event)).toEqual(['model_call_retried']);
  });
});

describe.each([
  ['chatCompletions', (client: OpenAI) => chatCompletions({ client })],
  ['responses', (client: OpenAI) => responses({ client })],
] as const)('%s with a client of the app', (_name, make) => {
  it.each([
    [1, 2, undefined],
    [0, 1, {}],
  ])(
    'the client makes its %i retries, and only without them the server may repeat the call',
    async (maxRetries, requests, retry) => {
      const provider = await loopbackProvider<object>(
        refuse(429, { message: 'Slow down.' }, { 'retry-after-ms': '1' }),
      );
      const client = new OpenAI({ apiKey: 'x', baseURL: `${provider.url}/v1`, maxRetries });
      const failure = await failureOf(make(client));
      expect(provider.requests).toHaveLength(requests);
      expect(failure.retry).toEqual(retry && { afterMs: 1 });
    },
  );

  it('a call that timed out is not repeated, because the provider may have generated a response', async () => {
    const provider = await loopbackProvider<object>(() => {});
    const client = new OpenAI({ apiKey: 'x', baseURL: `${provider.url}/v1`, maxRetries: 0, timeout: 20 });
    const failure = await failureOf(make(client));
    expect([failure.failure, failure.retry]).toEqual(['provider', undefined]);
  });
});

describe('aiSdk with a provider that refuses in its own form', () => {
  it.each([
    ['a status', refuse(529, { type: 'overloaded_error', message: 'Overloaded' })],
    [
      'the first event of the stream',
      (response: ServerResponse) =>
        sendEvents(response, [{ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }]),
    ],
  ])('an overload of Anthropic, as %s, may be repeated', async (_form, respond) => {
    const failure = await refusalOf(
      (url) => aiSdk({ model: createAnthropic({ apiKey: 'x', baseURL: `${url}/v1` })('claude-sonnet-4-5') }),
      respond,
    );
    expect(failure).toMatchObject({ failure: 'provider', retry: {} });
  });
});
