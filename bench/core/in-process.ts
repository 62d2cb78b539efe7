import { aMessage } from '@threadkit/core/testing';

/** A minimal backend: the thread is empty, messages are not stored, and each new run responds with `body`. */
export function inProcess(body: () => ReadableStream<Uint8Array>): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    if (method === 'GET') return Response.json({ object: 'list', data: [], has_more: false });
    if (url.endsWith('/messages')) {
      return Response.json(aMessage('Go on.', { id: 'msg_asked', role: 'user', run_id: null }));
    }
    return new Response(body(), { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
  };
}
