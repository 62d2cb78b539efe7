import type { Environment } from '../environment/environment.ts';
import type { Capabilities } from './assistants-api.ts';

/** Options of `createClient`. */
export interface ClientOptions {
  /** Base URL of the operations, such as `/v1` or `https://example.com/v1`. */
  baseURL: string;
  /** Headers of every request. A function is called for each request, and once more after a 401. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /** `globalThis.fetch` and a server's own `fetch` both fit. @defaultValue the global one */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Separates cached data of different backends or users. @defaultValue `baseURL` */
  key?: string | undefined;
  /** Known capabilities. Missing ones are read from the first responses. */
  capabilities?: Partial<Capabilities> | undefined;
  /** Retries of a request that is safe to repeat. @defaultValue 2 */
  maxRetries?: number | undefined;
  /** Clock, timers and jitter of retries. @defaultValue those of the platform */
  environment?: Pick<Environment, 'now' | 'setTimer' | 'onWake' | 'random'> | undefined;
}
