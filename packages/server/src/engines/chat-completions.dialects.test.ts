import OpenAI, { AzureOpenAI } from 'openai';
import { describe, expect, it } from 'vitest';
import { type ChatProviderName, chatUpstream } from '../testing/chat-upstream.ts';
import { engineInput, playModelCall, textOf, userSays, WEATHER_TOOL } from '../testing/engine-contract.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor } from '../testing/weather-run.ts';
import {
  type ChatCompletionsDialect,
  type ChatCompletionsOptions,
  chatCompletions,
  chatCompletionsDialects,
} from './chat-completions.ts';
import type { EngineInput, EngineMessage } from './engine.ts';
import type { EngineError } from './engine-error.ts';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';
const FAR = 'https://images.test/cat.png';
const shows = (url: string): EngineMessage => ({
  role: 'user',
  content: [
    { type: 'text', text: { value: 'What is it?', annotations: [] } },
    { type: 'image_url', image_url: { url } },
  ],
});
const NEWS_TOOL = { type: 'function', function: { name: 'get_news', parameters: {} } } as const;
const FORCED = {
  tools: [WEATHER_TOOL, NEWS_TOOL],
  settings: { toolChoice: { type: 'function', function: { name: 'get_weather' } } },
} as const;
/** A run that failed after its tool round, and the next message of the user. */
const FAILED_ROUND: readonly EngineMessage[] = [
  userSays('weather?'),
  { role: 'assistant', content: [], toolCalls: [{ id: 'call_1', name: 'get_weather', arguments: '{}' }] },
  { role: 'tool', toolCallId: 'call_1', output: 'rain' },
  userSays('And now?'),
];

const PATHS: Partial<Record<ChatProviderName, string>> = { azure: '/openai/v1', openrouter: '/api/v1' };

async function engineOf(name: ChatProviderName, dialect: ChatCompletionsOptions['dialect'] = name) {
  const { url, requests } = await chatUpstream(name);
  const baseURL = `${url}${PATHS[name] ?? '/v1'}`;
  const engine = chatCompletions({ apiKey: 'azure-key', baseURL, model: 'our-gpt', dialect });
  return { engine, requests };
}

/** What the provider understood, when it answers in text. */
async function understood(
  name: ChatProviderName,
  input: Partial<EngineInput>,
  dialect?: ChatCompletionsOptions['dialect'],
) {
  const { engine } = await engineOf(name, dialect);
  return JSON.parse(textOf(await playModelCall(engine, engineInput(input)))) as Record<string, unknown>;
}

async function called(
  name: ChatProviderName,
  input: Partial<EngineInput>,
  dialect?: ChatCompletionsOptions['dialect'],
) {
  const { engine } = await engineOf(name, dialect);
  const events = await playModelCall(engine, engineInput(input));
  return events.flatMap((event) => (event.type === 'tool-call' && event.name ? [event.name] : []));
}

async function refusal(
  name: ChatProviderName,
  input: Partial<EngineInput>,
  dialect: ChatCompletionsOptions['dialect'] = {},
) {
  const { engine } = await engineOf(name, dialect);
  const thrown = await playModelCall(engine, engineInput(input)).catch((error: unknown) => error);
  return (thrown as EngineError).message;
}

const names = Object.keys(chatCompletionsDialects) as readonly ChatProviderName[];

