import type { BodyReader } from '../http/body-reader.ts';
import { badRequest, HttpError } from '../http/http-error.ts';
import { matchRoute, type Route, type RouteIds } from '../http/match-route.ts';
import { readBody } from '../http/read-body.ts';
import { checkQuery } from '../http/read-query.ts';
import { readUploadForm } from '../http/upload-form.ts';

/** The operation that a request addresses. */
export interface RequestTarget {
  readonly route: Route;
  readonly ids: RouteIds;
  readonly query: URLSearchParams;
}

/** Finds the operation of a request and validates its headers and query. */
export function readTarget(request: Request): RequestTarget {
  const { pathname, searchParams: query } = new URL(request.url);
  const { route, ids } = matchRoute(request.method, pathname);
  checkBetaHeader(request.headers);
  checkQuery(query, route.query);
  return { route, ids, query };
}

/** Reads the JSON or the form (`UploadForm`) of a request as its operation requires; undefined when there is none. */
export async function readRequestBody(
  { headers }: Request,
  reader: BodyReader,
  route: Route,
  limits: { readonly bodyBytes: number; readonly fileBytes: number },
): Promise<unknown> {
  if (route.body === 'none') return undefined;
  if (route.body === 'form') return readUploadForm(headers, reader, limits.fileBytes);
  const body = await readBody(headers, reader, limits.bodyBytes);
  if (route.body === 'required' && body === undefined) {
    throw new HttpError(400, 'We could not parse the JSON body of your request: it is empty.', {
      code: 'invalid_json',
    });
  }
  return body;
}

/** Accepts v2 or no header: the hosted service required it, but older and hand-written clients omit it. */
function checkBetaHeader(headers: Headers): void {
  const beta = headers.get('openai-beta');
  if (beta === null || beta.includes('assistants=v2') || !beta.includes('assistants=v1')) return;
  throw badRequest(
    "The v1 Assistants API has been deprecated. Please try again by setting the header 'OpenAI-Beta: assistants=v2'.",
    { code: 'invalid_beta' },
  );
}
