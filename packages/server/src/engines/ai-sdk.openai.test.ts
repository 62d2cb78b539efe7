import type { ServerResponse } from 'node:http';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { RunObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { describeEngine, engineInput, playModelCall } from '../testing/engine-contract.ts';
import { lazyEngine } from '../testing/lazy-engine.ts';
import { type LoopbackProvider, loopbackProvider, sendEvents } from '../testing/loopback-provider.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor } from '../testing/weather-run.ts';
import { aiSdk } from './ai-sdk.ts';

interface ChatBody {
  readonly model: string;
  readonly max_tokens?: number;
  readonly tools?: readonly { readonly function: { readonly name: string } }[];
  readonly tool_choice?: unknown;
  readonly response_format?: object;
  readonly reasoning_effort?: string;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
}

const chunk = (fields: object, more: object = {}): object => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index: 0, delta: {}, finish_reason: null, ...fields }],
  ...more,
});
const usage = { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 };
const completion = (reason: string, ...deltas: readonly object[]) => [
  ...deltas.map((delta) => chunk({ delta })),
  chunk({ finish_reason: reason }),
  { ...chunk({}), choices: [], usage },
  '[DONE]',
];
const callPiece = (fields: object) => ({ tool_calls: [{ index: 0, ...fields }] });
const weather = (id: string, more: object = {}) =>
  callPiece({
    id,
    type: 'function',
    function: { name: 'get_weather', arguments: '{"city":"Oslo"}' },
    ...more,
  });

function cooperative(response: ServerResponse, body: ChatBody): void {
  const outputs = body.messages.flatMap(({ role, content }) => (role === 'tool' ? [String(content)] : []));
  if (body.model === 'unknown-model') {
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ error: { message: 'No model for sk-secret-1234.', code: 'model_not_found' } }),
    );
  } else if (body.max_tokens !== undefined) sendEvents(response, completion('length', { content: 'Cut' }));
  else if (body.messages.at(-1)?.role === 'tool')
    sendEvents(response, completion('stop', { content: `It says: ${outputs.join(', ')}` }));
  else if (!body.tools || body.tool_choice === 'none') {
    sendEvents(
      response,
      completion('stop', { role: 'assistant', content: '' }, { content: 'Hello ' }, { content: 'you.' }),
    );
  } else {
    const calls = body.tools.flatMap(({ function: { name } }, index) => [
      callPiece({ index, id: `call_${index}`, type: 'function', function: { name, arguments: '' } }),
      ...['{"city":', '"Oslo"}'].map((piece) => callPiece({ index, function: { arguments: piece } })),
    ]);
    sendEvents(response, completion('tool_calls', ...calls));
  }
}

const compatible = (provider: LoopbackProvider<unknown>, more: object = {}) =>
  createOpenAICompatible({
    name: 'acme',
    apiKey: 'sk-secret-1234',
    baseURL: `${provider.url}/v1`,
    includeUsage: true,
    ...more,
  });

describeEngine('aiSdk with @ai-sdk/openai-compatible', () =>
  lazyEngine('ai-sdk', async () => aiSdk({ model: compatible(await loopbackProvider(cooperative)) })),
);

async function startRun(
  caller: ReturnType<typeof testServer>['caller'],
  threadId: string,
): Promise<RunObject> {
  const run = await caller.ask('run', 'POST', `/threads/${threadId}/runs`, {
    assistant_id: 'asst_demo',
    tools: [WEATHER],
  });
  return caller.runIn(run, 'requires_action', 'completed', 'failed');
}

async function submit(caller: ReturnType<typeof testServer>['caller'], run: RunObject): Promise<RunObject> {
  const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
  await caller.ask('run', 'POST', path, outputsFor(run, 'rain'));
  return caller.runIn(run, 'requires_action', 'completed', 'failed');
}

