import { type Fetch, withBody } from './with-body.ts';

/** A `fetch` whose response bodies fail after `maxBytes`, so that no response can fill the memory. */
export function limitedFetch(maxBytes: number, fetchOf: Fetch = fetch): Fetch {
  return async (url, init) => {
    const response = await fetchOf(url, init);
    if (!response.body) return response;
    let bytes = 0;
    const limited = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          bytes += chunk.byteLength;
          if (bytes <= maxBytes) controller.enqueue(chunk);
          else controller.error(new Error(`The MCP server sent more than ${maxBytes} bytes.`));
        },
      }),
    );
    return withBody(response, limited);
  };
}
