/** A copy of the response whose body fails like a lost connection after `bytes` bytes. */
export function cutAfter(response: Response, bytes: number): Response {
  let left = bytes;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      const part = chunk.slice(0, left);
      left -= part.length;
      if (part.length > 0) controller.enqueue(part);
      if (left <= 0) controller.error(new TypeError('network error'));
    },
  });
  return new Response(response.body?.pipeThrough(cut), response);
}

/** A random number generator with a seed (mulberry32); returns numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Interceptor = (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>;

/**
 * An interceptor that loses requests and responses and cuts streams at random bytes, at most `disturbances` times, so that
 * every conversation ends.
 */
export function unreliableNetwork(random: () => number, disturbances: number): Interceptor {
  let left = disturbances;
  return async (request, next) => {
    const luck = random();
    if (left <= 0 || luck > 0.6) return next(request);
    left -= 1;
    if (luck < 0.12) throw new TypeError('network error');
    const response = await next(request);
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
      return cutAfter(response, Math.ceil(random() * 6_000));
    }
    if (luck > 0.3) return response;
    await response.body?.cancel();
    throw new TypeError('network error');
  };
}
