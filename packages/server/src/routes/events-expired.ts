import { HttpError } from '../http/http-error.ts';

/** The events of a run are dropped some time after its end; its objects stay. */
export function eventsExpired(runId: string): HttpError {
  return new HttpError(404, `The events of run '${runId}' are no longer kept. Read the run instead.`, {
    code: 'events_expired',
  });
}
