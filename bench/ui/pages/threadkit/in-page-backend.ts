import type { ListPage, MessageObject, RunObject } from '@threadkit/core';
import { aMessage, aThread } from '@threadkit/core/testing';
import { beginningOf, deltaOf, objectsOf, type RunIds } from '../../sse.ts';
import type { HistoryMessage } from '../../text.ts';
import type { Answer } from '../candidate.ts';

/** The most a list gives. */
export const PAGE = 100;

interface StoredThread {
  /** Newest first: the wire's own order. */
  readonly messages: readonly MessageObject[];
  readonly runs: readonly RunObject[];
}

interface Planned {
  readonly deltas: readonly string[];
  readonly onStarted: (answer: Answer) => void;
}

/** Answers the client's requests in the page: as JSON, and a run as the service's own bytes. */
export interface InPageBackend {
  fetch(this: void, request: Request): Promise<Response>;
  /** Begins a thread; what a client would read of it in the end. */
  store(threadId: string, history: readonly HistoryMessage[]): StoredThread;
  /** The next run of this thread answers with these pieces, when they are pushed. */
  plan(threadId: string, deltas: readonly string[]): Promise<Answer>;
}

const A_MINUTE_S = 60;

const encoder = new TextEncoder();
const nowS = (): number => Math.floor(Date.now() / 1000);

export function createInPageBackend(): InPageBackend {
  const threads = new Map<string, { stored: StoredThread; nextNumber: number; planned?: Planned }>();

  function answerRun(threadId: string): Response {
    const thread = threads.get(threadId);
    const planned = thread?.planned;
    if (!thread || !planned)
      return Response.json({ error: { message: 'No run is planned.' } }, { status: 400 });
    const ids = { threadId, number: thread.nextNumber, at: nowS() };
    const frames = planned.deltas.map((delta) => encoder.encode(deltaOf(ids, delta)));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(encoder.encode(beginningOf(ids)));
        planned.onStarted({
          push(index) {
            const frame = frames[index];
            if (frame) controller.enqueue(frame);
          },
          add: (text) => controller.enqueue(encoder.encode(deltaOf(ids, text))),
        });
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  async function answer(request: Request): Promise<Response> {
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
    if (kind === 'runs' && request.method === 'POST') return answerRun(threadId);
    if (kind === 'runs' && id === undefined) {
      const limit = Number(new URL(request.url).searchParams.get('limit') ?? 20);
      return Response.json(toPage(runs.slice(0, limit), runs.length > limit));
    }
    // The steps of a run: one, which wrote its message.
    if (kind === 'runs') {
      const number = Number(id?.split('_').at(-1));
      const { step } = objectsOf({ threadId, number, at: runs[0]?.created_at ?? nowS() }, '');
      return Response.json(toPage([step], false));
    }
    return Response.json(aThread({ id: threadId }));
  }

  return {
    fetch: answer,
    store(threadId, history) {
      const stored = storedThread(threadId, history);
      // Only the newest of each: a server's memory is not the page's, and all of it counts as used.
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

/** Every answer of the history was written by a run of its own, as in life. */
function storedThread(threadId: string, history: readonly HistoryMessage[]): StoredThread {
  const messages: MessageObject[] = [];
  const runs: RunObject[] = [];
  const endedAt = nowS();
  for (const [number, { role, text }] of history.entries()) {
    const ids = { threadId, number, at: endedAt - (history.length - number) * A_MINUTE_S };
    if (role === 'user') messages.push(question(ids, text));
    else {
      const { message, run } = objectsOf(ids, text);
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

/** The client reads on from the newest message it knows, and there is nothing newer; older ones it has. */
function listMessages(request: Request, messages: readonly MessageObject[]): ListPage<MessageObject> {
  const query = new URL(request.url).searchParams;
  if (query.get('order') === 'asc') return toPage([], false);
  return toPage(messages.slice(0, Number(query.get('limit') ?? 20)), false);
}

/** A list as the wire has it. */
export function toPage<T extends { id: string }>(data: readonly T[], hasMore: boolean): ListPage<T> {
  return {
    object: 'list',
    data,
    first_id: data.at(0)?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: hasMore,
  };
}
