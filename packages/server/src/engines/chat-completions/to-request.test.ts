import { describe, expect, it } from 'vitest';
import { engineInput, userSays, WEATHER_TOOL } from '../../testing/engine-contract.ts';
import type { EngineMessage } from '../engine.ts';
import type { ChatCompletionsDialect } from './dialect.ts';
import { toRequest } from './to-request.ts';

const words = (value: string) =>
  value === '' ? [] : [{ type: 'text' as const, text: { value, annotations: [] } }];
const assistantSays = (value: string): EngineMessage => ({ role: 'assistant', content: words(value) });
const calls = (text: string, json = '{"city":"Oslo"}'): EngineMessage => ({
  role: 'assistant',
  content: words(text),
  toolCalls: [
    { id: 'call_1', name: 'get_weather', arguments: json },
    { id: 'call_2', name: 'get_weather', arguments: '{}' },
  ],
});
const outputs: readonly EngineMessage[] = [
  { role: 'tool', toolCallId: 'call_1', output: 'rain' },
  { role: 'tool', toolCallId: 'call_2', output: 'sun' },
];
const round = (text: string): readonly EngineMessage[] => [calls(text), ...outputs];

const requestFor = (
  messages: readonly EngineMessage[],
  { dialect, ...input }: Partial<Parameters<typeof toRequest>[0]> & { dialect?: ChatCompletionsDialect } = {},
) => toRequest(engineInput({ messages, ...input }), new Map(), dialect);

describe('token budget', () => {
  const settings = { maxCompletionTokens: 64 };

  it('the token budget is max_completion_tokens unless the dialect sets max_tokens', () => {
    expect(requestFor([], { settings })).toMatchObject({ max_completion_tokens: 64 });
    const older = requestFor([], { settings, dialect: { maxTokensField: 'max_tokens' } });
    expect(older).toMatchObject({ max_tokens: 64 });
    expect(older).not.toHaveProperty('max_completion_tokens');
  });

  it('the token budget is absent without one, whatever the dialect', () => {
    expect(requestFor([], { dialect: { maxTokensField: 'max_tokens' } })).not.toHaveProperty('max_tokens');
  });
});

describe('fields omitted by the dialect', () => {
  const settings = {
    parallelToolCalls: false,
    reasoningEffort: 'low',
    toolChoice: 'required',
    topP: 0.5,
  } as const;
  const strict = { ...WEATHER_TOOL, function: { ...WEATHER_TOOL.function, strict: true } };

  it('fields omitted by the dialect are absent from the request', () => {
    const request = requestFor([], {
      settings,
      tools: [WEATHER_TOOL],
      dialect: { omit: ['stream_options', 'parallel_tool_calls', 'reasoning_effort'] },
    });
    expect(Object.keys(request).toSorted()).toEqual([
      'messages',
      'model',
      'stream',
      'tool_choice',
      'tools',
      'top_p',
    ]);
  });

  it('a dialect can omit fields of tools', () => {
    expect(requestFor([], { tools: [strict] }).tools).toEqual([strict]);
    expect(requestFor([], { tools: [strict], dialect: { omit: ['strict'] } }).tools).toEqual([WEATHER_TOOL]);
  });
});

describe('parameters of a tool', () => {
  it.each([
    ['an empty object as a schema without properties', {}, { type: 'object', properties: {} }],
    ['other schemas unchanged', { type: 'object', required: ['a'] }, { type: 'object', required: ['a'] }],
  ])("a tool's parameters are sent: %s", (_which, parameters, sent) => {
    const tool = { type: 'function' as const, function: { name: 'f', parameters } };
    expect(requestFor([], { tools: [tool] }).tools).toEqual([
      { ...tool, function: { name: 'f', parameters: sent } },
    ]);
  });
});

