import OpenAI from 'openai';
import OpenAI6 from 'openai-6';
import { describe, expect, it } from 'vitest';
import { engineInput, playModelCall, textOf, WEATHER_TOOL } from '../testing/engine-contract.ts';
import { calls, eventsOf, says, thinks, toStream, UPSTREAM_USAGE } from '../testing/responses-upstream.ts';
import { EngineError } from './engine-error.ts';
import { responses } from './responses.ts';

// The engine imports the current major; an app may pass a client of another one.
const majors = [
  ['the current SDK', OpenAI],
  ['the previous major of the SDK', OpenAI6 as unknown as typeof OpenAI],
] as const;

function play(
  Client: typeof OpenAI,
  body: string,
  { type = 'text/event-stream', status = 200, headers = {} } = {},
) {
  const client = new Client({
    apiKey: 'sk-secret-key',
    baseURL: 'http://provider.test/v1',
    maxRetries: 0,
    fetch: async () => new Response(body, { status, headers: { 'content-type': type, ...headers } }),
  });
  return playModelCall(responses({ client }), engineInput({ tools: [WEATHER_TOOL] }));
}

async function refusalOf(...args: Parameters<typeof play>): Promise<EngineError> {
  const thrown: unknown = await play(...args).catch((error: unknown) => error);
  if (!(thrown instanceof EngineError)) throw new Error(`No refusal: ${String(thrown)}`);
  return thrown;
}

type Event = Readonly<Record<string, unknown>>;
const events = (...output: Parameters<typeof eventsOf>[0]) => eventsOf(output) as Event[];
const without =
  (member: string) =>
  (event: Event): Event => {
    const { [member]: _dropped, ...rest } = event;
    return rest;
  };
const isOf = (pattern: RegExp) => (event: Event) => pattern.test(String(event['type']));
const END = events().at(-1) ?? {};
const SEPARATOR = 'U+2028 \u2028 and U+2029 \u2029.';

