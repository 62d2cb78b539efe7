import type { ListPage, ListParams } from '@threadkit/core/api';
import { badRequest, HttpError } from '../http/http-error.ts';
import { jsonResponse } from '../http/json-response.ts';

/** A page as a response. Throws 400 for an undefined page: its cursor is deleted, foreign or unknown. */
export function listResponse<R>(page: ListPage<R> | undefined, query: ListParams): Response {
  if (page) return jsonResponse(page);
  const param = query.after === undefined ? 'before' : 'after';
  throw badRequest(
    `Invalid '${param}': '${query[param]}' is not in this list. Expected the id of one of its objects.`,
    { param, code: 'invalid_cursor' },
  );
}

/** The 404 for events that were dropped after the run's end. The run itself still exists. */
export function eventsExpired(runId: string): HttpError {
  return new HttpError(404, `The events of run '${runId}' are no longer kept. Read the run instead.`, {
    code: 'events_expired',
  });
}
