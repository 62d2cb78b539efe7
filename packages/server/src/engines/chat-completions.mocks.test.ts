import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ChatCompletionRequest, type Fixture, LLMock } from '@copilotkit/aimock';
import { createServer as createMockLlm } from '@dwmkerr/mock-llm/dist/server.js';
import OpenAI, { AzureOpenAI } from 'openai';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeEngine, engineInput, playModelCall, textOf, userSays } from '../testing/engine-contract.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor } from '../testing/weather-run.ts';
import { chatCompletions } from './chat-completions.ts';
import type { EngineMessage } from './engine.ts';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';
const PLACE = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const PLACE_FORMAT = {
  type: 'json_schema',
  json_schema: { name: 'place', schema: PLACE, strict: true },
} as const;
const IMAGES: EngineMessage = {
  role: 'user',
  content: [
    { type: 'text', text: { value: 'What is it?', annotations: [] } },
    { type: 'image_file', image_file: { file_id: 'file_1', detail: 'low' } },
    { type: 'image_url', image_url: { url: 'https://images.test/cat.png' } },
  ],
};
const withImages = engineInput({ messages: [IMAGES], resolveImage: async () => PNG });

describe('chatCompletions on aimock', () => {
  const usage = { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 };
  const lastOf = ({ messages }: ChatCompletionRequest) => messages.at(-1);
  const outputsOf = ({ messages }: ChatCompletionRequest) =>
    messages.flatMap(({ role, content }) =>
      role === 'tool' && typeof content === 'string' ? [content] : [],
    );
  const urlsOf = (request: ChatCompletionRequest) =>
    JSON.stringify(lastOf(request)?.content).match(/"url":"[^"]*"/g) ?? [];
  /** The first that matches responds. */
  const fixtures: Fixture[] = [
    {
      match: { userMessage: 'too fast' },
      response: { error: { message: 'Slow down.' }, status: 429, retryAfter: 9 },
    },
    {
      match: { userMessage: 'too much' },
      response: {
        error: { message: 'Pay.', type: 'insufficient_quota', code: 'insufficient_quota' },
        status: 429,
      },
    },
    {
      match: { userMessage: 'harm' },
      response: { content: 'I cannot', finishReason: 'content_filter', usage },
    },
    {
      match: { responseFormat: 'json_schema' },
      response: ({ response_format: format }) => ({
        content: JSON.stringify(format?.['json_schema']),
        usage,
      }),
    },
    {
      match: { predicate: (request) => urlsOf(request).length > 0 },
      response: (request) => ({ content: urlsOf(request).join(' '), usage }),
    },
    {
      match: { predicate: ({ max_completion_tokens: max, max_tokens: older }) => (max ?? older) === 3 },
      response: { content: 'Cut', finishReason: 'length', usage },
    },
    {
      match: { predicate: (request) => lastOf(request)?.role === 'tool' },
      response: (request) => ({ content: `It says: ${outputsOf(request).join(', ')}`, usage }),
    },
    {
      match: { predicate: ({ tools, tool_choice: choice }) => tools !== undefined && choice !== 'none' },
      response: ({ tools }) => ({
        toolCalls: (tools ?? []).map((tool) => ({ name: tool.function.name, arguments: '{"city":"Oslo"}' })),
        reasoning: 'First the city.',
        usage,
      }),
    },
    { match: {}, response: { content: 'Hello you, how are you doing today?', usage } },
  ];
  const upstream = new LLMock({ port: 0, chunkSize: 5 });
  const engine = () => chatCompletions({ apiKey: 'x', baseURL: `${upstream.url}/v1` });

  beforeAll(async () => {
    upstream.addFixtures(fixtures);
    await upstream.start();
  });
  afterAll(() => upstream.stop());

  describeEngine('chatCompletions on aimock', engine);

  it('images are sent, uploaded ones with their data', async () => {
    const text = textOf(await playModelCall(engine(), withImages));
    expect(text).toBe(`"url":"${PNG}" "url":"https://images.test/cat.png"`);
  });

  it('the schema of a structured output is sent whole, and the output arrives as text', async () => {
    const events = await playModelCall(engine(), engineInput({ settings: { responseFormat: PLACE_FORMAT } }));
    expect(JSON.parse(textOf(events))).toEqual(PLACE_FORMAT.json_schema);
    expect(events.at(-1)).toMatchObject({ type: 'finish', reason: 'stop', usage });
  });

  it('a response that a content filter ends has this reason', async () => {
    const events = await playModelCall(engine(), engineInput({ messages: [userSays('harm')] }));
    expect([textOf(events), events.at(-1)]).toMatchObject(['I cannot', { reason: 'content-filter' }]);
  });

  it('a rate limit may be repeated after its delay, a used-up quota must not be', async () => {
    const failing = (text: string) => playModelCall(engine(), engineInput({ messages: [userSays(text)] }));
    await expect(failing('too fast')).rejects.toMatchObject({
      code: 'rate_limit_exceeded',
      retry: { afterMs: 9000 },
    });
    await expect(failing('too much')).rejects.toMatchObject({ failure: 'quota', retry: undefined });
  });

  it.each([
    [
      'openrouter',
      () => chatCompletions({ apiKey: 'x', baseURL: `${upstream.url}/api/v1`, dialect: 'openrouter' }),
    ],
    [
      'azure with a dated api-version',
      () =>
        chatCompletions({
          client: new AzureOpenAI({
            endpoint: upstream.url,
            apiKey: 'x',
            apiVersion: '2024-10-21',
            maxRetries: 0,
          }),
          dialect: 'azure',
        }),
    ],
  ])('a run with a tool round completes in the shape of %s', async (_name, make) => {
    const { caller, faults } = testServer({ engine: make() });
    const thread = await caller.newThread('weather?');
    const body = { assistant_id: 'asst_demo', tools: [WEATHER] };
    const run = await caller.runIn(
      await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, body),
      'requires_action',
    );
    const path = `/threads/${thread.id}/runs/${run.id}/submit_tool_outputs`;
    const ended = await caller.runIn(
      await caller.ask('run', 'POST', path, outputsFor(run, 'rain')),
      'completed',
    );
    expect(ended.usage).toMatchObject({ total_tokens: 20 });
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages`);
    expect(data[0]?.content).toMatchObject([{ text: { value: 'It says: rain' } }]);
    expect(faults).toEqual([]);
  });
});

describe('chatCompletions on mock-llm', () => {
  let http: Server;
  const answer = (content: string) => ({
    status: 200,
    content: `{"id":"chatcmpl-1","model":"{{jmes request body.model}}","choices":[{"message":{"role":"assistant","content":${JSON.stringify(content)}}}]}`,
  });
  /** The last that matches responds; expressions are in JMESPath. */
  const rules = [
    { path: '/v1/chat/completions', response: answer('{{jmes request body.messages[-1].content}}') },
    {
      path: '/v1/chat/completions',
      match: "body.messages[-1].content[?type=='image_url']",
      response: answer(
        "{{jmes request length(body.messages[-1].content[?type=='image_url'])}} images, {{jmes request body.messages[-1].content[?type=='image_url'] | [0].image_url.detail}}",
      ),
    },
    {
      path: '/v1/chat/completions',
      match: "body.response_format.type == 'json_schema'",
      response: answer('The field is {{jmes request body.response_format.json_schema.schema.required[0]}}.'),
    },
    {
      path: '/v1/chat/completions',
      match: "body.messages[-1].content == 'too fast'",
      response: { status: 429, content: '{"error":{"message":"Slow down.","code":"rate_limit_exceeded"}}' },
    },
    {
      path: '/v1/chat/completions',
      match: "body.messages[-1].content == 'wrong'",
      response: {
        status: 400,
        content: '{"error":{"message":"Roles must alternate.","type":"invalid_request_error"}}',
      },
    },
  ];

  beforeAll(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const config = { streaming: { chunkSize: 4, chunkIntervalMs: 0 }, rules };
    // An Express application; the package has no types of Express.
    const application: unknown = createMockLlm(config, '127.0.0.1', 0);
    http = createServer(application as RequestListener).listen(0, '127.0.0.1');
    await once(http, 'listening');
  });
  afterAll(() => {
    vi.restoreAllMocks();
    http.closeAllConnections();
    http.close();
  });

  const play = (input: Parameters<typeof engineInput>[0]) => {
    const baseURL = `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`;
    const client = new OpenAI({ apiKey: 'x', baseURL, maxRetries: 0 });
    return playModelCall(chatCompletions({ client }), engineInput(input));
  };

  it('a text of several chunks arrives whole', async () => {
    const events = await play({ messages: [userSays('Repeat these words, please.')] });
    expect(textOf(events)).toBe('Repeat these words, please.');
    expect(events.filter(({ type }) => type === 'text').length).toBeGreaterThan(3);
    expect(events.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' });
  });

  it('images are sent as parts of the message, with their detail', async () => {
    expect(textOf(await play(withImages))).toBe('2 images, low');
  });

  it('a structured output is requested with its schema', async () => {
    expect(textOf(await play({ settings: { responseFormat: PLACE_FORMAT } }))).toBe('The field is city.');
  });

  it('an error that is sent as a stream fails like its status, and may be repeated if it passes', async () => {
    await expect(play({ messages: [userSays('too fast')] })).rejects.toMatchObject({
      code: 'rate_limit_exceeded',
      retry: {},
    });
    await expect(play({ messages: [userSays('wrong')] })).rejects.toMatchObject({
      code: 'invalid_prompt',
      message: expect.stringMatching(/Roles must alternate/),
      retry: undefined,
    });
  });
});
