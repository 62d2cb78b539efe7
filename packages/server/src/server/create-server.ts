import { CAPABILITIES_HEADER, type ErrorBody } from '@threadkit/core/api';
import { authorizeRequest, ownerOf } from '../http/authorize.ts';
import { checkBetaHeader } from '../http/check-beta-header.ts';
import {
  corsHeaders,
  describeRefusedOrigin,
  preflightResponse,
  refusedOrigin,
  refuseForeignPages,
} from '../http/cors.ts';
import { HttpError, notFound, notImplemented } from '../http/http-error.ts';
import { readIdempotencyKey } from '../http/idempotency-key.ts';
import { errorResponse, toHttpError } from '../http/json-response.ts';
import { matchRoute, type Route, wantsStream } from '../http/match-route.ts';
import { readBody } from '../http/read-body.ts';
import { readForm } from '../http/read-form.ts';
import { checkQuery } from '../http/read-query.ts';
import { sseResponse } from '../http/sse.ts';
import { createStreamQuota } from '../http/stream-quota.ts';
import { assistantHandlers } from '../routes/assistants.ts';
import { eventsExpired } from '../routes/events-expired.ts';
import { fileHandlers } from '../routes/files.ts';
import type { Handlers, ServerContext } from '../routes/handler.ts';
import { messageHandlers } from '../routes/messages.ts';
import { assistantObject } from '../routes/objects/assistant-object.ts';
import { runStepHandlers } from '../routes/run-steps.ts';
import { runHandlers } from '../routes/runs.ts';
import { threadHandlers } from '../routes/threads.ts';
import { withIdempotency } from '../routes/with-idempotency.ts';
import { DEFAULT_ANSWER_CHARS } from '../runs/answer-limit.ts';
import { EventsLost } from '../runs/events-lost.ts';
import type { RunFrame } from '../runs/frame.ts';
import { unixSeconds } from '../runs/run-context.ts';
import { createWorker } from '../runs/worker.ts';
import { createRepeatingLog, logToConsole } from '../shared/log.ts';
import { newId } from '../shared/new-id.ts';
import { setTimer } from '../shared/timers.ts';
import { SHARED_OWNER } from '../storage/storage.ts';
import { StorageUnavailable } from '../storage/storage-unavailable.ts';
import type { Server, ServerOptions } from './server-options.ts';

const DEFAULT_BODY_BYTES = 4 * 1024 * 1024;
const DEFAULT_FILE_BYTES = 20 * 1024 * 1024;
const DEFAULT_KEEP_EVENTS_MS = 3_600_000;
const DEFAULT_LEASE_MS = 30_000;
/** A reader that takes no frame for this long is disconnected. */
const SLOW_READER_MS = 60_000;
/** Every request hits an unavailable storage; it is logged at most this often. */
const REPEAT_STORAGE_MS = 60_000;
const CAPABILITIES = 'listThreads,runEvents,idempotency,files';

const handlers: Handlers = {
  ...assistantHandlers,
  ...threadHandlers,
  ...messageHandlers,
  ...runHandlers,
  ...runStepHandlers,
  ...fileHandlers,
};

/**
 * Creates a server of the Assistants API v2 as a Fetch handler, on any storage and any engine. Does nothing until the first
 * request or `open()`; then its worker executes runs, independently of open connections.
 */
