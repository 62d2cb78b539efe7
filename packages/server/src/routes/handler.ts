import type { Principal } from '../http/authorize.ts';
import type { RequestKey } from '../http/idempotency-key.ts';
import type { Route, RouteIds, RouteName } from '../http/match-route.ts';
import type { IngestWorker } from '../ingest/ingest-worker.ts';
import type { RunContext } from '../runs/run-context.ts';
import type { RunStreamItem } from '../runs/run-stream-item.ts';
import type { Worker } from '../runs/worker.ts';
import type { Quotas } from '../storage/quota.ts';

/** The running server, shared by all handlers. */
export interface ServerContext extends RunContext {
  readonly worker: Worker;
  /** Undefined when the storage has no vector stores. */
  readonly ingestWorker: IngestWorker | undefined;
  /** Unix seconds. */
  readonly at: () => number;
  /** Maximum size of a file. */
  readonly maxFileBytes: number;
}

/** One request, authorized and parsed. */
export interface Call {
  readonly server: ServerContext;
  readonly route: Route;
  readonly principal: Principal;
  /** Owner of everything this call may read or create. */
  readonly owner: string;
  /** Undefined when nothing is limited. */
  readonly quotas: Quotas | undefined;
  readonly ids: RouteIds;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Parsed JSON or form, not validated; undefined for an empty body. */
  readonly body: unknown;
  readonly requestKey: RequestKey | undefined;
  /** Responds with a stream, which ends when the reader disconnects or the server closes. */
  readonly stream: (items: (signal: AbortSignal) => AsyncGenerator<RunStreamItem>) => Response;
}

export type Handler = (call: Call) => Promise<Response>;
export type Handlers = Partial<Record<RouteName, Handler>>;
