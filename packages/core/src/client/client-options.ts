import type { Environment } from '../environment/environment.ts';
import type { Capabilities } from './assistants-api.ts';

/** Options of `createClient`. */
export interface ClientOptions {
  /**
   * Base URL of the operations, such as `/v1` or `https://example.com/v1`. Relative only in a page. A slash at the end is
   * ignored.
   */
  baseURL: string;
  /**
   * Headers of every request. A function is called for each request, and once more after a 401. An error
   * that it throws is passed on to the caller. @defaultValue none
   */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /** Sends the requests, such as a server's own `fetch`. @defaultValue `globalThis.fetch` */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Separates cached data of different backends or users. @defaultValue `baseURL` */
  key?: string | undefined;
  /**
   * Known capabilities. With `reasoning: false` the client requests no reasoning; otherwise it requests it as soon as a response has
   * declared that the backend sends it. `streamThreadAndRun` as the first request of a client comes without, unless this is
   * `true`; a `ThreadController` creates the thread first, so all its runs have it. @defaultValue read from the first responses
   */
  capabilities?: Partial<Capabilities> | undefined;
  /**
   * How often a request that is safe to repeat is sent again after a network error or the statuses 408, 409, 429 and 5xx: after
   * `retry-after` (not at all when that is over 60 s), else after 0.5 s, doubled each time up to 8 s. @defaultValue 2
   */
  maxRetries?: number | undefined;
  /** Clock, timers and jitter of retries. @defaultValue those of the platform */
  environment?: Pick<Environment, 'now' | 'setTimer' | 'onWake' | 'random'> | undefined;
}
