import type { ListPage, MessageObject, RunObject } from '@threadkit/core';
import { listPage } from '@threadkit/core/api';
import { aMessage, aThread } from '@threadkit/core/testing';
import { deltaFrame, openingFrames, type RunIds, storedObjects } from '../../sse.ts';
import type { HistoryMessage } from '../../text.ts';
import type { StreamedResponse } from '../candidate.ts';

/** Maximum length of a list page. */
export const PAGE = 100;

interface StoredThread {
  /** Newest first: the default order of the API. */
  readonly messages: readonly MessageObject[];
  readonly runs: readonly RunObject[];
}

interface Planned {
  readonly deltas: readonly string[];
  readonly onStarted: (response: StreamedResponse) => void;
}

/** A backend inside the page. Responds with JSON, and streams runs as bytes of the Assistants API. */
export interface InPageBackend {
  fetch(this: void, request: Request): Promise<Response>;
  /** Creates a thread. Returns all of its messages and runs, as a client would read them. */
  store(threadId: string, history: readonly HistoryMessage[]): StoredThread;
  /** Sets the deltas of the next run in the thread. Resolves when the run has started. */
  plan(threadId: string, deltas: readonly string[]): Promise<StreamedResponse>;
}

const A_MINUTE_S = 60;

const encoder = new TextEncoder();
const nowS = (): number => Math.floor(Date.now() / 1000);

export function createInPageBackend(): InPageBackend {
  const threads = new Map<string, { stored: StoredThread; nextNumber: number; planned?: Planned }>();

  function respondWithRun(threadId: string): Response {
    const thread = threads.get(threadId);
    const planned = thread?.planned;
    if (!thread || !planned)
      return Response.json({ error: { message: 'No run is planned.' } }, { status: 400 });
    const ids = { threadId, number: thread.nextNumber, at: nowS() };
    const frames = planned.deltas.map((delta) => encoder.encode(deltaFrame(ids, delta)));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(encoder.encode(openingFrames(ids)));
        planned.onStarted({
          push(index) {
            const frame = frames[index];
            if (frame) controller.enqueue(frame);
          },
          append: (text) => controller.enqueue(encoder.encode(deltaFrame(ids, text))),
        });
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  async function respond(request: Request): Promise<Response> {
    const [threadId = '', kind, id] = new URL(request.url).pathname.split('/').slice(3);
    const thread = threads.get(threadId);
    if (!thread) return Response.json({ error: { message: 'No such thread.' } }, { status: 404 });
    const { messages, runs } = thread.stored;
    if (kind === 'messages' && request.method === 'POST') {
      const { content } = (await request.json()) as { content: string };
      thread.nextNumber += 1;
      return Response.json(question({ threadId, number: thread.nextNumber, at: nowS() }, content));
    }
    if (kind === 'messages') return Response.json(listMessages(request, messages));
    if (kind === 'runs' && request.method === 'POST') return respondWithRun(threadId);
    if (kind === 'runs' && id === undefined) {
      const limit = Number(new URL(request.url).searchParams.get('limit') ?? 20);
      return Response.json(listPage(runs.slice(0, limit), runs.length > limit));
    }
    // A run has one step: the creation of its message.
    if (kind === 'runs') {
      const number = Number(id?.split('_').at(-1));
      const { step } = storedObjects({ threadId, number, at: runs[0]?.created_at ?? nowS() }, '');
      return Response.json(listPage([step], false));
    }
    return Response.json(aThread({ id: threadId }));
  }

  return {
    fetch: respond,
    store(threadId, history) {
      const stored = storedThread(threadId, history);
      // Keep only the newest objects: the memory of this backend counts as memory of the page.
      const newest = { messages: stored.messages.slice(0, PAGE), runs: stored.runs.slice(0, PAGE) };
      threads.set(threadId, { stored: newest, nextNumber: history.length });
      return stored;
    },
    plan(threadId, deltas) {
      return new Promise((onStarted) => {
        const thread = threads.get(threadId);
        if (thread) thread.planned = { deltas, onStarted };
      });
    },
  };
}

/** Creates the objects of a thread. Each response of the history has its own run. */
function storedThread(threadId: string, history: readonly HistoryMessage[]): StoredThread {
  const messages: MessageObject[] = [];
  const runs: RunObject[] = [];
  const endedAt = nowS();
  for (const [number, { role, text }] of history.entries()) {
    const ids = { threadId, number, at: endedAt - (history.length - number) * A_MINUTE_S };
    if (role === 'user') messages.push(question(ids, text));
    else {
      const { message, run } = storedObjects(ids, text);
      messages.push(message);
      runs.push(run);
    }
  }
  return { messages: messages.toReversed(), runs: runs.toReversed() };
}

function question({ threadId, number, at }: RunIds, text: string): MessageObject {
  return aMessage(text, {
    id: `msg_${threadId}_q${number}`,
    thread_id: threadId,
    role: 'user',
    created_at: at,
    assistant_id: null,
    run_id: null,
  });
}

/** In ascending order the client requests messages after the newest one it has, and there are none. */
function listMessages(request: Request, messages: readonly MessageObject[]): ListPage<MessageObject> {
  const query = new URL(request.url).searchParams;
  if (query.get('order') === 'asc') return listPage([], false);
  return listPage(messages.slice(0, Number(query.get('limit') ?? 20)), false);
}
