import OpenAI from 'openai';
import OpenAI6 from 'openai-6';
import { describe, expect, it } from 'vitest';
import { engineInput, playModelCall, textOf, WEATHER_TOOL } from '../testing/engine-contract.ts';
import { chatCompletions } from './chat-completions.ts';
import { EngineError } from './engine-error.ts';

const frames = (...data: readonly unknown[]): string =>
  data.map((value) => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`).join('');
const choice = (fields: object): object => ({
  object: 'chat.completion.chunk',
  choices: [{ index: 0, ...fields }],
});
const say = (content: unknown): object => choice({ delta: { content } });
const STOP = choice({ delta: {}, finish_reason: 'stop' });
const CALLS_END = choice({ delta: {}, finish_reason: 'tool_calls' });
const piece = (...calls: readonly object[]): object => choice({ delta: { tool_calls: calls } });

const majors = [
  ['the current SDK', OpenAI],
  ['the previous major of the SDK', OpenAI6 as unknown as typeof OpenAI],
] as const;

function play(Client: typeof OpenAI, body: string, type = 'text/event-stream') {
  const client = new Client({
    apiKey: 'sk-secret-key',
    baseURL: 'http://provider.test/v1',
    maxRetries: 0,
    fetch: async () => new Response(body, { headers: { 'content-type': type } }),
  });
  return playModelCall(chatCompletions({ client }), engineInput({ tools: [WEATHER_TOOL] }));
}

const ARGUMENTS = '{"city":"Oslo"}';

describe.each(majors)('chatCompletions with %s', (_name, Client) => {
  it.each<[string, readonly unknown[]]>([
    ['a last chunk with a null delta', [say('Noon.'), choice({ delta: null, finish_reason: 'stop' })]],
    ['a last chunk without a delta', [say('Noon.'), choice({ finish_reason: 'stop' })]],
    [
      'a chunk without a delta before the response',
      [choice({ content_filter_results: {} }), say('Noon.'), STOP],
    ],
    ['a chunk without choices', [say('Noon.'), { id: 'c' }, STOP]],
    ['choices that are null', [say('Noon.'), STOP, { choices: null, usage: { prompt_tokens: 4 } }]],
    ['a message instead of the delta', [choice({ message: { content: 'Noon.' }, finish_reason: 'stop' })]],
    [
      'content as a list of parts',
      [
        say([
          { type: 'text', text: 'No' },
          { type: 'text', text: 'on.' },
        ]),
        STOP,
      ],
    ],
    [
      'null, text, numbers and empty objects in between',
      ['null', '7', '"ping"', '{}', 'no JSON', say('Noon.'), 'null', STOP],
    ],
    ['another finish reason for success', [say('Noon.'), choice({ delta: {}, finish_reason: 'end_turn' })]],
  ])('chatCompletions reads a response with %s', async (_case, chunks) => {
    const events = await play(Client, frames(...chunks, '[DONE]'));
    expect(textOf(events)).toBe('Noon.');
    expect(events.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' });
  });

  it('chatCompletions reads a response without a blank line after its last event', async () => {
    const events = await play(Client, frames(say('Noon.'), STOP).trimEnd());
    expect(textOf(events)).toBe('Noon.');
  });

  it('heartbeats sent as events and comments are skipped', async () => {
    const body = `: hi\n\nevent: ping\ndata: 2026-11-28\n\n${frames(say('No'))}event: ping\n\ndata:\n\n${frames(say('on.'), STOP)}`;
    expect(textOf(await play(Client, body))).toBe('Noon.');
  });

  it('a whole completion is read instead of a stream', async () => {
    const body = JSON.stringify({
      object: 'chat.completion',
      choices: [{ message: { role: 'assistant', content: 'Noon.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 4, completion_tokens: 2, total_tokens: 6 },
    });
    const events = await play(Client, body, 'application/json');
    expect(textOf(events)).toBe('Noon.');
    expect(events.at(-1)).toMatchObject({ usage: { total_tokens: 6 } });
  });

  it.each<[string, readonly object[]]>([
    [
      'whose name comes in the second piece',
      [
        piece({ index: 0, id: 'p' }),
        piece({ index: 0, function: { name: 'get_weather', arguments: ARGUMENTS } }),
      ],
    ],
    [
      'whose name is empty first',
      [
        piece({ index: 0, id: 'p', function: { name: '', arguments: '' } }),
        piece({ index: 0, function: { name: 'get_weather', arguments: ARGUMENTS } }),
      ],
    ],
    [
      'whose name is null first',
      [
        piece({ index: 0, id: 'p', function: { name: null } }),
        piece({ index: 0, function: { name: 'get_weather', arguments: ARGUMENTS } }),
      ],
    ],
    [
      'whose name is split',
      [
        piece({ index: 0, id: 'p', function: { name: 'get_' } }),
        piece({ index: 0, function: { name: 'weather', arguments: ARGUMENTS } }),
      ],
    ],
    [
      'whose name is repeated',
      [
        piece({ index: 0, id: 'p', function: { name: 'get_weather', arguments: '{"city":' } }),
        piece({ index: 0, function: { name: 'get_weather', arguments: '"Oslo"}' } }),
      ],
    ],
    [
      'whose id comes later',
      [
        piece({ index: 0, function: { name: 'get_weather', arguments: '{"city":' } }),
        piece({ index: 0, id: 'p', function: { arguments: '"Oslo"}' } }),
      ],
    ],
    [
      'with a new id in each piece',
      [
        piece({ index: 0, id: 'p1', function: { name: 'get_weather', arguments: '{"city":' } }),
        piece({ index: 0, id: 'p2', function: { arguments: '"Oslo"}' } }),
      ],
    ],
    ['without an index', [piece({ id: 'p', function: { name: 'get_weather', arguments: ARGUMENTS } })]],
    [
      'whose arguments are an object',
      [piece({ index: 0, id: 'p', function: { name: 'get_weather', arguments: { city: 'Oslo' } } })],
    ],
    [
      'as an object instead of a list',
      [
        choice({
          delta: { tool_calls: { id: 'p', function: { name: 'get_weather', arguments: ARGUMENTS } } },
        }),
      ],
    ],
    [
      'as the deprecated function_call',
      [
        choice({ delta: { function_call: { name: 'get_weather', arguments: '{"city":' } } }),
        choice({ delta: { function_call: { arguments: '"Oslo"}' } } }),
      ],
    ],
  ])('one call %s is read', async (_case, chunks) => {
    const events = await play(Client, frames(...chunks, CALLS_END));
    const calls = events.filter((event) => event.type === 'tool-call');
    expect(new Set(calls.map(({ index }) => index))).toEqual(new Set([0]));
    expect(calls.map(({ name }) => name).filter(Boolean)).toEqual(['get_weather']);
    expect(calls.map((call) => call.arguments).join('')).toBe(ARGUMENTS);
    expect(events.at(-1)).toMatchObject({ type: 'finish', reason: 'tool-calls' });
  });

  it('two whole calls in one chunk without index and id are read', async () => {
    const call = (city: string): object => ({
      function: { name: 'get_weather', arguments: JSON.stringify({ city }) },
    });
    const events = await play(Client, frames(piece(call('Oslo'), call('Bergen')), CALLS_END));
    expect(events.filter((event) => event.type === 'tool-call')).toEqual([
      { type: 'tool-call', index: 0, name: 'get_weather', arguments: '{"city":"Oslo"}' },
      { type: 'tool-call', index: 1, name: 'get_weather', arguments: '{"city":"Bergen"}' },
    ]);
  });

  it('an empty entry in the calls is ignored', async () => {
    const events = await play(Client, frames(piece({}), say('No tool is needed.'), STOP));
    expect(textOf(events)).toBe('No tool is needed.');
    expect(events.at(-1)).toMatchObject({ reason: 'stop' });
  });

  it.each<[string, unknown, object]>([
    [
      'numbers as text',
      { prompt_tokens: '5', completion_tokens: '1' },
      { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 },
    ],
    [
      'no total',
      { prompt_tokens: 5, completion_tokens: 1 },
      { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 },
    ],
    [
      'a null count',
      { prompt_tokens: 5, completion_tokens: null, total_tokens: 5 },
      { prompt_tokens: 5, completion_tokens: 0, total_tokens: 5 },
    ],
    [
      'negative and invalid counts',
      { prompt_tokens: -3, completion_tokens: 0.5, total_tokens: 'many' },
      { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
    ],
  ])('usage with %s is normalized', async (_case, usage, counted) => {
    const events = await play(Client, frames(say('Noon.'), STOP, { choices: [], usage }));
    expect(events.at(-1)).toMatchObject({ usage: counted });
  });

  it.each<[string, unknown, string, RegExp]>([
    [
      'an error object with a numeric code',
      { error: { code: 400, message: 'The prompt is too long.' } },
      'invalid_prompt',
      /The prompt is too long/,
    ],
    [
      'a flat error',
      { object: 'error', type: 'BadRequestError', message: 'The prompt is too long.' },
      'invalid_prompt',
      /The prompt is too long/,
    ],
    [
      'an error beside null choices',
      { choices: null, error_type: 'BadRequestError', error_message: 'The prompt is too long.' },
      'invalid_prompt',
      /The prompt is too long/,
    ],
    [
      'too many requests',
      { error: { code: 429, message: 'Too many requests' } },
      'rate_limit_exceeded',
      /limits requests/,
    ],
    [
      'a used up quota',
      { error: { code: 'insufficient_quota', message: 'Pay.' } },
      'rate_limit_exceeded',
      /quota is used up/,
    ],
    [
      'an internal error of the provider',
      { error: { code: 500, message: 'Stack at db01 with sk-secret-key' } },
      'server_error',
      /^The model provider had an error/,
    ],
    [
      'an error that is a text',
      { error: 'Something broke at db01' },
      'server_error',
      /^The model provider had an error/,
    ],
  ])(
    'chatCompletions fails with code and message of %s inside a stream',
    async (_case, error, code, sentence) => {
      const thrown = await play(Client, frames(say('Half'), error)).catch((reason: unknown) => reason);
      expect(thrown).toBeInstanceOf(EngineError);
      expect(thrown).toMatchObject({ code, message: expect.stringMatching(sentence) });
      expect((thrown as EngineError).message).not.toMatch(/db01|sk-secret/);
    },
  );

  it('a named error event is read', async () => {
    const body = `event: error\n${frames({ message: 'The prompt is too long.', type: 'invalid_request_error' })}`;
    await expect(play(Client, body)).rejects.toMatchObject({ code: 'invalid_prompt' });
  });

  it.each<[string, string, string, RegExp]>([
    ['an empty stream', '', 'text/event-stream', /sent an empty response/],
    ['an HTML page', '<html>Log in</html>', 'text/html', /is not an event stream/],
    [
      'an error as JSON',
      '{"error":{"message":"Model gone","code":"model_not_found"}}',
      'application/json',
      /does not have it/,
    ],
    [
      'an end without a finish reason',
      frames(say('Half')),
      'text/event-stream',
      /ended before the response was complete/,
    ],
    [
      'an unknown finish reason',
      frames(say('Half'), choice({ delta: {}, finish_reason: 'weird' })),
      'text/event-stream',
      /reason unknown to this server/,
    ],
    [
      'a number instead of a name',
      frames(piece({ index: 0, id: 'p', function: { name: 7, arguments: '{}' } }), CALLS_END),
      'text/event-stream',
      /without a name/,
    ],
    [
      'arguments of a call without a name',
      frames(piece({ index: 0, id: 'p', function: { arguments: '{}' } }), CALLS_END),
      'text/event-stream',
      /without a name/,
    ],
  ])('chatCompletions throws a clear error for %s', async (_case, body, type, sentence) => {
    await expect(play(Client, body, type)).rejects.toMatchObject({
      message: expect.stringMatching(sentence),
    });
  });
});
