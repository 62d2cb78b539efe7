import type { ServerResponse } from 'node:http';
import { createAnthropic } from '@ai-sdk/anthropic';
import type { RunObject } from '@threadkit/core/api';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { describeEngine, engineInput, playModelCall, WEATHER_TOOL } from '../testing/engine-contract.ts';
import { lazyEngine } from '../testing/lazy-engine.ts';
import { type LoopbackProvider, loopbackProvider, sendEvents } from '../testing/loopback-provider.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor } from '../testing/weather-run.ts';
import { type AiSdkOptions, aiSdk } from './ai-sdk.ts';

interface Block {
  readonly type: string;
  readonly [member: string]: unknown;
}

interface Body {
  readonly model: string;
  readonly max_tokens: number;
  readonly messages: readonly { readonly role: string; readonly content: readonly Block[] }[];
  readonly tools?: readonly { readonly name: string }[];
  readonly tool_choice?: { readonly type: string };
  readonly thinking?: object;
}

/** The events of one content block, as the Messages API streams it. */
function block(index: number, start: Block, ...deltas: readonly Block[]): object[] {
  return [
    { type: 'content_block_start', index, content_block: start },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ];
}

const text = (index: number, ...pieces: readonly string[]) =>
  block(index, { type: 'text', text: '' }, ...pieces.map((piece) => ({ type: 'text_delta', text: piece })));
const thinking = (index: number, signature: string, ...pieces: readonly string[]) =>
  block(
    index,
    { type: 'thinking', thinking: '', signature: '' },
    ...pieces.map((piece) => ({ type: 'thinking_delta', thinking: piece })),
    { type: 'signature_delta', signature },
  );
const toolUse = (index: number, id: string, name: string, ...json: readonly string[]) =>
  block(
    index,
    { type: 'tool_use', id, name, input: {} },
    ...json.map((piece) => ({ type: 'input_json_delta', partial_json: piece })),
  );

function message(stopReason: string, ...blocks: readonly (readonly object[])[]): object[] {
  return [
    {
      type: 'message_start',
      message: {
        id: 'msg_01',
        type: 'message',
        role: 'assistant',
        model: 'claude-sonnet-4-5',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: {
          input_tokens: 20,
          cache_read_input_tokens: 5,
          cache_creation_input_tokens: 0,
          output_tokens: 1,
        },
      },
    },
    { type: 'ping' },
    ...blocks.flat(),
    {
      type: 'message_delta',
      delta: { stop_reason: stopReason, stop_sequence: null },
      usage: { output_tokens: 9 },
    },
    { type: 'message_stop' },
  ];
}

function cooperative(response: ServerResponse, body: Body): void {
  const outputs = (body.messages.at(-1)?.content ?? []).filter(({ type }) => type === 'tool_result');
  if (body.model === 'unknown-model') {
    const error = { type: 'not_found_error', message: 'model: unknown-model, for sk-ant-secret' };
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ type: 'error', error }));
  } else if (body.max_tokens === 3) sendEvents(response, message('max_tokens', text(0, 'Cut')));
  else if (outputs.length > 0) {
    const said = outputs.map(({ content }) => JSON.stringify(content)).join(', ');
    sendEvents(response, message('end_turn', text(0, 'It says: ', said)));
  } else if (!body.tools || body.tool_choice?.type === 'none') {
    sendEvents(response, message('end_turn', text(0, 'Hello', ' ', 'you', '.')));
  } else {
    const calls = body.tools.map(({ name }, index) =>
      toolUse(index, `toolu_0${index + 1}`, name, '{"city":', '"Oslo"}'),
    );
    sendEvents(response, message('tool_use', ...calls));
  }
}

const anthropicOn = (provider: LoopbackProvider<Body>) =>
  createAnthropic({ apiKey: 'sk-ant-secret', baseURL: `${provider.url}/v1` });
const claude = (provider: LoopbackProvider<Body>) => anthropicOn(provider)('claude-sonnet-4-5');

describeEngine('aiSdk with @ai-sdk/anthropic', () =>
  lazyEngine('ai-sdk', async () => aiSdk({ model: anthropicOn(await loopbackProvider(cooperative)) })),
);

