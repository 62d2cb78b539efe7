import { CAPABILITIES_HEADER, type Capability } from '@threadkit/core/api';
import { authorizeRequest, getOwner, getTenantPrefix } from '../http/authorize.ts';
import { type BodyReader, createBodyReader } from '../http/body-reader.ts';
import {
  corsHeaders,
  describeRefusedOrigin,
  preflightResponse,
  refusedOrigin,
  refuseForeignPages,
} from '../http/cors.ts';
import { HttpError, notImplemented } from '../http/http-error.ts';
import { readIdempotencyKey } from '../http/idempotency-key.ts';
import { errorResponse } from '../http/json-response.ts';
import { type Route, wantsStream } from '../http/match-route.ts';
import { createStreamQuota } from '../http/stream-quota.ts';
import { assistantHandlers } from '../routes/assistants.ts';
import { fileHandlers } from '../routes/files.ts';
import type { Call, Handler, Handlers, ServerContext } from '../routes/handler.ts';
import { messageHandlers } from '../routes/messages.ts';
import { runStepHandlers } from '../routes/run-steps.ts';
import { runHandlers } from '../routes/runs.ts';
import { threadHandlers } from '../routes/threads.ts';
import { vectorStoreFileBatchHandlers } from '../routes/vector-store-file-batches.ts';
import { vectorStoreFileHandlers } from '../routes/vector-store-files.ts';
import { vectorStoreHandlers } from '../routes/vector-stores.ts';
import { withIdempotency } from '../routes/with-idempotency.ts';
import { createServerTools } from '../runs/tools/server-tools.ts';
import { createRepeatingLog, type LogEntry, logToConsole } from '../shared/log.ts';
import { newId } from '../shared/new-id.ts';
import { setTimer as systemTimer } from '../shared/timers.ts';
import { StorageUnavailableError } from '../storage/storage-unavailable-error.ts';
import { createActiveRequests } from './active-requests.ts';
import { createHealthRoutes, type ServerPhase } from './health-routes.ts';
import { observeRequest } from './observe-request.ts';
import { readQuotas } from './read-limits.ts';
import { readOptions } from './read-options.ts';
import { readRequestBody, readTarget } from './read-request.ts';
import { createRunStreams } from './run-streams.ts';
import type { Server, ServerOptions } from './server-options.ts';
import { startServer } from './start-server.ts';

/** Every request hits an unavailable storage; it is logged at most this often. */
const REPEAT_STORAGE_MS = 60_000;
const REPEAT_TOOLS_MS = 600_000;
const CAPABILITIES: readonly Capability[] = ['listThreads', 'runEvents', 'idempotency', 'files'];

const handlers: Handlers = {
  ...assistantHandlers,
  ...threadHandlers,
  ...messageHandlers,
  ...runHandlers,
  ...runStepHandlers,
  ...fileHandlers,
  ...vectorStoreHandlers,
  ...vectorStoreFileHandlers,
  ...vectorStoreFileBatchHandlers,
};

/**
 * Creates a server of the Assistants API v2 as a Fetch handler, on any storage and any engine. Does nothing until the first
 * request or `open()`; then its worker executes runs, independently of open connections.
 *
 * @throws `TypeError` or `RangeError` for an option with a wrong value.
 */