describe('adjacent user messages', () => {
  it('adjacent user messages are merged', () => {
    expect(requestFor([userSays('one'), userSays('two'), userSays('three')]).messages).toEqual([
      { role: 'user', content: 'one\n\ntwo\n\nthree' },
    ]);
  });

  it('adjacent user messages are merged with their images', () => {
    const picture = { type: 'image_url' as const, image_url: { url: 'https://example.com/a.png' } };
    const seen: EngineMessage = { role: 'user', content: [picture] };
    expect(requestFor([userSays('one'), seen, userSays('two')]).messages).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'one' }, picture, { type: 'text', text: 'two' }] },
    ]);
  });

  it('user messages with a response in between stay separate', () => {
    const roles = requestFor([userSays('one'), assistantSays('Fine.'), userSays('two')]).messages.map(
      ({ role }) => role,
    );
    expect(roles).toEqual(['user', 'assistant', 'user']);
  });
});

describe('instructions', () => {
  const instructions = 'Be kind.';

  it.each<[ChatCompletionsDialect, readonly object[]]>([
    [
      {},
      [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'one' },
      ],
    ],
    [
      { instructions: 'developer' },
      [
        { role: 'developer', content: 'Be kind.' },
        { role: 'user', content: 'one' },
      ],
    ],
    [{ instructions: 'first-user' }, [{ role: 'user', content: 'Be kind.\n\none' }]],
  ])('instructions with the dialect %j are sent as %j', (dialect, messages) => {
    expect(requestFor([userSays('one')], { instructions, dialect }).messages).toEqual(messages);
  });

  it('instructions start the conversation when an assistant message is first and there is no system role', () => {
    const dialect = { instructions: 'first-user' } as const;
    expect(
      requestFor([assistantSays('Hello.'), userSays('one')], { instructions, dialect }).messages,
    ).toEqual([
      { role: 'user', content: 'Be kind.' },
      { role: 'assistant', content: 'Hello.' },
      { role: 'user', content: 'one' },
    ]);
  });
});

describe('tool rounds in the history', () => {
  const history = [userSays('weather?'), ...round('Looking.'), assistantSays('Rain.'), userSays('And now?')];

  it('tool rounds in the history are sent with the tools, and with tool_choice none', () => {
    const request = requestFor(history, { tools: [WEATHER_TOOL], settings: { toolChoice: 'none' } });
    expect(request).toMatchObject({ tools: [WEATHER_TOOL], tool_choice: 'none' });
    expect(request.messages.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'tool',
      'tool',
      'assistant',
      'user',
    ]);
  });

  it('tool rounds in the history are sent without their calls when the run has no tools', () => {
    expect(requestFor(history).messages).toEqual([
      { role: 'user', content: 'weather?' },
      { role: 'assistant', content: 'Looking.\nRain.' },
      { role: 'user', content: 'And now?' },
    ]);
  });

  it('tool rounds without text leave no empty message when their calls are left out', () => {
    const messages = [userSays('weather?'), ...round(''), ...round(''), userSays('Are you there?')];
    expect(requestFor(messages).messages).toEqual([{ role: 'user', content: 'weather?\n\nAre you there?' }]);
  });

  it('calls in the history are sent with valid JSON arguments, whatever the model wrote', () => {
    const [message] = requestFor([calls('', '{"city":"Os')], { tools: [WEATHER_TOOL] }).messages;
    expect(message).toMatchObject({ tool_calls: [{ function: { arguments: '{}' } }, {}] });
  });

  it('calls in the history have unique ids of nine characters when the dialect requires it', () => {
    const later = (id: string): EngineMessage => ({ role: 'tool', toolCallId: id, output: 'snow' });
    const again: EngineMessage = {
      role: 'assistant',
      content: [],
      toolCalls: [{ id: 'call_3', name: 'get_weather', arguments: '{}' }],
    };
    const { messages } = requestFor([...history, again, later('call_3')], {
      tools: [WEATHER_TOOL],
      dialect: { callIds: 'nine-characters' },
    });
    const called = messages.flatMap((message) =>
      message.role === 'assistant' ? (message.tool_calls ?? []).map(({ id }) => id) : [],
    );
    const withOutput = messages.flatMap((message) => (message.role === 'tool' ? [message.tool_call_id] : []));
    expect(called).toEqual(['c00000000', 'c00000001', 'c00000002']);
    expect(withOutput).toEqual(called);
  });
});
