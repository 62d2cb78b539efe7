import { isActive, type RunObject } from '@threadkit/core/api';
import { acceptsReasoning } from '../http/accepts-reasoning.ts';
import { jsonResponse } from '../http/json-response.ts';
import { includesSearchContent } from '../http/read-query.ts';
import { followEvents } from '../runs/follow-events.ts';
import type { Call } from './handler.ts';

/** How soon a polling client should read the run again. */
const POLL_AFTER_MS = 250;

/** Responds with the run as JSON, or with a stream of its events after number `after` up to the next pause. */
export function respondWithRun(
  { server, owner, query, headers, stream }: Call,
  run: RunObject,
  options: { readonly stream: boolean; readonly after: number },
): Response {
  if (!options.stream) return runResponse(run);
  const scope = { owner, threadId: run.thread_id };
  return stream((signal) =>
    followEvents(server, scope, run.id, {
      after: options.after,
      until: 'pause',
      signal,
      searchContent: includesSearchContent(query),
      reasoning: acceptsReasoning(headers),
    }),
  );
}

export function runResponse(run: RunObject): Response {
  return jsonResponse(run, {
    headers: isActive(run) ? { 'openai-poll-after-ms': String(POLL_AFTER_MS) } : {},
  });
}
