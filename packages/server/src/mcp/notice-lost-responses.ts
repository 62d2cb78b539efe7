import type { RequestId } from '@modelcontextprotocol/sdk/types.js';
import { createParser } from 'eventsource-parser';
import { isRecord } from '../shared/is-record.ts';
import { type Fetch, withBody } from './with-body.ts';

/** How often the transport tries to resume a stream. */
export const MAX_RESUMES = 2;
const ACCEPTED = 202;
const NO_STREAM = 405;

interface ResumableRequest {
  readonly id: RequestId;
  /** Attempts to resume its stream that have failed. */
  readonly failures: number;
}

/**
 * A `fetch` for streamable HTTP that calls `onLost` with the id of a request whose response cannot arrive any more: its stream ended
 * before the response, and cannot be resumed. The transport of the SDK leaves such a request pending until its time limit.
 */
export function noticeLostResponses(fetchOf: Fetch, onLost: (id: RequestId) => void): Fetch {
  /** Requests whose stream has ended, by the event after which the transport resumes it. */
  const resumable = new Map<string, ResumableRequest>();

  async function resume(
    lastEventId: string,
    request: ResumableRequest,
    fetchStream: () => Promise<Response>,
  ) {
    function fail(isFinal: boolean): void {
      const failures = request.failures + 1;
      if (isFinal || failures >= MAX_RESUMES) {
        resumable.delete(lastEventId);
        onLost(request.id);
      } else resumable.set(lastEventId, { ...request, failures });
    }
    const response = await fetchStream().catch((error: unknown) => {
      fail(false);
      throw error;
    });
    if (response.status >= 400) fail(response.status === NO_STREAM);
    if (!response.ok) return response;
    resumable.delete(lastEventId);
    return watch(response, request.id);
  }

  /** The response, whose stream is read along. */
  function watch(response: Response, id: RequestId): Response {
    if (!isEventStream(response)) return response;
    if (!response.body) {
      onLost(id);
      return response;
    }
    let lastEventId = '';
    let hasResponse = false;
    const parser = createParser({
      onEvent(event) {
        if (event.id) lastEventId = event.id;
        hasResponse ||= isResponseTo(id, event.data);
      },
    });
    const body = readAlong(response.body, {
      onText: (text) => parser.feed(text),
      onEnd() {
        if (hasResponse) return;
        if (lastEventId === '') onLost(id);
        else resumable.set(lastEventId, { id, failures: 0 });
      },
    });
    return withBody(response, body);
  }

  return async (url, init) => {
    if (init?.method === 'POST') {
      const id = requestIdOf(init.body);
      const response = await fetchOf(url, init);
      if (id === undefined || !response.ok) return response;
      // Only messages without a response are accepted this way.
      if (response.status === ACCEPTED) onLost(id);
      return watch(response, id);
    }
    const lastEventId = new Headers(init?.headers).get('last-event-id');
    const request = lastEventId === null ? undefined : resumable.get(lastEventId);
    if (lastEventId === null || !request) return fetchOf(url, init);
    return resume(lastEventId, request, () => fetchOf(url, init));
  };
}

/** The same bytes. `onEnd` is called before the reader learns that they have ended, or failed. */
function readAlong(
  body: ReadableStream<Uint8Array>,
  { onText, onEnd }: { readonly onText: (text: string) => void; readonly onEnd: () => void },
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          onEnd();
          controller.close();
        } else {
          onText(decoder.decode(value, { stream: true }));
          controller.enqueue(value);
        }
      } catch (error) {
        onEnd();
        controller.error(error);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function isEventStream({ headers }: Response): boolean {
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  return type.trim().toLowerCase() === 'text/event-stream';
}

/** Undefined for notifications and responses. */
function requestIdOf(body: unknown): RequestId | undefined {
  const message = typeof body === 'string' ? parse(body) : undefined;
  if (!isRecord(message) || typeof message['method'] !== 'string') return undefined;
  const { id } = message;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

function isResponseTo(id: RequestId, data: string): boolean {
  const message = parse(data);
  return isRecord(message) && message['id'] === id && ('result' in message || 'error' in message);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
