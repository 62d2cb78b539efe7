/** Parses JSON. Returns `undefined` for other text, such as an HTML page of a proxy, streaming JSON or an empty body. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