export function createServer(options: ServerOptions): Server {
  const { storage, engine, authorize, cors } = options;
  const now = options.now ?? Date.now;
  const timer = options.setTimer ?? setTimer;
  const onFault = options.onError ?? ((error, where) => console.error(`threadkit server: ${where}:`, error));
  const log = createRepeatingLog(options.log ?? logToConsole, now);
  const maxFileBytes = options.limits?.fileBytes ?? DEFAULT_FILE_BYTES;
  const closing = new AbortController();
  const slots = createStreamQuota(options.limits?.streamsPerPrincipal);
  let opened: Promise<ServerContext> | undefined;

  function onError(error: unknown, where: string): void {
    if (!(error instanceof StorageUnavailable)) return onFault(error, where);
    log.write({ level: 'error', event: 'storage_unavailable', message: error.message }, REPEAT_STORAGE_MS);
  }

  async function start(): Promise<ServerContext> {
    await storage.open();
    for (const seed of options.assistants ?? []) {
      const { id, ...body } = seed;
      if (await storage.assistants.get({ owner: SHARED_OWNER }, id)) continue;
      await storage.createAssistant({ owner: SHARED_OWNER }, assistantObject(body, id, unixSeconds(now)));
    }
    const runContext = {
      storage,
      engineFor: typeof engine === 'function' ? engine : () => engine,
      now,
      setTimer: timer,
      newId,
      maxAnswerChars: options.limits?.answerChars ?? DEFAULT_ANSWER_CHARS,
      log,
      onError,
    };
    const worker = createWorker(runContext, {
      keepEventsMs: options.keepEventsMs ?? DEFAULT_KEEP_EVENTS_MS,
      leaseMs: options.leaseMs ?? DEFAULT_LEASE_MS,
    });
    worker.wake();
    return {
      ...runContext,
      worker,
      at: () => unixSeconds(now),
      maxFileBytes,
      maxRuns: options.limits?.runsPerPrincipal,
      seededAssistantIds: (options.assistants ?? []).map(({ id }) => id),
    };
  }

  function open(): Promise<ServerContext> {
    if (closing.signal.aborted) return Promise.reject(new HttpError(503, 'This server is closed.'));
    if (!opened) {
      opened = start();
      // Opening may succeed later: the next request tries again.
      opened.catch(() => {
        opened = undefined;
      });
    }
    return opened;
  }

  async function read(route: Route, request: Request): Promise<unknown> {
    if (route.body === 'none') return undefined;
    if (route.body === 'form') return readForm(request, maxFileBytes);
    return readBody(request, options.limits?.bodyBytes ?? DEFAULT_BODY_BYTES);
  }

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    refuseForeignPages(request, cors);
    const principal = await authorizeRequest(authorize, request);
    const { route, ids } = matchRoute(request.method, url.pathname);
    checkBetaHeader(request.headers);
    checkQuery(url.searchParams, route.query);
    const handler = handlers[route.name];
    if (!handler) throw notImplemented(`'${route.name}' is not served yet.`);
    const body = await read(route, request);
    if (route.body === 'required' && body === undefined) {
      throw new HttpError(400, 'We could not parse the JSON body of your request: it is empty.', {
        code: 'invalid_json',
      });
    }
    const owner = ownerOf(principal);
    const call = {
      server: await open(),
      route,
      principal,
      owner,
      ids,
      query: url.searchParams,
      headers: request.headers,
      body,
      stream: (frames: (signal: AbortSignal) => AsyncGenerator<RunFrame>) => stream(frames, () => {}),
      requestKey: readIdempotencyKey(request.headers, { name: route.name, ids, body }),
    };
    if (!wantsStream(route, body)) return withIdempotency(call, handler);
    // Before the handler runs: a run whose stream is refused would already exist.
    const onEnd = slots.take(owner);
    try {
      return await withIdempotency({ ...call, stream: (frames) => stream(frames, onEnd) }, handler);
    } catch (error) {
      onEnd();
      throw error;
    }
  }

  function stream(frames: (signal: AbortSignal) => AsyncGenerator<RunFrame>, onEnd: () => void): Response {
    return sseResponse((gone) => untilClosed(frames(AbortSignal.any([gone, closing.signal]))), {
      toErrorBody: streamErrorBody,
      setTimer: timer,
      slowReaderMs: SLOW_READER_MS,
      onEnd,
    });
  }

  /** Ends streams with an error when the server closes, so that readers do not take them for finished. */
  async function* untilClosed(frames: AsyncGenerator<RunFrame>): AsyncGenerator<RunFrame> {
    for await (const frame of frames) {
      yield frame;
      if (frame.kind === 'done') return;
    }
    if (closing.signal.aborted)
      throw new HttpError(503, 'The server is closing. Read the run to learn its fate.');
  }

  function streamErrorBody(error: unknown): ErrorBody {
    if (error instanceof HttpError) return error.body;
    if (error instanceof EventsLost) {
      return (error.what === 'run' ? notFound('run', error.runId) : eventsExpired(error.runId)).body;
    }
    onError(error, 'stream');
    return toHttpError(error, 'The server had an error while it sent events. Read the run to learn its fate.')
      .body;
  }

  return {
    async fetch(request) {
      const refused = refusedOrigin(request, cors);
      if (refused !== undefined) {
        const message = describeRefusedOrigin(refused);
        log.write({ level: 'warn', event: 'origin_refused', origin: refused, message });
      }
      if (request.method === 'OPTIONS') return preflightResponse(request, cors);
      const requestId = newId('req');
      const startedAt = now();
      let response: Response;
      try {
        response = await answer(request);
      } catch (error) {
        response = errorResponse(error, (hidden) =>
          onError(hidden, `${request.method} request ${requestId}`),
        );
      }
      const { headers } = response;
      headers.set('x-request-id', requestId);
      headers.set('date', new Date(startedAt).toUTCString());
      headers.set('openai-version', '2020-10-01');
      headers.set('openai-processing-ms', String(Math.round(now() - startedAt)));
      headers.set(CAPABILITIES_HEADER, CAPABILITIES);
      for (const [name, value] of Object.entries(corsHeaders(request, cors))) headers.set(name, value);
      return response;
    },

    async open() {
      await open();
    },

    async close() {
      if (closing.signal.aborted) return;
      closing.abort();
      const server = await opened?.catch(() => undefined);
      await server?.worker.close();
      await storage.close();
    },
  };
}
