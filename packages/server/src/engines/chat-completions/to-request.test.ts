import { describe, expect, it } from 'vitest';
import type { EngineMessage } from '../engine.ts';
import { engineInput, userSays, WEATHER_TOOL } from '../engine-contract.ts';
import type { ChatCompletionsDialect } from './dialect.ts';
import { toRequest } from './to-request.ts';

const words = (value: string) =>
  value === '' ? [] : [{ type: 'text' as const, text: { value, annotations: [] } }];
const assistantSays = (value: string): EngineMessage => ({ role: 'assistant', content: words(value) });
const calls = (said: string, json = '{"city":"Oslo"}'): EngineMessage => ({
  role: 'assistant',
  content: words(said),
  toolCalls: [
    { id: 'call_1', name: 'get_weather', arguments: json },
    { id: 'call_2', name: 'get_weather', arguments: '{}' },
  ],
});
const outputs: readonly EngineMessage[] = [
  { role: 'tool', toolCallId: 'call_1', output: 'rain' },
  { role: 'tool', toolCallId: 'call_2', output: 'sun' },
];
const round = (said: string): readonly EngineMessage[] => [calls(said), ...outputs];

const asked = (
  messages: readonly EngineMessage[],
  { dialect, ...input }: Partial<Parameters<typeof toRequest>[0]> & { dialect?: ChatCompletionsDialect } = {},
) => toRequest(engineInput({ messages, ...input }), new Map(), dialect);

describe('the token budget', () => {
  const settings = { maxCompletionTokens: 64 };

  it('is max_completion_tokens unless the dialect says max_tokens', () => {
    expect(asked([], { settings })).toMatchObject({ max_completion_tokens: 64 });
    const older = asked([], { settings, dialect: { maxTokensField: 'max_tokens' } });
    expect(older).toMatchObject({ max_tokens: 64 });
    expect(older).not.toHaveProperty('max_completion_tokens');
  });

  it('is left out without a budget, whatever the dialect', () => {
    expect(asked([], { dialect: { maxTokensField: 'max_tokens' } })).not.toHaveProperty('max_tokens');
  });
});

describe('fields that the dialect omits', () => {
  const settings = {
    parallelToolCalls: false,
    reasoningEffort: 'low',
    toolChoice: 'required',
    topP: 0.5,
  } as const;
  const strict = { ...WEATHER_TOOL, function: { ...WEATHER_TOOL.function, strict: true } };

  it('are left out, and the others stay', () => {
    const request = asked([], {
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

  it('are those of tools too', () => {
    expect(asked([], { tools: [strict] }).tools).toEqual([strict]);
    expect(asked([], { tools: [strict], dialect: { omit: ['strict'] } }).tools).toEqual([WEATHER_TOOL]);
  });
});

describe('parameters of a tool', () => {
  it.each([
    ['empty ones as an object without members', {}, { type: 'object', properties: {} }],
    ['others as they are', { type: 'object', required: ['a'] }, { type: 'object', required: ['a'] }],
  ])('are sent: %s', (_which, parameters, sent) => {
    const tool = { type: 'function' as const, function: { name: 'f', parameters } };
    expect(asked([], { tools: [tool] }).tools).toEqual([
      { ...tool, function: { name: 'f', parameters: sent } },
    ]);
  });
});

describe('user messages in a row', () => {
  it('are sent as one', () => {
    expect(asked([userSays('one'), userSays('two'), userSays('three')]).messages).toEqual([
      { role: 'user', content: 'one\n\ntwo\n\nthree' },
    ]);
  });

  it('are sent as one with the pictures of each', () => {
    const picture = { type: 'image_url' as const, image_url: { url: 'https://example.com/a.png' } };
    const seen: EngineMessage = { role: 'user', content: [picture] };
    expect(asked([userSays('one'), seen, userSays('two')]).messages).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'one' }, picture, { type: 'text', text: 'two' }] },
    ]);
  });

  it('stay apart with an answer between them', () => {
    const roles = asked([userSays('one'), assistantSays('Fine.'), userSays('two')]).messages.map(
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
  ])('with the dialect %j are %j', (dialect, messages) => {
    expect(asked([userSays('one')], { instructions, dialect }).messages).toEqual(messages);
  });

  it('begin the conversation where an assistant spoke first and there is no system role', () => {
    const dialect = { instructions: 'first-user' } as const;
    expect(asked([assistantSays('Hello.'), userSays('one')], { instructions, dialect }).messages).toEqual([
      { role: 'user', content: 'Be kind.' },
      { role: 'assistant', content: 'Hello.' },
      { role: 'user', content: 'one' },
    ]);
  });
});

describe('rounds of tools in the history', () => {
  const history = [userSays('weather?'), ...round('Looking.'), assistantSays('Rain.'), userSays('And now?')];

  it('are sent with the tools, and with the choice none', () => {
    const request = asked(history, { tools: [WEATHER_TOOL], settings: { toolChoice: 'none' } });
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

  it('are told without their calls where the run has no tool', () => {
    expect(asked(history).messages).toEqual([
      { role: 'user', content: 'weather?' },
      { role: 'assistant', content: 'Looking.\nRain.' },
      { role: 'user', content: 'And now?' },
    ]);
  });

  it('leave no empty message behind where nothing was said with the calls', () => {
    const messages = [userSays('weather?'), ...round(''), ...round(''), userSays('Are you there?')];
    expect(asked(messages).messages).toEqual([{ role: 'user', content: 'weather?\n\nAre you there?' }]);
  });

  it('are sent with arguments that are JSON, also where the model wrote others', () => {
    const [message] = asked([calls('', '{"city":"Os')], { tools: [WEATHER_TOOL] }).messages;
    expect(message).toMatchObject({ tool_calls: [{ function: { arguments: '{}' } }, {}] });
  });

  it('have ids of nine characters where the dialect asks for them, each its own', () => {
    const later = (id: string): EngineMessage => ({ role: 'tool', toolCallId: id, output: 'snow' });
    const again: EngineMessage = {
      role: 'assistant',
      content: [],
      toolCalls: [{ id: 'call_3', name: 'get_weather', arguments: '{}' }],
    };
    const { messages } = asked([...history, again, later('call_3')], {
      tools: [WEATHER_TOOL],
      dialect: { callIds: 'nine-characters' },
    });
    const called = messages.flatMap((message) =>
      message.role === 'assistant' ? (message.tool_calls ?? []).map(({ id }) => id) : [],
    );
    const answered = messages.flatMap((message) => (message.role === 'tool' ? [message.tool_call_id] : []));
    expect(called).toEqual(['c00000000', 'c00000001', 'c00000002']);
    expect(answered).toEqual(called);
  });
});
