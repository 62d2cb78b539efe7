type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

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
    const { status, statusText, headers } = response;
    const copy = new Response(limited, { status, statusText, headers });
    // Read when a redirect is checked.
    return Object.defineProperty(copy, 'url', { value: response.url });
  };
}
