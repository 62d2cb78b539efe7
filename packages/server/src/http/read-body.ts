import { badRequest, HttpError } from './http-error.ts';
import { isDeeperThan } from './is-deeper-than.ts';
import { readBytes } from './read-bytes.ts';

/** What is deeper overflows the stack of whoever writes it as JSON again. */
const MAX_DEPTH = 100;

/**
 * The JSON object of a request; undefined when the body is empty. Refuses what is too big while reading it,
 * and other content types, which a foreign page could post without being asked for its origin.
 */
export async function readBody(request: Request, maxBytes: number): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(request, maxBytes));
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