export function createServer(options: ServerOptions): Server {
  const settings = readOptions(options);
  const { storage, cors, instrumentation, setTimer = systemTimer } = options;
  const { limits, drainMs } = settings;
  const now = () => storage.now();
  const onFault = options.onError ?? ((error, where) => console.error(`threadkit server: ${where}:`, error));
  const log = createRepeatingLog(writeLog, now);
  const serverTools = createServerTools(options.tools ?? [], (message) =>
    log.write({ level: 'warn', event: 'tools_unavailable', message }, REPEAT_TOOLS_MS),
  );
  const capabilities = [
    ...CAPABILITIES,
    ...(storage.vectorStores ? ['vectorStores'] : []),
    ...(settings.reasoning === 'omit' ? [] : ['reasoning']),
  ].join(',');
  const closing = new AbortController();
  /** Bodies that have not arrived when the storage is about to be closed are not waited for. */
  const stopReading = new AbortController();
  const activeRequests = createActiveRequests(setTimer);
  const streamQuota = createStreamQuota(limits.quotas.streams);
  const streamRun = createRunStreams(closing.signal, setTimer, instrumentation, onError);
  const respondToProbe = createHealthRoutes({ phase: () => phase, open, setTimer, onError });
  let phase: ServerPhase = 'open';
  let opened: Promise<ServerContext> | undefined;
  let closed: Promise<void> | undefined;

  /** A log that throws must not end a run. */
  function writeLog(entry: LogEntry): void {
    try {
      (options.log ?? logToConsole)(entry);
    } catch (error) {
      onFault(error, 'log');
    }
  }

  function onError(error: unknown, where: string): void {
    if (!(error instanceof StorageUnavailableError)) return onFault(error, where);
    log.write({ level: 'error', event: 'storage_unavailable', message: error.message }, REPEAT_STORAGE_MS);
  }

  function open(): Promise<ServerContext> {
    if (closing.signal.aborted) return Promise.reject(new HttpError(503, 'This server is closed.'));
    if (!opened) {
      opened = startServer(options, settings, serverTools, { now, setTimer, log, onError });
      // Opening may succeed later: the next request tries again.
      opened.catch(() => {
        opened = undefined;
      });
    }
    return opened;
  }

  async function handle(request: Request, onRoute: (route: Route) => void): Promise<Response> {
    const reader = createBodyReader(request, stopReading.signal);
    try {
      return await respond(request, reader, onRoute);
    } finally {
      // After a refusal, or behind the end of a form.
      reader.discard();
    }
  }

  async function respond(
    request: Request,
    reader: BodyReader,
    onRoute: (route: Route) => void,
  ): Promise<Response> {
    refuseForeignPages(request, cors);
    const principal = await authorizeRequest(options.authorize, request);
    const { route, ids, query } = readTarget(request);
    onRoute(route);
    const handler = handlers[route.name];
    if (!handler) throw notImplemented(`'${route.name}' is not served yet.`);
    const body = await readRequestBody(request, reader, route, limits);
    const { headers } = request;
    const call = {
      server: await open(),
      route,
      principal,
      owner: getOwner(principal),
      quotas: readQuotas(limits, principal),
      ids,
      query,
      headers,
      body,
      requestKey: readIdempotencyKey(headers, { name: route.name, ids, body }),
    };
    return wantsStream(route, body) ? callStreamHandler(call, handler) : callHandler(call, handler, () => {});
  }

  function callHandler(call: Omit<Call, 'stream'>, handler: Handler, onEnd: () => void): Promise<Response> {
    return withIdempotency({ ...call, stream: (items) => streamRun(items, onEnd) }, handler);
  }

  async function callStreamHandler(call: Omit<Call, 'stream'>, handler: Handler): Promise<Response> {
    // Before the handler runs: a run whose stream is refused would already exist.
    const release = streamQuota.take(call.owner, getTenantPrefix(call.principal));
    try {
      return await callHandler(call, handler, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  async function closeServer(): Promise<void> {
    phase = 'closing';
    // Requests are served until the runs have ended.
    if (drainMs > 0) {
      await opened?.then(
        ({ worker }) => worker.drain(drainMs),
        () => {},
      );
    }
    closing.abort();
    const server = await opened?.catch(() => undefined);
    await Promise.all([server?.worker.close(), server?.ingestWorker?.close(), activeRequests.settle()]);
    await server?.codeSessions?.close();
    stopReading.abort(new HttpError(503, 'This server is closed.'));
    // Uploads delete what they have stored.
    await activeRequests.settle();
    await Promise.all([storage.close(), serverTools.close()]);
    phase = 'closed';
    if (server) log.write({ level: 'info', event: 'server_closed', message: 'The server is closed.' });
  }

  return {
    async fetch(request) {
      const probed = respondToProbe(request);
      if (probed) return probed;
      const refused = refusedOrigin(request, cors);
      if (refused !== undefined) {
        const message = describeRefusedOrigin(refused);
        log.write({ level: 'warn', event: 'origin_refused', origin: refused, message });
      }
      if (request.method === 'OPTIONS') return preflightResponse(request, cors);
      const requestId = newId('req');
      const startedAt = now();
      const observation = observeRequest(instrumentation, now, request, requestId);
      let response: Response;
      try {
        response = await observation.within(() => activeRequests.add(handle(request, observation.onRoute)));
      } catch (error) {
        response = errorResponse(error, (internal) =>
          onError(internal, `${request.method} request ${requestId}`),
        );
      }
      observation.end(response.status);
      const { headers } = response;
      headers.set('x-request-id', requestId);
      headers.set('date', new Date(startedAt).toUTCString());
      headers.set('openai-version', '2020-10-01');
      headers.set('openai-processing-ms', String(Math.round(now() - startedAt)));
      headers.set(CAPABILITIES_HEADER, capabilities);
      for (const [name, value] of Object.entries(corsHeaders(request, cors))) headers.set(name, value);
      return response;
    },

    async open() {
      await open();
    },

    close() {
      closed ??= closeServer();
      return closed;
    },
  };
}
