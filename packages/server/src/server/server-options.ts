import type { CreateAssistantRequest } from '@threadkit/core/api';
import type { Engine } from '../engines/engine.ts';
import type { Authorize } from '../http/authorize.ts';
import type { CorsOptions } from '../http/cors.ts';
import type { Log } from '../shared/log.ts';
import type { SetTimer } from '../shared/timers.ts';
import type { Storage } from '../storage/storage.ts';

/** Requests beyond these answer 413 (`body_too_large`), or 429 with `retry-after`. */
export interface ServerLimits {
  /** Of a request. @defaultValue 4 MiB */
  readonly bodyBytes?: number | undefined;
  /** Of a file. @defaultValue 20 MiB */
  readonly fileBytes?: number | undefined;
  /**
   * Characters that a model may write in one turn, arguments of its calls included. A longer answer is cut off there, and
   * its run fails. @defaultValue 2,000,000
   */
  readonly answerChars?: number | undefined;
  /** Active runs at once, those that wait for tool outputs included. @defaultValue any number */
  readonly runsPerPrincipal?: number | undefined;
  /** Event streams at once, in this process. @defaultValue any number */
  readonly streamsPerPrincipal?: number | undefined;
}

export interface ServerOptions {
  readonly storage: Storage;
  /** One engine for every model, or the one of a model; undefined refuses the model with a 400. */
  readonly engine: Engine | ((model: string) => Engine | undefined);
  /** Who is asking. `'allow-everyone'` makes every caller the same admin: for tests and loopback only. */
  readonly authorize: Authorize | 'allow-everyone';
  /**
   * Assistants with fixed ids, shared by everyone. Made when the storage does not have them; changes made
   * through the API are kept.
   */
  readonly assistants?: readonly (CreateAssistantRequest & { readonly id: string })[] | undefined;
  /** Pages of other origins that may call. @defaultValue none */
  readonly cors?: CorsOptions | undefined;
  readonly limits?: ServerLimits | undefined;
  /** How long events can be replayed after their run ended, in milliseconds. @defaultValue an hour */
  readonly keepEventsMs?: number | undefined;
  /**
   * How long a worker that has fallen silent keeps its runs, in milliseconds; then another worker on the same
   * storage continues them. A worker renews its leases three times in that time. @defaultValue 30 seconds
   */
  readonly leaseMs?: number | undefined;
  /** Unix milliseconds. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
  /** @defaultValue setTimeout */
  readonly setTimer?: SetTimer | undefined;
  /**
   * Called with what the operator has to know or mend: a refused origin, an unknown assistant, a model or a storage
   * that cannot be used. What repeats is written once. @defaultValue console.warn and console.error
   */
  readonly log?: Log | undefined;
  /** Called with faults nobody foresaw, which callers see as "the server had an error". @defaultValue console.error */
  readonly onError?: ((error: unknown, where: string) => void) | undefined;
}

export interface Server {
  /** Answers a request. Never rejects: every failure is an answer in the wire's error shape. */
  fetch(request: Request): Promise<Response>;
  /** Opens the storage and starts working on what is left over, now rather than at the first request. */
  open(): Promise<void>;
  /** Ends streams, lets go of runs (they continue at the next start) and closes the storage. */
  close(): Promise<void>;
}
