import OpenAI from 'openai';
import OpenAI6 from 'openai-6';
import { describe, expect, it } from 'vitest';
import { engineInput, playModelCall } from '../testing/engine-contract.ts';
import { chatCompletions } from './chat-completions.ts';
import { EngineError } from './engine-error.ts';

const KEY = 'sk-secret-key';
const NOW = Date.UTC(2026, 11, 2, 10);

function clientOf(Client: typeof OpenAI, respond: () => Response): OpenAI {
  return new Client({
    apiKey: KEY,
    baseURL: 'http://provider.test/v1',
    maxRetries: 0,
    fetch: async () => respond(),
  });
}

async function refusalOf(client: OpenAI): Promise<EngineError> {
  const thrown: unknown = await playModelCall(
    chatCompletions({ client, now: () => NOW }),
    engineInput(),
  ).catch((error: unknown) => error);
  if (!(thrown instanceof EngineError)) throw new Error(`No refusal: ${String(thrown)}`);
  return thrown;
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (): Response =>
    Response.json(body, { status, headers });
const page = (status: number, body: string) => (): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/html' } });
const text = (status: number, body: string) => (): Response => new Response(body, { status });

// The engine imports the current major; an app may pass a client of another one.
const majors = [
  ['the current SDK', OpenAI],
  ['the previous major of the SDK', OpenAI6 as unknown as typeof OpenAI],
] as const;

describe.each(majors)('an error response through %s', (_name, Client) => {
  it.each<[string, () => Response, EngineError['code'], string]>([
    [
      'an error object',
      json(400, { error: { message: 'Roles must alternate.' } }),
      'invalid_prompt',
      'The model provider refused the request: Roles must alternate.',
    ],
    [
      'an error without an envelope',
      json(400, { object: 'error', message: 'Roles must alternate.', type: 'BadRequestError', code: 400 }),
      'invalid_prompt',
      'The model provider refused the request: Roles must alternate.',
    ],
    [
      'validation errors with their location',
      json(422, { detail: [{ loc: ['body', 'messages', 1, 'content'], msg: 'field required' }] }),
      'invalid_prompt',
      'The model provider refused the request: field required (messages.1.content)',
    ],
    [
      'a detail that is text',
      json(400, { detail: 'The prompt is too long.' }),
      'invalid_prompt',
      'The model provider refused the request: The prompt is too long.',
    ],
    [
      'an error that is a text',
      json(400, { error: 'model is loading' }),
      'invalid_prompt',
      'The model provider refused the request: model is loading',
    ],
    [
      'a list with one error',
      json(400, [{ error: { code: 400, message: 'Contents are empty.' } }]),
      'invalid_prompt',
      'The model provider refused the request: Contents are empty.',
    ],
    [
      'plain text',
      text(400, 'Unknown role.'),
      'invalid_prompt',
      'The model provider refused the request: Unknown role.',
    ],
    [
      "a proxy's page",
      page(400, `<html><body>Bad request at proxy7 ${KEY}</body></html>`),
      'invalid_prompt',
      'The model provider refused the request.',
    ],
    ['no body', text(400, ''), 'invalid_prompt', 'The model provider refused the request.'],
    [
      'a too large request with a message',
      json(413, { error: { message: 'At most 4 images.' } }),
      'invalid_prompt',
      'The request is too large for the model provider: At most 4 images.',
    ],
    [
      'a too large request with an HTML page',
      page(413, '<html><title>413</title></html>'),
      'invalid_prompt',
      'The request is too large for the model provider.',
    ],
    [
      'used up credits',
      json(402, { error: { message: 'Credits are used up.', code: 402 } }),
      'rate_limit_exceeded',
      "The model provider's quota is used up.",
    ],
    [
      'a used up quota',
      json(429, { error: { message: 'Pay.', type: 'insufficient_quota' } }),
      'rate_limit_exceeded',
      "The model provider's quota is used up.",
    ],
    [
      'too many requests without a body',
      text(429, ''),
      'rate_limit_exceeded',
      'The model provider is busy or limits requests. Try again later.',
    ],
    [
      'an internal error with internal details',
      json(500, { error: { message: `Stack at db01 with ${KEY}` } }),
      'server_error',
      'The model provider had an error. Try again later.',
    ],
  ])('an error response is converted from %s', async (_case, respond, code, message) => {
    expect(await refusalOf(clientOf(Client, respond))).toMatchObject({ code, message });
  });

  it('a used up quota is stored as the cause of the failure', async () => {
    const respond = json(429, { error: { message: 'Pay.', type: 'insufficient_quota' } });
    expect(await refusalOf(clientOf(Client, respond))).toMatchObject({ failure: 'quota' });
  });

  it.each<[string, Record<string, string>, string]>([
    ['seconds', { 'retry-after': '7' }, 'in 7 s'],
    ['milliseconds', { 'retry-after-ms': '1500' }, 'in 2 s'],
    ['a date', { 'retry-after': 'Wed, 02 Dec 2026 10:00:30 GMT' }, 'in 30 s'],
    ['a past date', { 'retry-after': 'Wed, 02 Dec 2020 10:00:00 GMT' }, 'in 1 s'],
    ['no header', {}, 'later'],
  ])('an error response names the time to retry by %s', async (_form, headers, when) => {
    const { message } = await refusalOf(clientOf(Client, json(429, { message: 'Slow down.' }, headers)));
    expect(message).toBe(`The model provider is busy or limits requests. Try again ${when}.`);
  });

  it('an error response is cut to 500 characters, without keys, hosts and URLs', async () => {
    const reason = `Refused ${KEY} at http://10.0.0.5:8080/internal of llm.internal.example. ${'word '.repeat(500_000)}`;
    const { message, forOperator } = await refusalOf(clientOf(Client, json(422, { message: reason })));
    expect(message).toMatch(
      /^The model provider refused the request: Refused \[hidden\] at \[hidden\] of \[hidden\]/,
    );
    expect(message.length).toBeLessThan(560);
    expect(`${message}${forOperator}`).not.toMatch(/sk-secret|10\.0\.0\.5|internal/);
  });

  it('the error of an unsupported request field refers to the dialect option', async () => {
    const body = {
      detail: [
        {
          type: 'extra_forbidden',
          loc: ['body', 'max_completion_tokens'],
          msg: 'Extra inputs are not permitted',
        },
      ],
    };
    const { message, forOperator } = await refusalOf(clientOf(Client, json(422, body)));
    expect(message).toBe(
      'The model provider refused the request: Extra inputs are not permitted (max_completion_tokens)',
    );
    expect(forOperator).toMatch(/dialect of chatCompletions/);
  });

  it("chatCompletions does not change the client's errors for its other users", async () => {
    const client = clientOf(
      Client,
      json(400, { error: { message: 'Roles must alternate.', code: 'roles' } }),
    );
    chatCompletions({ client });
    await expect(client.models.list()).rejects.toMatchObject({
      status: 400,
      code: 'roles',
      message: '400 Roles must alternate.',
    });
  });
});

describe('a frozen client', () => {
  it("a frozen client falls back to the message of the SDK's error", async () => {
    const client = clientOf(OpenAI, json(400, { error: { message: 'Roles must alternate.' } }));
    Object.freeze(client);
    expect((await refusalOf(client)).message).toContain('Roles must alternate.');
  });
});

describe.each<[string, string, string, RegExp]>([
  [
    'an error object with a code',
    '{"object":"error","code":404,"message":"The model x does not exist."}',
    'application/json',
    /does not have it/,
  ],
  [
    'a list with one error',
    '[{"error":{"code":400,"message":"Contents are empty."}}]',
    'application/json',
    /Contents are empty/,
  ],
  ['a login page', '<html><body>Sign in</body></html>', 'text/html', /is not an event stream/],
  [
    'an HTML page with the content type of a stream',
    '\n<!doctype html><title>x</title>',
    'text/event-stream',
    /is not an event stream/,
  ],
  ['a text', 'Service is starting', 'text/plain', /is not an event stream/],
  ['truncated JSON', '{"choices":[', 'application/json', /is not an event stream/],
  ['an empty body', '', 'text/event-stream', /sent an empty response/],
])('a 200 with %s instead of a stream', (_case, body, type, sentence) => {
  it('a 200 without an event stream fails with a clear message', async () => {
    const client = clientOf(OpenAI, () => new Response(body, { headers: { 'content-type': type } }));
    const { message } = await refusalOf(client);
    expect(message).toMatch(sentence);
    expect(message).not.toMatch(/Sign in|<|Service is starting/);
  });
});
