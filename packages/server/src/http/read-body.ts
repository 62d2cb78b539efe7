import type { BodyReader } from './body-reader.ts';
import { checkNesting } from './check-nesting.ts';
import { badRequest, HttpError } from './http-error.ts';
import { readBytes } from './read-bytes.ts';

/**
 * The JSON body of a request with these headers; undefined when empty. Stops reading at `maxBytes`. Refuses other content types, which a
 * cross-origin page could post without a preflight.
 */
export async function readBody(headers: Headers, body: BodyReader, maxBytes: number): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(headers, body, maxBytes));
  if (text.trim() === '') return undefined;
  const type = headers.get('content-type') ?? '';
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) {
    throw new HttpError(
      415,
      `Unsupported content type ${JSON.stringify(type)}. Send the body as JSON, with the header 'Content-Type: application/json'.`,
      { code: 'unsupported_content_type' },
    );
  }
  checkNesting(text);
  return parse(text);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(
      'We could not parse the JSON body of your request. Check for a missing quote or bracket, or a trailing comma; the API expects a JSON payload.',
      { code: 'invalid_json' },
    );
  }
}
