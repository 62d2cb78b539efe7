import { describe, expect, it } from 'vitest';
import { EngineError } from '../engines/engine-error.ts';
import { type OpenAIEmbeddingsOptions, openaiEmbeddings } from './openai-embeddings.ts';

const KEY = 'sk-test-0123456789';
const { signal } = new AbortController();

/** Embeddings whose provider responds as given. */
function fixture(
  respond: () => Response | Promise<Response>,
  options: Partial<OpenAIEmbeddingsOptions> = {},
) {
  const requests: { url: string; body: unknown; init: RequestInit }[] = [];
  const embeddings = openaiEmbeddings({
    apiKey: KEY,
    model: 'small',
    fetch: async (url, init) => {
      requests.push({ url, body: JSON.parse(typeof init.body === 'string' ? init.body : 'null'), init });
      return respond();
    },
    now: () => 0,
    ...options,
  });
  return { requests, embeddings };
}

const vectors =
  (...data: object[]) =>
  () =>
    Response.json({ object: 'list', data, model: 'small' });

async function errorOf(respond: () => Response | Promise<Response>): Promise<EngineError> {
  const error: unknown = await fixture(respond)
    .embeddings.embed(['a'], signal, 'query')
    .catch((reason: unknown) => reason);
  if (!(error instanceof EngineError)) throw new Error('It threw no EngineError.');
  return error;
}

describe('openaiEmbeddings', () => {
  it('requests vectors of all texts at once, and returns them in order', async () => {
    const { embeddings, requests } = fixture(
      vectors({ index: 1, embedding: [0, 1] }, { index: 0, embedding: [1, 0] }),
      { dimensions: 2, batchSize: 10 },
    );
    expect(await embeddings.embed(['a', 'b'], signal, 'passage')).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(embeddings).toMatchObject({ model: 'small', dimensions: 2, batchSize: 10 });
    const body = { model: 'small', input: ['a', 'b'], encoding_format: 'float', dimensions: 2 };
    expect(requests).toMatchObject([
      {
        url: 'https://api.openai.com/v1/embeddings',
        body,
        init: { method: 'POST', headers: { authorization: `Bearer ${KEY}` }, signal, redirect: 'error' },
      },
    ]);
  });

  it('calls a compatible server, with the texts that its model wants before each', async () => {
    const { embeddings, requests } = fixture(vectors({ embedding: [1] }), {
      baseURL: 'http://127.0.0.1:11434/v1/',
      prefixes: { query: 'search_query: ' },
    });
    expect(await embeddings.embed(['a'], signal, 'query')).toEqual([[1]]);
    await embeddings.embed(['a'], signal, 'passage');
    expect(requests.map(({ url }) => url)[0]).toBe('http://127.0.0.1:11434/v1/embeddings');
    expect(requests.map(({ body }) => body)).toEqual([
      { model: 'small', input: ['search_query: a'], encoding_format: 'float' },
      { model: 'small', input: ['a'], encoding_format: 'float' },
    ]);
  });

  it.each([
    [429, { 'retry-after': '7' }, 7000],
    [503, {}, undefined],
    [408, {}, undefined],
  ])('a refusal with %i may be repeated', async (status, headers, afterMs) => {
    const error = await errorOf(() => Response.json({ error: { message: 'Busy.' } }, { status, headers }));
    expect(error.retry).toEqual({ afterMs });
  });

  it('a server that cannot be reached is asked again, and named in the log', async () => {
    const error = await errorOf(() => Promise.reject(new TypeError('fetch failed')));
    expect(error.retry).toEqual({});
    expect(error.forOperator).toContain('baseURL of openaiEmbeddings');
  });

  it.each([
    [401, 'Check apiKey of openaiEmbeddings'],
    [404, 'Check baseURL of openaiEmbeddings'],
    [400, ''],
  ])('a refusal with %i is final', async (status, todo) => {
    const body = { error: { message: `Not with the key ${KEY}.` } };
    const error = await errorOf(() => Response.json(body, { status }));
    expect(error.retry).toBeUndefined();
    expect(error.forOperator ?? '').toContain(todo);
    expect(`${error.message} ${error.forOperator}`).not.toContain(KEY);
  });

  it('a provider that says so is not asked again', async () => {
    const headers = { 'x-should-retry': 'false' };
    expect((await errorOf(() => new Response('', { status: 500, headers }))).retry).toBeUndefined();
  });

  it.each([
    '',
    'not JSON',
    '[]',
    '{"data":null}',
    '{"data":{}}',
    '{"data":[{"index":4000000000,"embedding":[1]}]}',
  ])('a response with %s has no vectors for the texts', async (text) => {
    const { embeddings } = fixture(() => new Response(text));
    const found = await embeddings.embed(['a'], signal, 'query');
    expect(found[0]).toBeUndefined();
  });

  it('rejects with the reason of the signal', async () => {
    const stop = new AbortController();
    const { embeddings } = fixture(() => {
      stop.abort(new Error('closing'));
      return Promise.reject(new TypeError('aborted'));
    });
    await expect(embeddings.embed(['a'], stop.signal, 'query')).rejects.toThrow('closing');
  });

  it.each<[object, string]>([
    [{ apiKey: '' }, 'apiKey of openaiEmbeddings is "". Set it to the key'],
    [{ model: undefined }, 'model of openaiEmbeddings is missing. Set it'],
    [{ baseURL: 'localhost:11434' }, 'baseURL of openaiEmbeddings is not an http or https URL.'],
    [{ dimensions: 0 }, 'dimensions of openaiEmbeddings is 0. Set it to a whole number from 1 to 8192'],
    [{ batchSize: 1.5 }, 'batchSize of openaiEmbeddings is 1.5.'],
    [{ prefixes: { document: 'x' } }, 'prefixes of openaiEmbeddings is an object. Pass the texts'],
    [{ url: 'x' }, 'openaiEmbeddings has no option "url".'],
  ])('refuses %o', (options, message) => {
    expect(() => openaiEmbeddings({ apiKey: KEY, model: 'm', ...options })).toThrow(message);
  });
});
