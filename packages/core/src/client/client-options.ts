import type { Environment } from '../environment/environment.ts';
import type { Capabilities } from './assistants-api.ts';

export interface ClientOptions {
  /** Where the operations live, such as `/v1` or `https://example.com/v1`. */
  baseURL: string;
  /** Sent with every request. A function is asked anew for each one, and once more after a 401. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /** `globalThis.fetch` and a server's own `fetch` both fit. @defaultValue the global one */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Tells this backend's cached data from another's. @defaultValue `baseURL` */
  key?: string | undefined;
  /** Known beforehand; what is not given is learnt from the first answers. */
  capabilities?: Partial<Capabilities> | undefined;
  /** How often a request that may safely be sent twice is repeated. @defaultValue 2 */
  maxRetries?: number | undefined;
  /** The clock and timer of retries. */
  environment?: Pick<Environment, 'now' | 'setTimer' | 'onWake'> | undefined;
}
