import type { CreateAssistantRequest } from '@threadkit/core/api';
import type { Engine } from '../engines/engine.ts';
import type { Authorize } from '../http/authorize.ts';
import type { CorsOptions } from '../http/cors.ts';
import type { Log } from '../shared/log.ts';
import type { SetTimer } from '../shared/timers.ts';
import type { Storage } from '../storage/storage.ts';

/** Requests beyond these are refused with 413 (`body_too_large`), or 429 with `retry-after`. */
export interface ServerLimits {
  /** Of a request body. @defaultValue 4 MiB */
  readonly bodyBytes?: number | undefined;
  /** Of an uploaded file. @defaultValue 20 MiB */
  readonly fileBytes?: number | undefined;
  /**
   * Characters of one model call, arguments of tool calls included. A longer response is cut off and its run fails.
   * @defaultValue 2,000,000
   */
  readonly responseChars?: number | undefined;
  /** Active runs at once, including those that wait for tool outputs. @defaultValue unlimited */
  readonly runsPerPrincipal?: number | undefined;
  /** Open event streams at once, counted in this process. @defaultValue unlimited */
  readonly streamsPerPrincipal?: number | undefined;
}

/** Options of `createServer`. Required: `storage`, `engine` and `authorize`. */
export interface ServerOptions {
  readonly storage: Storage;
  /** One engine for every model, or a function that returns a model's engine; runs of a model without one get 400. */
  readonly engine: Engine | ((model: string) => Engine | undefined);
  /** Identifies and authorises the caller of a request. `'allow-everyone'` makes every caller the same admin: for tests and loopback only. */
  readonly authorize: Authorize | 'allow-everyone';
  /**
   * Assistants with fixed ids, shared by all owners. Created when the storage does not have them; later changes through the
   * API are kept.
   */
  readonly assistants?: readonly (CreateAssistantRequest & { readonly id: string })[] | undefined;
  /** Other origins whose pages may call. @defaultValue none */
  readonly cors?: CorsOptions | undefined;
  readonly limits?: ServerLimits | undefined;
  /** How long events can be replayed after their run ended, in milliseconds. @defaultValue an hour */
  readonly eventRetentionMs?: number | undefined;
  /**
   * How long the lease of a run lasts, in milliseconds. A worker renews it three times in that time; when it expires,
   * another worker on the same storage continues the run. @defaultValue 30 seconds
   */
  readonly leaseMs?: number | undefined;
  /** Returns Unix milliseconds. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
  /** @defaultValue setTimeout */
  readonly setTimer?: SetTimer | undefined;
  /**
   * Called with conditions that the operator has to know about or fix: a refused origin, an unknown assistant, an unavailable
   * model or storage. Repeated messages are dropped. @defaultValue console.warn and console.error
   */
  readonly log?: Log | undefined;
  /** Called with unexpected errors; callers only see "the server had an error". @defaultValue console.error */
  readonly onError?: ((error: unknown, where: string) => void) | undefined;
}

/** A server as a Fetch handler, independent of any HTTP listener. */
export interface Server {
  /** Responds to a request. Never rejects: every failure is a response in the wire's error shape. */
  fetch(request: Request): Promise<Response>;
  /** Opens the storage and continues unfinished runs now, rather than at the first request. */
  open(): Promise<void>;
  /** Ends streams, releases runs (they continue at the next start) and closes the storage. */
  close(): Promise<void>;
}