const THINKING: Partial<AiSdkOptions> = {
  providerOptions: { anthropic: { thinking: { type: 'enabled', budgetTokens: 1024 } } },
};

/** A provider that plays the nth response to the nth request. */
async function conversation(
  responses: readonly (readonly object[])[],
  options: Partial<AiSdkOptions> = THINKING,
) {
  const provider = await loopbackProvider<Body>((response, _body, index) =>
    sendEvents(response, responses[Math.min(index, responses.length - 1)] ?? []),
  );
  const server = testServer({ engine: aiSdk({ model: claude(provider), ...options }) });
  const { caller } = server;
  const runs = (threadId: string) => `/threads/${threadId}/runs`;
  return {
    ...server,
    requests: provider.requests,
    async start(threadId: string): Promise<RunObject> {
      const run = await caller.ask('run', 'POST', runs(threadId), {
        assistant_id: 'asst_demo',
        tools: [WEATHER],
      });
      return caller.runIn(run, 'requires_action', 'completed', 'failed');
    },
    async submit(run: RunObject, output: string): Promise<RunObject> {
      const path = `${runs(run.thread_id)}/${run.id}/submit_tool_outputs`;
      await caller.ask('run', 'POST', path, outputsFor(run, output));
      return caller.runIn(run, 'requires_action', 'completed', 'failed');
    },
  };
}

describe('thinking of Claude', () => {
  it('thinking with its signatures is sent back within the run over two tool rounds, and not in the next run', async () => {
    const { caller, start, submit, requests, log } = await conversation([
      message(
        'tool_use',
        thinking(0, 'c2lnbmF0dXJlLTE=', 'First the ', 'city.'),
        block(1, { type: 'redacted_thinking', data: 'ZW5jcnlwdGVk' }),
        text(2, 'I look it up.'),
        toolUse(3, 'toolu_01', 'get_weather', '{"city":', '"Oslo"}'),
      ),
      message(
        'tool_use',
        thinking(0, 'c2lnbmF0dXJlLTI=', 'Now Bergen.'),
        toolUse(1, 'toolu_02', 'get_weather', '{"city":"Bergen"}'),
      ),
      message('end_turn', text(0, 'Rain in both.')),
    ]);
    const thread = await caller.newThread('weather in Oslo and Bergen?');
    const first = await start(thread.id);
    expect(first.required_action?.submit_tool_outputs.tool_calls).toMatchObject([
      { function: { name: 'get_weather', arguments: '{"city":"Oslo"}' } },
    ]);
    const second = await submit(first, 'rain');
    const run = await submit(second, 'drizzle');
    expect(run.status).toBe('completed');
    expect(run.usage).toMatchObject({ prompt_tokens: 75, completion_tokens: 27 });

    const round = [
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'First the city.', signature: 'c2lnbmF0dXJlLTE=' },
          { type: 'redacted_thinking', data: 'ZW5jcnlwdGVk' },
          { type: 'text', text: 'I look it up.' },
          { type: 'tool_use', id: 'toolu_01', name: 'get_weather', input: { city: 'Oslo' } },
        ],
      },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_01', content: 'rain' }] },
    ];
    expect(requests[0]?.body.thinking).toMatchObject({ type: 'enabled', budget_tokens: 1024 });
    expect(requests[1]?.body.messages.slice(1)).toEqual(round);
    expect(requests[2]?.body.messages.slice(1)).toEqual([
      ...round,
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'Now Bergen.', signature: 'c2lnbmF0dXJlLTI=' },
          { type: 'tool_use', id: 'toolu_02', name: 'get_weather', input: { city: 'Bergen' } },
        ],
      },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_02', content: 'drizzle' }] },
    ]);

    await start(thread.id);
    const later = requests[3]?.body.messages ?? [];
    expect(JSON.stringify(later)).not.toMatch(/thinking|c2lnbmF0dXJl|ZW5jcnlwdGVk/);
    // The ids of the provider are kept as long as the thread.
    expect(later.flatMap(({ content }) => content.flatMap(({ id }) => id ?? []))).toEqual([
      'toolu_01',
      'toolu_02',
    ]);

    const steps = await (await caller.send('GET', `/threads/${thread.id}/runs/${run.id}/steps`)).text();
    const messages = await (await caller.send('GET', `/threads/${thread.id}/messages`)).text();
    expect(steps + messages + JSON.stringify(log)).not.toMatch(/c2lnbmF0dXJl|ZW5jcnlwdGVk|toolu_/);
  });

  it('thinking of another model is not sent', async () => {
    const provider = await loopbackProvider<Body>((response, body, index) => {
      if (index === 0) {
        sendEvents(
          response,
          message('tool_use', thinking(0, 'c2ln', 'Hm.'), toolUse(1, 'toolu_01', 'get_weather', '{}')),
        );
      } else cooperative(response, body);
    });
    let name = 'claude-sonnet-4-5';
    const anthropic = createAnthropic({ apiKey: 'x', baseURL: `${provider.url}/v1` });
    const { caller } = testServer({ engine: aiSdk({ model: () => anthropic(name) }) });
    const thread = await caller.newThread('weather?');
    const path = `/threads/${thread.id}/runs`;
    const run = await caller.runIn(
      await caller.ask('run', 'POST', path, { assistant_id: 'asst_demo', tools: [WEATHER] }),
      'requires_action',
    );
    name = 'claude-opus-4-1';
    await caller.ask('run', 'POST', `${path}/${run.id}/submit_tool_outputs`, outputsFor(run, 'rain'));
    await caller.runIn(run, 'completed');
    expect(JSON.stringify(provider.requests[1]?.body)).not.toMatch(/c2ln|Hm\.|toolu_01/);
  });
});

