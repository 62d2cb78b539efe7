export type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** The response with another body. */
export function withBody(response: Response, body: ReadableStream<Uint8Array>): Response {
  const { status, statusText, headers, url } = response;
  // A redirect is checked against the URL, which a constructed response lacks.
  return Object.defineProperty(new Response(body, { status, statusText, headers }), 'url', { value: url });
}
