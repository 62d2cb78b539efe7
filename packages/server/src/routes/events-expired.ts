import { HttpError } from '../http/http-error.ts';

/** The 404 for events that were dropped after the run's end. The run itself is still there. */
export function eventsExpired(runId: string): HttpError {
  return new HttpError(404, `The events of run '${runId}' are no longer kept. Read the run instead.`, {
    code: 'events_expired',
  });
}
