import type { RequestId } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, it } from 'vitest';
import { noticeLostResponses } from './notice-lost-responses.ts';

const URL_OF_SERVER = 'http://server.test/mcp';
const REQUEST = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'tools/call' });
const RESPONSE = `data: ${JSON.stringify({ jsonrpc: '2.0', id: 7, result: {} })}\n\n`;
const PROGRESS = `data: ${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/progress' })}\n\n`;

/** A stream that ends after the text, or fails. */
function streamOf(text: string, end: 'ends' | 'fails' = 'ends'): Response {
  let isSent = false;
  const body = new ReadableStream({
    pull(controller) {
      if (isSent && end === 'fails') controller.error(new Error('reset'));
      else if (isSent) controller.close();
      else controller.enqueue(new TextEncoder().encode(text));
      isSent = true;
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
}

/** Reads the responses in order, of which the first is that of the request and all others those of resumed streams. */
async function lostAfter(...responses: readonly (Response | Error)[]) {
  const lost: RequestId[] = [];
  const left = [...responses];
  const fetchOf = noticeLostResponses(
    async () => {
      const next = left.shift() ?? new Error('No response is left.');
      if (next instanceof Error) throw next;
      return next;
    },
    (id) => lost.push(id),
  );
  const read = async (init: RequestInit) => (await fetchOf(URL_OF_SERVER, init)).text().catch(String);
  const texts = [await read({ method: 'POST', body: REQUEST })];
  while (left.length > 0) {
    texts.push(await read({ method: 'GET', headers: { 'last-event-id': 'e1' } }).catch(String));
  }
  return { lost, texts };
}

describe('noticeLostResponses', () => {
  it.each(['ends', 'fails'] as const)('a stream that %s before its response has lost it', async (end) => {
    expect((await lostAfter(streamOf(PROGRESS, end))).lost).toEqual([7]);
    expect((await lostAfter(streamOf(RESPONSE.slice(0, 20), end))).lost).toEqual([7]);
    expect((await lostAfter(streamOf('', end))).lost).toEqual([7]);
  });

  it.each(['ends', 'fails'] as const)('a stream that %s after its response has lost nothing', async (end) => {
    const { lost, texts } = await lostAfter(streamOf(PROGRESS + RESPONSE, end));
    expect(lost).toEqual([]);
    expect(texts).toEqual([end === 'ends' ? PROGRESS + RESPONSE : 'Error: reset']);
  });

  it('an error is a response too, and that of another request is none', async () => {
    const failed = JSON.stringify({ jsonrpc: '2.0', id: 7, error: { code: 1, message: 'x' } });
    expect((await lostAfter(streamOf(`data: ${failed}\n\n`))).lost).toEqual([]);
    expect((await lostAfter(streamOf(RESPONSE.replace('7', '8')))).lost).toEqual([7]);
  });

  it('a request that is accepted without a response has lost it', async () => {
    expect((await lostAfter(new Response(null, { status: 202 }))).lost).toEqual([7]);
  });

  it('what is refused, or is no stream, is left to the transport', async () => {
    expect((await lostAfter(new Response('no', { status: 500 }))).lost).toEqual([]);
    expect((await lostAfter(Response.json({}))).lost).toEqual([]);
  });

  it('a notification that is accepted has no response to lose', async () => {
    const lost: RequestId[] = [];
    const fetchOf = noticeLostResponses(
      async () => new Response(null, { status: 202 }),
      (id) => lost.push(id),
    );
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' });
    await fetchOf(URL_OF_SERVER, { method: 'POST', body });
    expect(lost).toEqual([]);
  });
});

describe('noticeLostResponses, of a stream with event ids', () => {
  const begun = (end: 'ends' | 'fails' = 'fails') => streamOf('id: e1\ndata:\n\n', end);

  it('a stream that can be resumed has not lost its response', async () => {
    expect((await lostAfter(begun('ends'))).lost).toEqual([]);
    expect((await lostAfter(begun(), streamOf(RESPONSE))).lost).toEqual([]);
  });

  it('a resumed stream that ends without an event has lost the response', async () => {
    expect((await lostAfter(begun(), streamOf(''))).lost).toEqual([7]);
  });

  it('a server without resumed streams has lost the response', async () => {
    expect((await lostAfter(begun(), new Response(null, { status: 405 }))).lost).toEqual([7]);
  });

  it('a stream that could not be resumed twice has lost the response', async () => {
    const refused = () => new Response(null, { status: 503 });
    expect((await lostAfter(begun(), refused())).lost).toEqual([]);
    expect((await lostAfter(begun(), refused(), new TypeError('fetch failed'))).lost).toEqual([7]);
    expect((await lostAfter(begun(), refused(), streamOf(RESPONSE))).lost).toEqual([]);
  });
});