describe('hosted tools of Claude', () => {
  const SEARCH = [
    ...block(
      0,
      { type: 'server_tool_use', id: 'srvtoolu_01', name: 'web_search', input: {} },
      { type: 'input_json_delta', partial_json: '{"query":"weather Oslo"}' },
    ),
    ...block(1, {
      type: 'web_search_tool_result',
      tool_use_id: 'srvtoolu_01',
      content: [
        {
          type: 'web_search_result',
          url: 'https://yr.no/oslo',
          title: 'Oslo',
          encrypted_content: 'ZW5j',
          page_age: null,
        },
      ],
    }),
  ];
  const { tools } = createAnthropic({ apiKey: 'x' });
  const OPTIONS: Partial<AiSdkOptions> = {
    hostedTools: { web_search: tools.webSearch_20250305({ maxUses: 1 }) },
  };

  it('a web search is a step of its own with executed_by, and its text follows', async () => {
    const { caller, start, requests } = await conversation(
      [message('end_turn', SEARCH, text(2, 'Rain.'))],
      OPTIONS,
    );
    const thread = await caller.newThread('weather?');
    const run = await start(thread.id);
    expect(run.status).toBe('completed');
    expect(requests[0]?.body.tools).toMatchObject([{ name: 'get_weather' }, { type: 'web_search_20250305' }]);
    const { data } = await caller.ask('steps', 'GET', `/threads/${thread.id}/runs/${run.id}/steps?order=asc`);
    expect(data.map(({ step_details: details }) => details)).toMatchObject([
      {
        type: 'tool_calls',
        tool_calls: [
          {
            type: 'function',
            executed_by: 'provider',
            function: {
              name: 'web_search',
              arguments: '{"query":"weather Oslo"}',
              output: expect.stringContaining('https://yr.no/oslo'),
            },
          },
        ],
      },
      { type: 'message_creation' },
    ]);
  });

  it('a web search before a function call is sent back with its result', async () => {
    const { caller, start, submit, requests } = await conversation(
      [
        message('tool_use', SEARCH, toolUse(2, 'toolu_01', 'get_weather', '{"city":"Oslo"}')),
        message('end_turn', text(0, 'Rain.')),
      ],
      OPTIONS,
    );
    const thread = await caller.newThread('weather?');
    const run = await submit(await start(thread.id), 'rain');
    expect(run.status).toBe('completed');
    expect(requests[1]?.body.messages[1]?.content).toMatchObject([
      { type: 'server_tool_use', id: 'srvtoolu_01', name: 'web_search', input: { query: 'weather Oslo' } },
      {
        type: 'web_search_tool_result',
        tool_use_id: 'srvtoolu_01',
        content: [{ url: 'https://yr.no/oslo', encrypted_content: 'ZW5j' }],
      },
      { type: 'tool_use', id: 'toolu_01' },
    ]);
  });
});