describe.each(majors)('responses with %s', (_name, Client) => {
  const noon = () => events(thinks('rs_1', 'Think.'), says('It is noon.'));
  const text = 'It is noon.';

  it.each<[string, readonly Event[]]>([
    ['no output indexes', noon().map(without('output_index'))],
    ['no item ids', noon().map(without('item_id'))],
    [
      'neither output indexes nor item ids',
      noon()
        .map(without('item_id'))
        .map(without('output_index'))
        .map((event) =>
          'item' in event ? { ...event, item: without('id')(event['item'] as Event) } : event,
        ),
    ],
    ['a new item id with every event', noon().map((event, index) => ({ ...event, item_id: `id_${index}` }))],
    ['no deltas', noon().filter((event) => !isOf(/delta$/)(event))],
    ['only deltas and the end', noon().filter(isOf(/delta$|completed$/))],
    ['only the end', noon().slice(-1)],
    ['no types, which the names of the events have', []],
    ['no end of its items', noon().filter((event) => !isOf(/\.done$/)(event))],
    [
      'unknown events and empty ones',
      noon().flatMap((event) => [{}, { type: 'response.moon.phase', delta: 'x' }, event]),
    ],
    [
      'deltas that are null',
      noon().flatMap((event) => [
        { type: 'response.output_text.delta', delta: null, output_index: 1 },
        event,
      ]),
    ],
    [
      'items that are null',
      noon().flatMap((event) => [{ type: 'response.output_item.done', item: null, output_index: 7 }, event]),
    ],
    [
      'a content that is null',
      [
        { type: 'response.output_item.done', output_index: 0, item: { type: 'message', content: null } },
        ...noon().map((event) => ({
          ...event,
          ...('output_index' in event && { output_index: Number(event['output_index']) + 1 }),
        })),
      ],
    ],
    ['an end without a response', [...noon().slice(0, -1), { type: 'response.completed' }]],
  ])('responses reads a stream with %s', async (form, stream) => {
    const body = form.startsWith('no types')
      ? noon()
          .map(
            (event) => `event: ${String(event['type'])}\ndata: ${JSON.stringify(without('type')(event))}\n\n`,
          )
          .join('')
      : toStream(stream);
    const played = await play(Client, body);
    expect(textOf(played)).toBe(text);
    expect(played.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' });
  });

  it.each<[string, string, string]>([
    ['heartbeats', `: ping\n\ndata: 7\n\ndata: null\n\n${toStream(noon())}`, 'text/event-stream'],
    ['[DONE] after it', `${toStream(noon())}data: [DONE]\n\n`, 'text/event-stream'],
    ['another content type', toStream(noon()), 'text/plain'],
    ['lines that end with CR LF', toStream(noon()).replaceAll('\n', '\r\n'), 'text/event-stream'],
    ['no blank line at its end', toStream(noon()).trimEnd(), 'text/event-stream'],
    [
      'the whole response instead',
      JSON.stringify({ ...(END['response'] as object), output: [says(text)] }),
      'application/json',
    ],
  ])('responses reads a stream with %s', async (_form, body, type) => {
    expect(textOf(await play(Client, body, { type }))).toBe(text);
  });

  it('separators of lines and paragraphs survive in texts and arguments', async () => {
    const played = await play(
      Client,
      toStream(events(says(SEPARATOR), calls('a', JSON.stringify({ SEPARATOR })))),
    );
    expect(textOf(played)).toBe(SEPARATOR);
    const json = played.map((event) => (event.type === 'tool-call' ? event.arguments : '')).join('');
    expect(JSON.parse(json)).toEqual({ SEPARATOR });
  });

  it('a call whose name arrives with its end is read', async () => {
    const stream = events(calls('get_weather', '{"city":"Oslo"}')).filter((event) => !isOf(/added$/)(event));
    expect((await play(Client, toStream(stream))).filter(({ type }) => type === 'tool-call')).toEqual([
      { type: 'tool-call', index: 0, name: 'get_weather', arguments: '{"city":"Oslo"}' },
    ]);
  });

  it('a call with arguments that never receives a name is an error', async () => {
    const stream = events(calls('', '{}'));
    expect(await refusalOf(Client, toStream(stream))).toMatchObject({ failure: 'provider' });
  });

  it('an item of another type in the place of a call is another call', async () => {
    const place = { output_index: 0 };
    const item = { type: 'web_search_call', action: {} };
    const played = await play(
      Client,
      toStream([
        { type: 'response.output_item.added', ...place, item },
        { type: 'response.code_interpreter_call_code.delta', ...place, delta: 'print(1)' },
        {
          type: 'response.output_item.done',
          ...place,
          item: { type: 'code_interpreter_call', code: 'print(2)' },
        },
        END,
      ]),
    );
    expect(
      played.flatMap((event) => (event.type === 'hosted-call' ? [[event.index, event.call.type]] : [])),
    ).toEqual([
      [0, 'function'],
      [1, 'code_interpreter'],
      [1, 'code_interpreter'],
    ]);
  });

  it('a response without usage counts nothing', async () => {
    const [last] = await play(
      Client,
      toStream([{ type: 'response.completed', response: { status: 'completed' } }]),
    );
    expect(last).toMatchObject({ type: 'finish', usage: { total_tokens: 0 } });
  });

  it.each<[string, Event, EngineError['code'], RegExp]>([
    [
      'an event of the error',
      { type: 'error', code: 'rate_limit_exceeded', message: 'Slow down.', param: null },
      'rate_limit_exceeded',
      /busy or limits requests. Try again later/,
    ],
    [
      'an event with the error inside',
      { type: 'error', error: { type: 'insufficient_quota', code: 'insufficient_quota', message: 'Pay.' } },
      'rate_limit_exceeded',
      /quota is used up/,
    ],
    [
      'an object with the error',
      { error: { message: 'Stack at db01.' } },
      'server_error',
      /had an error. Try again later/,
    ],
    [
      'a failed response',
      {
        type: 'response.failed',
        response: { status: 'failed', error: { code: 'server_error', message: 'Oops.' } },
      },
      'server_error',
      /had an error/,
    ],
    [
      'a response that failed because of an image',
      { type: 'response.failed', response: { error: { code: 'image_too_large', message: 'Too large.' } } },
      'invalid_prompt',
      /refused the request: Too large/,
    ],
    [
      'a failed response without an error',
      { type: 'response.failed', response: {} },
      'server_error',
      /had an error/,
    ],
    ['a cancelled response', { type: 'response.cancelled' }, 'server_error', /cancelled its response/],
    ['an unknown status', { object: 'response', status: 'queued' }, 'server_error', /reason unknown/],
  ])('a stream fails with %s after its text', async (_form, event, code, message) => {
    const body = toStream([...noon().slice(0, -1), event]);
    expect(await refusalOf(Client, body)).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it.each<[string, string, string, string, RegExp]>([
    ['a login page', '<html><body>Sign in</body></html>', 'text/html', 'setup', /is not an event stream/],
    [
      'a page that says it is a stream',
      '<!doctype html>',
      'text/event-stream',
      'setup',
      /is not an event stream/,
    ],
    ['a truncated body', '{"object":"resp', 'application/json', 'setup', /is not an event stream/],
    ['an empty body', '', 'text/event-stream', 'provider', /sent an empty response/],
    [
      'a stream that ends early',
      toStream(noon().slice(0, -1)),
      'text/event-stream',
      'provider',
      /ended before/,
    ],
    ['a body of another API', '{"choices":[]}', 'application/json', 'provider', /ended before/],
    [
      'an error as JSON',
      '{"error":{"message":"No such key","code":"invalid_api_key"}}',
      'application/json',
      'setup',
      /rejected this server's key/,
    ],
  ])('a response with status 200 and %s fails', async (_form, body, type, failure, message) => {
    const error = await refusalOf(Client, body, { type });
    expect(error).toMatchObject({
      failure,
      message: expect.stringMatching(message),
      forOperator: expect.any(String),
    });
    expect(error.forOperator).not.toMatch(/chatCompletions|Sign in/);
  });

  it.each<[number, object, Pick<EngineError, 'code' | 'failure'>, RegExp]>([
    [429, { message: 'Slow down.' }, { code: 'rate_limit_exceeded', failure: undefined }, /in 7 s/],
    [429, { code: 'insufficient_quota' }, { code: 'rate_limit_exceeded', failure: 'quota' }, /quota/],
    [401, { message: 'Bad key sk-secret-key.' }, { code: 'server_error', failure: 'setup' }, /key/],
    [404, { code: 'model_not_found' }, { code: 'server_error', failure: 'setup' }, /does not have it/],
    [404, { message: 'No route.' }, { code: 'server_error', failure: 'setup' }, /configured address/],
    [400, { message: 'Too long.' }, { code: 'invalid_prompt', failure: undefined }, /: Too long/],
    [503, { message: 'db01' }, { code: 'server_error', failure: 'provider' }, /Try again later/],
  ])('a response %i %j becomes a run error', async (status, error, kind, message) => {
    const body = JSON.stringify({ error });
    const refusal = await refusalOf(Client, body, {
      status,
      type: 'application/json',
      headers: { 'retry-after': '7' },
    });
    expect({ code: refusal.code, failure: refusal.failure }).toEqual(kind);
    expect(refusal.message).toMatch(message);
    expect(`${refusal.message}${refusal.forOperator}`).not.toMatch(/sk-secret/);
  });

  it('an unsupported field and a missing route name the options of responses', async () => {
    const field = { error: { message: "Unsupported parameter: 'reasoning.effort'" } };
    const json = 'application/json';
    expect((await refusalOf(Client, JSON.stringify(field), { status: 400, type: json })).forOperator).toMatch(
      /Set reasoning and hostedTools of responses .* or use chatCompletions/,
    );
    expect((await refusalOf(Client, '{}', { status: 404, type: json })).forOperator).toMatch(
      /baseURL of responses, which needs a server with the Responses API/,
    );
  });

  it('usage that is not a number counts as 0', async () => {
    const response = {
      status: 'completed',
      usage: { ...UPSTREAM_USAGE, input_tokens: 'many', total_tokens: null },
    };
    const [last] = await play(Client, toStream([{ type: 'response.completed', response }]));
    expect(last).toMatchObject({ usage: { prompt_tokens: 0, completion_tokens: 3, total_tokens: 3 } });
  });
});
