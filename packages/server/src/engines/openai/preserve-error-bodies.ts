import type OpenAI from 'openai';

/** Response bodies by the SDK error that was created from them. */
const bodies = new WeakMap<object, unknown>();
const observed = new WeakSet();

/**
 * Records error bodies of a client's failed requests for {@link getErrorBody}. The SDK's errors contain only a part of the
 * body, which depends on the SDK's version. Other users of the client are not affected.
 */
export function preserveErrorBodies(client: OpenAI): void {
  // Overrides a protected method of the SDK. A client without it only loses this detail.
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

/** The body as JSON, or as text if it was not JSON; undefined when it was not recorded. */
export function getErrorBody(error: object): unknown {
  return bodies.get(error);
}
