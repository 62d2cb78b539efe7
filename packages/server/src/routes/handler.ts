import type { Principal } from '../http/authorize.ts';
import type { RequestKey } from '../http/idempotency-key.ts';
import type { Route, RouteIds, RouteName } from '../http/match-route.ts';
import type { RunFrame } from '../runs/frame.ts';
import type { RunContext } from '../runs/run-context.ts';
import type { Worker } from '../runs/worker.ts';

/** What handlers share: the running server. */
export interface ServerContext extends RunContext {
  readonly worker: Worker;
  /** Unix seconds. */
  readonly at: () => number;
  /** How large a file may be. */
  readonly maxFileBytes: number;
  /** How many active runs one owner may have; undefined for any number. */
  readonly maxRuns: number | undefined;
  /** Ids that every app may use. */
  readonly seededAssistantIds: readonly string[];
}

/** One request, authorised and parsed. */
export interface Call {
  readonly server: ServerContext;
  readonly route: Route;
  readonly principal: Principal;
  /** Owner of everything this call may see or make. */
  readonly owner: string;
  readonly ids: RouteIds;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Parsed JSON, or the form, unchecked; undefined where there was none. */
  readonly body: unknown;
  readonly requestKey: RequestKey | undefined;
  /** Answers with frames for as long as the reader and the server are there. */
  readonly stream: (frames: (signal: AbortSignal) => AsyncGenerator<RunFrame>) => Response;
}

export type Handler = (call: Call) => Promise<Response>;
export type Handlers = Partial<Record<RouteName, Handler>>;