describe.each(names)('the dialect of %s', (name) => {
  it('a response is read with its usage, and the budget is understood', async () => {
    const { engine } = await engineOf(name);
    const events = await playModelCall(engine, engineInput({ settings: { maxCompletionTokens: 50 } }));
    expect(JSON.parse(textOf(events))).toMatchObject({ limit: 50 });
    expect(events.at(-1)).toMatchObject({ type: 'finish', reason: 'stop', usage: { total_tokens: 13 } });
  });

  it('a run with a tool round completes, with the reasoning and the ids that the provider expects back', async () => {
    const { engine, requests } = await engineOf(name);
    const { caller, faults, log } = testServer({ engine });
    const thread = await caller.newThread('weather?');
    const body = { assistant_id: 'asst_demo', tools: [WEATHER], max_completion_tokens: 500 };
    const run = await caller.runIn(
      await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, body),
      'requires_action',
    );
    const path = `/threads/${thread.id}/runs/${run.id}/submit_tool_outputs`;
    await caller.runIn(await caller.ask('run', 'POST', path, outputsFor(run, 'rain')), 'completed');
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages`);
    expect(data[0]?.content).toMatchObject([{ type: 'text', text: { value: 'It says: rain' } }]);
    expect([faults, log]).toEqual([[], []]);
    const [, call, output] = requests[1]?.body.messages.slice(-3) ?? [];
    expect(output?.tool_call_id).toBe(call?.tool_calls?.[0]?.id);
  });

  it('a forced function is called, and not another one', async () => {
    expect(await called(name, FORCED)).toEqual(['get_weather']);
  });

  it('with tool_choice none, the answer is text without calls', async () => {
    const { engine } = await engineOf(name);
    const input = engineInput({ tools: [WEATHER_TOOL], settings: { toolChoice: 'none' } });
    const events = await playModelCall(engine, input);
    expect(events.filter(({ type }) => type === 'tool-call')).toEqual([]);
    expect(textOf(events)).toMatch(/^\{"/);
  });

  it('a schema for the response is understood, and so is JSON without one', async () => {
    const schema = { type: 'object', properties: { city: { type: 'string' } } };
    const responseFormat = { type: 'json_schema', json_schema: { name: 'place', schema } } as const;
    expect(await understood(name, { settings: { responseFormat } })).toMatchObject({ schema });
    const anyObject = await understood(name, { settings: { responseFormat: { type: 'json_object' } } });
    expect(anyObject['schema']).toEqual(name === 'lm-studio' ? { type: 'object' } : undefined);
  });

  it('an uploaded image is sent', async () => {
    expect(await understood(name, { messages: [shows(PNG)] })).toMatchObject({ images: 1 });
  });

  it('an image at a URL is sent, or left out with a warning', async () => {
    const { engine } = await engineOf(name);
    const events = await playModelCall(engine, engineInput({ messages: [shows(FAR)] }));
    const warnings = events.filter(({ type }) => type === 'warning');
    expect(JSON.parse(textOf(events))).toMatchObject({ images: 1 - warnings.length });
    expect(warnings).toHaveLength(chatCompletionsDialects[name].imageUrls === 'data' ? 1 : 0);
  });

  it('every reasoning effort is accepted', async () => {
    for (const reasoningEffort of ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one upstream after the other
      expect(await understood(name, { settings: { reasoningEffort } })).toHaveProperty('effort');
    }
  });

  it('a user message after the tool round of a failed run is accepted', async () => {
    const { engine } = await engineOf(name);
    const input = engineInput({ messages: FAILED_ROUND, tools: [WEATHER_TOOL] });
    expect((await playModelCall(engine, input)).at(-1)).toMatchObject({ type: 'finish' });
  });
});

describe('what a provider refuses or ignores without its dialect', () => {
  it.each<[ChatProviderName, Partial<EngineInput>, RegExp]>([
    ['ollama', { messages: [shows(FAR)] }, /invalid image input/],
    ['ollama', { settings: { reasoningEffort: 'minimal' } }, /invalid reasoning value/],
    ['lm-studio', FORCED, /Invalid tool_choice type/],
    ['lm-studio', { settings: { responseFormat: { type: 'json_object' } } }, /'json_schema' or 'text'/],
    ['lm-studio', { messages: [shows(FAR)] }, /base64 encoded image/],
    ['mistral', {}, /Extra inputs are not permitted \(stream_options\)/],
  ])('%s refuses the request, and the run tells why', async (name, input, message) => {
    expect(await refusal(name, input)).toMatch(message);
  });

  it('mistral refuses other ids of calls, and a user message after outputs', async () => {
    const mistral = chatCompletionsDialects.mistral;
    const input = { messages: FAILED_ROUND, tools: [WEATHER_TOOL] };
    expect(await refusal('mistral', input, { ...mistral, afterTools: 'any' })).toMatch(
      /Unexpected role 'user'/,
    );
    expect(await refusal('mistral', input, { ...mistral, callIds: 'own' })).toMatch(/length of 9/);
  });

  it.each(['ollama', 'vllm', 'lm-studio', 'llama.cpp', 'openrouter'] as const)(
    '%s does not see max_completion_tokens',
    async (name) => {
      expect(await understood(name, { settings: { maxCompletionTokens: 50 } }, {})).not.toHaveProperty(
        'limit',
      );
    },
  );

  it.each(['ollama', 'llama.cpp'] as const)('%s calls any function when one is forced', async (name) => {
    expect(await called(name, FORCED, {})).toEqual(['get_news']);
  });

  it('ollama and llama.cpp call tools although the choice is none', async () => {
    const input = { tools: [WEATHER_TOOL], settings: { toolChoice: 'none' } } as const;
    expect(await called('ollama', input, {})).toEqual(['get_weather']);
    const { engine } = await engineOf('llama.cpp', {});
    expect(textOf(await playModelCall(engine, engineInput(input)))).toContain('<tool_call>');
  });

  it('openrouter does not see reasoning_effort', async () => {
    const settings = { reasoningEffort: 'low' } as const;
    expect(await understood('openrouter', { settings }, {})).not.toHaveProperty('effort');
  });
});

describe('Azure OpenAI', () => {
  it('a client with a dated api-version sends it with the deployment and the key', async () => {
    const { url, requests } = await chatUpstream('azure');
    const client = new AzureOpenAI({
      endpoint: url,
      apiKey: 'azure-key',
      apiVersion: '2024-10-21',
      maxRetries: 0,
    });
    const engine = chatCompletions({ client, dialect: 'azure' });
    expect(textOf(await playModelCall(engine, engineInput({ model: 'our-gpt' })))).not.toBe('');
    expect(requests[0]?.path).toBe('/openai/deployments/our-gpt/chat/completions?api-version=2024-10-21');
    expect(requests[0]?.headers['api-key']).toBe('azure-key');
  });

  it.each<[string, Partial<ChatCompletionsOptions> & { readonly apiKey: string }, object]>([
    [
      'an unknown deployment',
      { apiKey: 'azure-key', model: 'other' },
      { failure: 'setup', message: expect.stringMatching(/does not have it/) },
    ],
    [
      'a wrong key',
      { apiKey: 'wrong' },
      { failure: 'setup', message: expect.stringMatching(/rejected this server's key/) },
    ],
  ])('%s fails the run as setup', async (_what, options, expected) => {
    const { url } = await chatUpstream('azure');
    const engine = chatCompletions({
      baseURL: `${url}/openai/v1`,
      model: 'our-gpt',
      dialect: 'azure',
      ...options,
    });
    await expect(playModelCall(engine, engineInput())).rejects.toMatchObject(expected);
  });

  it('a prompt that its content filter refuses fails the run with the reason', async () => {
    expect(await refusal('azure', { messages: [userSays('harm')] }, 'azure')).toMatch(
      /content management policy/,
    );
  });
});

describe('dialect', () => {
  it('an unknown member of a dialect is refused with the known ones', () => {
    const dialect = { maxTokenField: 'max_tokens' } as ChatCompletionsDialect;
    expect(() => chatCompletions({ apiKey: 'none', dialect })).toThrow(
      /^dialect of chatCompletions has no member "maxTokenField"\. There are: maxTokensField, omit, /,
    );
  });

  it('an unknown name is refused with the known ones', () => {
    const dialect = 'olama' as 'ollama';
    expect(() => chatCompletions({ apiKey: 'x', dialect })).toThrow(
      /"olama"\. Set it to azure, llama\.cpp, .*vllm/,
    );
    expect(() => chatCompletions({ apiKey: 'x', dialect: 'toString' as 'ollama' })).toThrow(RangeError);
  });

  it('a known dialect can be changed', async () => {
    const { engine, requests } = await engineOf('ollama', {
      ...chatCompletionsDialects.ollama,
      instructions: 'first-user',
    });
    await playModelCall(engine, engineInput({ instructions: 'Be kind.' }));
    expect(requests[0]?.body.messages).toEqual([{ role: 'user', content: 'Be kind.\n\nhello' }]);
  });

  it('a client of the app takes a dialect too', async () => {
    const { url, requests } = await chatUpstream('mistral');
    const client = new OpenAI({ apiKey: 'x', baseURL: `${url}/v1`, maxRetries: 0 });
    await playModelCall(chatCompletions({ client, dialect: 'mistral' }), engineInput());
    expect(requests[0]?.body).not.toHaveProperty('stream_options');
  });
});