describe('errors of the Messages API', () => {
  const respondWith =
    (status: number, error: object, headers: Record<string, string> = {}) =>
    (response: ServerResponse) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify({ type: 'error', error }));
    };

  it.each<[string, (response: ServerResponse) => void, object]>([
    [
      'an invalid key',
      respondWith(401, { type: 'authentication_error', message: 'invalid x-api-key' }),
      {
        code: 'server_error',
        failure: 'setup',
        forOperator: expect.stringMatching(/apiKey of the model's AI SDK/),
      },
    ],
    [
      'an unknown model',
      respondWith(404, { type: 'not_found_error', message: 'model: claude-sonnet-4-5' }),
      {
        code: 'server_error',
        failure: 'setup',
        message: expect.stringMatching(/choose another model/),
        forOperator: expect.stringMatching(/"claude-sonnet-4-5".*model of aiSdk/),
      },
    ],
    [
      'no credit',
      respondWith(400, {
        type: 'invalid_request_error',
        message: 'Your credit balance is too low to access the Anthropic API.',
      }),
      { code: 'rate_limit_exceeded', failure: 'quota' },
    ],
    [
      'a rate limit',
      respondWith(429, { type: 'rate_limit_error', message: 'Too many' }, { 'retry-after': '7' }),
      { code: 'rate_limit_exceeded', failure: undefined, message: expect.stringMatching(/in 7 s/) },
    ],
    [
      'an overload',
      respondWith(529, { type: 'overloaded_error', message: 'Overloaded' }),
      { code: 'server_error', failure: 'provider' },
    ],
    [
      'a refused request',
      respondWith(400, { type: 'invalid_request_error', message: 'prompt is too long' }),
      { code: 'invalid_prompt', failure: undefined, message: expect.stringMatching(/prompt is too long/) },
    ],
    [
      'a page of a proxy',
      (response) => void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
      { code: 'server_error', failure: 'provider', message: expect.not.stringContaining('Bad') },
    ],
    [
      'an overload in the stream',
      (response) =>
        sendEvents(response, [
          ...message('end_turn', text(0, 'Half')).slice(0, 4),
          { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
        ]),
      { code: 'server_error', failure: 'provider', forOperator: expect.stringMatching(/529/) },
    ],
    [
      'an end in the middle',
      (response) => sendEvents(response, message('end_turn', text(0, 'Half')).slice(0, 4)),
      { code: 'server_error', failure: 'provider', message: expect.stringMatching(/connection .* ended/) },
    ],
  ])('%s fails the run with its kind, after one request', async (_what, respond, expected) => {
    const provider = await loopbackProvider<Body>(respond);
    const engine = aiSdk({ model: claude(provider) });
    const failure = await playModelCall(engine, engineInput({ tools: [WEATHER_TOOL] })).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject(expected);
    expect(provider.requests).toHaveLength(1);
    const { forOperator = '', message: shown } = failure as { forOperator?: string; message: string };
    expect(forOperator + shown).not.toMatch(/127\.0\.0\.1|sk-ant|hello/);
  });

  it('a missing key is an error of the setup', async () => {
    vi.stubEnv('ANTHROPIC_API_KEY', undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    const model = createAnthropic({ baseURL: 'http://127.0.0.1:1/v1' })('claude-sonnet-4-5');
    const failure = await playModelCall(aiSdk({ model }), engineInput()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ failure: 'setup', forOperator: expect.stringMatching(/key or setting/) });
  });

  it('a provider that does not listen is an error of the provider', async () => {
    const model = createAnthropic({ baseURL: 'http://127.0.0.1:1/v1', apiKey: 'x' })('claude-sonnet-4-5');
    const failure = await playModelCall(aiSdk({ model }), engineInput()).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      failure: 'provider',
      forOperator: expect.stringMatching(
        /^The model provider at 127\.0\.0\.1:1 cannot be reached.*baseURL of the model's AI SDK provider/,
      ),
    });
  });
});
