import { badRequest } from '../http/http-error.ts';
import { jsonResponse } from '../http/json-response.ts';
import { wantsStream } from '../http/match-route.ts';
import { IdempotencyConflictError, type IdempotencyRecord } from '../storage/idempotency-record.ts';
import type { Call, Handler } from './handler.ts';
import { respondWithRun } from './respond-with-run.ts';
import { eventsExpired } from './responses.ts';

/**
 * Executes a request with an idempotency key once. Repeating the request returns the first response, or a stream of the same
 * events. Failed requests are not stored, so that a retry may succeed.
 */
export async function withIdempotency(call: Call, handler: Handler): Promise<Response> {
  if (!call.requestKey) return handler(call);
  const { key, fingerprint } = call.requestKey;
  for (;;) {
    const known = await call.server.storage.getIdempotencyRecord({ owner: call.owner }, key);
    if (known) {
      if (known.fingerprint === fingerprint) return repeat(call, known);
      throw badRequest(
        "This 'Idempotency-Key' was used for another request. Send a new key, or the very same request again.",
        { code: 'idempotency_key_reused' },
      );
    }
    try {
      return await handler(call);
    } catch (error) {
      // A concurrent request with the same key was stored first: return its response.
      if (!(error instanceof IdempotencyConflictError)) throw error;
    }
  }
}

/** The record that a handler stores together with the created object, so that the request can be repeated. */
export function toIdempotencyRecord(
  { requestKey, server }: Call,
  object: IdempotencyRecord['object'],
  after = 0,
): { readonly idempotencyRecord?: IdempotencyRecord } {
  return requestKey ? { idempotencyRecord: { ...requestKey, object, after, at: server.at() } } : {};
}

async function repeat(call: Call, { object, after }: IdempotencyRecord): Promise<Response> {
  if (object.object !== 'thread.run') return jsonResponse(object);
  const stream = wantsStream(call.route, call.body);
  if (stream) {
    const scope = { owner: call.owner, threadId: object.thread_id };
    const record = await call.server.storage.getRunRecord(scope, object.id);
    if (!record || record.droppedSeq > after) throw eventsExpired(object.id);
  }
  return respondWithRun(call, object, { stream, after });
}