describe('an OpenAI-compatible provider', () => {
  it('the model of the run is requested, with the settings that the provider supports', async () => {
    const provider = await loopbackProvider<ChatBody>(cooperative);
    const acme = compatible(provider, { supportsStructuredOutputs: true });
    const schema = { type: 'object', properties: {} };
    await playModelCall(
      aiSdk({ model: acme }),
      engineInput({
        model: 'acme-large',
        settings: {
          reasoningEffort: 'low',
          responseFormat: { type: 'json_schema', json_schema: { name: 'weather', schema } },
        },
      }),
    );
    expect(provider.requests[0]?.body).toMatchObject({
      model: 'acme-large',
      reasoning_effort: 'low',
      response_format: { type: 'json_schema', json_schema: { name: 'weather', schema } },
    });
    expect(provider.requests[0]?.headers.authorization).toBe('Bearer sk-secret-1234');
  });

  it('a setting that the provider does not support is in the log once', async () => {
    const provider = await loopbackProvider<ChatBody>(cooperative);
    const { caller, log } = testServer({ engine: aiSdk({ model: compatible(provider)('m') }) });
    const body = {
      assistant_id: 'asst_demo',
      stream: true,
      response_format: { type: 'json_schema', json_schema: { name: 'weather', schema: { type: 'object' } } },
      thread: { messages: [{ role: 'user', content: 'hello' }] },
    };
    await caller.stream('POST', '/threads/runs', body);
    await caller.stream('POST', '/threads/runs', body);
    expect(provider.requests).toHaveLength(2);
    expect(log).toMatchObject([
      { event: 'model_warned', message: expect.stringMatching(/does not support responseFormat/) },
    ]);
  });

  it('reasoning without a signature is sent back within the run, and the signature of a call in later runs too', async () => {
    const signature = { extra_content: { google: { thought_signature: 'c2lnbmF0dXJl' } } };
    const first = completion(
      'tool_calls',
      { reasoning_content: 'First ' },
      { reasoning_content: 'the city.' },
      weather('call_p', signature),
    );
    const provider = await loopbackProvider<ChatBody>((response, body, index) => {
      if (index === 0) sendEvents(response, first);
      else cooperative(response, { ...body, tools: [], tool_choice: 'none' });
    });
    const { caller } = testServer({ engine: aiSdk({ model: compatible(provider)('m') }) });
    const thread = await caller.newThread('weather?');
    expect(await submit(caller, await startRun(caller, thread.id))).toMatchObject({ status: 'completed' });
    await startRun(caller, thread.id);
    const [, second, third] = provider.requests.map(({ body }) => body.messages);
    expect(second?.[2]).toMatchObject({
      role: 'assistant',
      reasoning_content: 'First the city.',
      tool_calls: [{ id: 'call_p', ...signature }],
    });
    expect(second?.[3]).toMatchObject({ role: 'tool', tool_call_id: 'call_p', content: 'rain' });
    expect(third?.[2]).toMatchObject({ tool_calls: [{ id: 'call_p', ...signature }] });
    expect(third?.[2]).not.toHaveProperty('reasoning_content');
  });

  it('an id that the provider repeats in another model call is replaced', async () => {
    const provider = await loopbackProvider<ChatBody>((response, body, index) => {
      if (index < 2) sendEvents(response, completion('tool_calls', weather('call_0')));
      else cooperative(response, body);
    });
    const { caller } = testServer({ engine: aiSdk({ model: compatible(provider)('m') }) });
    const thread = await caller.newThread('weather?');
    const run = await submit(caller, await submit(caller, await startRun(caller, thread.id)));
    expect(run.status).toBe('completed');
    const sent = provider.requests[2]?.body.messages as readonly {
      readonly tool_calls?: readonly { readonly id: string }[];
      readonly tool_call_id?: string;
    }[];
    const ids = sent.flatMap(({ tool_calls: calls = [] }) => calls.map(({ id }) => id));
    expect(ids).toEqual(['call_0', expect.stringMatching(/^call_.{10,}/)]);
    expect(sent.flatMap(({ tool_call_id: id }) => id ?? [])).toEqual(ids);
  });

  it.each<[string, (response: ServerResponse) => void, object]>([
    [
      'an invalid key',
      (response) =>
        void response.writeHead(401, { 'content-type': 'application/json' }).end(
          JSON.stringify({
            error: { message: 'Incorrect API key provided: sk-secret-1234.', code: 'invalid_api_key' },
          }),
        ),
      {
        failure: 'setup',
        forOperator: expect.stringMatching(/rejected the API key.*401, invalid_api_key, Incorrect/),
      },
    ],
    [
      'an exhausted quota',
      (response) =>
        void response.writeHead(429, { 'content-type': 'application/json' }).end(
          JSON.stringify({
            error: {
              message: 'You exceeded your quota.',
              code: 'insufficient_quota',
              type: 'insufficient_quota',
            },
          }),
        ),
      { code: 'rate_limit_exceeded', failure: 'quota' },
    ],
    [
      'a wrong address',
      (response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>'),
      { failure: 'setup', forOperator: expect.stringMatching(/baseURL of the model's AI SDK provider/) },
    ],
    [
      'a page with status 200',
      (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
      { code: 'server_error', failure: 'provider' },
    ],
    [
      'an error in the stream',
      (response) =>
        sendEvents(response, [
          chunk({ delta: { content: 'Half' } }),
          { error: { message: 'Rate limit reached', code: 429 } },
        ]),
      { code: 'rate_limit_exceeded', failure: undefined },
    ],
    [
      'a chunk that is not JSON',
      (response) => sendEvents(response, ['{"choices": [hello', '[DONE]']),
      { code: 'server_error', failure: 'provider', forOperator: expect.stringMatching(/AI_JSONParseError/) },
    ],
    [
      'an unknown finish reason',
      (response) => sendEvents(response, completion('eaten_by_dog', { content: 'Half' })),
      { code: 'server_error', failure: 'provider', forOperator: expect.stringMatching(/eaten_by_dog/) },
    ],
    [
      'a disconnection',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(`data: ${JSON.stringify(chunk({ delta: { content: 'Half' } }))}\n\n`, () =>
          response.destroy(),
        );
      },
      { code: 'server_error', failure: 'provider', message: expect.stringMatching(/ended before/) },
    ],
  ])('%s fails the run with its kind, after one request', async (_what, respond, expected) => {
    const provider = await loopbackProvider<ChatBody>(respond);
    const engine = aiSdk({ model: compatible(provider)('m') });
    const failure = await playModelCall(engine, engineInput()).catch((error: unknown) => error);
    expect(failure).toMatchObject(expected);
    expect(provider.requests).toHaveLength(1);
    const { forOperator = '', message: shown } = failure as { forOperator?: string; message: string };
    expect(forOperator + shown).not.toMatch(/127\.0\.0\.1|sk-secret|hello/);
  });

  it('aborting closes the request', async () => {
    let closed: () => void = () => {};
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const provider = await loopbackProvider<ChatBody>((response) => {
      response.on('close', closed);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`data: ${JSON.stringify(chunk({ delta: { content: 'Half' } }))}\n\n`);
    });
    const stop = new AbortController();
    const events = aiSdk({ model: compatible(provider)('m') }).generate(engineInput(), stop.signal);
    for await (const _event of events) stop.abort();
    await isClosed;
    expect(stop.signal.aborted).toBe(true);
  });
});

interface ResponsesBody {
  readonly input: readonly { readonly type?: string; readonly [member: string]: unknown }[];
}

describe("OpenAI's Responses API through @ai-sdk/openai", () => {
  const reasoning = { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: null };
  const call = {
    type: 'function_call',
    id: 'fc_1',
    call_id: 'call_openai',
    name: 'get_weather',
    arguments: '{"city":"Oslo"}',
    status: 'completed',
  };
  const created = { type: 'response.created', response: { id: 'resp_1', created_at: 1, model: 'gpt-5' } };
  const done = {
    type: 'response.completed',
    response: { incomplete_details: null, usage: { input_tokens: 7, output_tokens: 3 } },
  };
  const toolRound = [
    created,
    { type: 'response.output_item.added', output_index: 0, item: reasoning },
    { type: 'response.reasoning_summary_part.added', item_id: 'rs_1', output_index: 0, summary_index: 0 },
    {
      type: 'response.reasoning_summary_text.delta',
      item_id: 'rs_1',
      output_index: 0,
      summary_index: 0,
      delta: 'The city.',
    },
    { type: 'response.output_item.done', output_index: 0, item: reasoning },
    { type: 'response.output_item.added', output_index: 1, item: { ...call, arguments: '' } },
    {
      type: 'response.function_call_arguments.delta',
      item_id: 'fc_1',
      output_index: 1,
      delta: call.arguments,
    },
    { type: 'response.output_item.done', output_index: 1, item: call },
    done,
  ];
  const answer = [
    created,
    { type: 'response.output_item.added', output_index: 0, item: { type: 'message', id: 'msg_1' } },
    { type: 'response.output_text.delta', item_id: 'msg_1', output_index: 0, delta: 'Rain.' },
    { type: 'response.output_item.done', output_index: 0, item: { type: 'message', id: 'msg_1' } },
    done,
  ];

  it('items are sent back with their ids within the run, and calls without references in later runs', async () => {
    const provider = await loopbackProvider<ResponsesBody>((response, _body, index) =>
      sendEvents(response, index === 0 ? toolRound : answer),
    );
    const model = createOpenAI({ apiKey: 'x', baseURL: `${provider.url}/v1` })('gpt-5');
    const { caller } = testServer({ engine: aiSdk({ model }) });
    const thread = await caller.newThread('weather?');
    expect(await submit(caller, await startRun(caller, thread.id))).toMatchObject({ status: 'completed' });
    await startRun(caller, thread.id);
    const [, second, third] = provider.requests.map(({ body }) => body.input);
    expect(second?.slice(2)).toMatchObject([
      { type: 'item_reference', id: 'rs_1' },
      { type: 'function_call', call_id: 'call_openai', name: 'get_weather', arguments: '{"city":"Oslo"}' },
      { type: 'function_call_output', call_id: 'call_openai', output: 'rain' },
    ]);
    expect(JSON.stringify(third)).not.toMatch(/rs_1|fc_1|msg_1|item_reference/);
    expect(third?.slice(2, 4)).toMatchObject([
      { type: 'function_call', call_id: 'call_openai' },
      { type: 'function_call_output', call_id: 'call_openai' },
    ]);
  });
});
