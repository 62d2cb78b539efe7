import type OpenAI from 'openai';

/** By the error that the SDK made of them. */
const bodies = new WeakMap<object, unknown>();
const observed = new WeakSet();

/**
 * Lets {@link errorBodyOf} know the bodies of a client's refused requests. The SDK hands its errors only a part of
 * them, which part depends on its version. The client goes on as before for everyone who uses it.
 */
export function keepErrorBodies(client: OpenAI): void {
  // The SDK's own seam for this, protected in its types. A client without it keeps what the SDK tells.
  const make: unknown = Reflect.get(client, 'makeStatusError');
  if (observed.has(client) || typeof make !== 'function') return;
  observed.add(client);
  Reflect.defineProperty(client, 'makeStatusError', {
    configurable: true,
    writable: true,
    value(this: unknown, ...args: readonly unknown[]): unknown {
      const error: unknown = Reflect.apply(make, this, args);
      const [, parsed, text] = args;
      if (typeof error === 'object' && error !== null) bodies.set(error, parsed ?? text);
      return error;
    },
  });
}

/** The body as JSON or, where it was none, as text; undefined when it was not kept. */
export function errorBodyOf(error: object): unknown {
  return bodies.get(error);
}
