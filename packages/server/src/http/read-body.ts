import { badRequest, HttpError } from './http-error.ts';
import { isDeeperThan } from './is-deeper-than.ts';

/** What is deeper overflows the stack of whoever writes it as JSON again. */
const MAX_DEPTH = 100;

/**
 * The JSON object of a request; undefined when the body is empty. Refuses what is too big while reading it,
 * and other content types, which a foreign page could post without being asked for its origin.
 */
export async function readBody(request: Request, maxBytes: number): Promise<unknown> {
  const text = await readText(request, maxBytes);
  if (text.trim() === '') return undefined;
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) {
    throw new HttpError(
      415,
      `Unsupported content type ${JSON.stringify(type)}. Send the body as JSON, with the header 'Content-Type: application/json'.`,
      { code: 'unsupported_content_type' },
    );
  }
  const body = parse(text);
  if (isDeeperThan(MAX_DEPTH, body)) {
    throw badRequest(`Invalid request body: nested too deeply. Expected at most ${MAX_DEPTH} levels.`, {
      code: 'body_too_deep',
    });
  }
  return body;
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

async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = () =>
    new HttpError(413, `Request body too large. Expected at most ${maxBytes} bytes.`, {
      code: 'body_too_large',
    });
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  if (!request.body) {
    // Empty; or a browser that has no request streams, where the page itself made the request.
    const text = await request.text();
    if (text.length > maxBytes) throw tooLarge();
    return text;
  }
  const decoder = new TextDecoder();
  const reader = request.body.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}
