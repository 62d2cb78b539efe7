import type { RunState } from './run-state.ts';

/**
 * Removes the fields of a run state that differ by source, so that a live stream, a replay and a poll of the same run are
 * equal. Removes nothing else:
 * - `lastSeq`: polling has no numbers;
 * - a message's status and its times: the hosted service left them out of plain responses;
 * - an empty `attachments`, `file_ids`: present or absent by operation;
 * - a step's `expires_at`, `expired_at`, `metadata`: null, set or absent by operation;
 * - the run's `expires_at`, `tool_resources`, `required_action`: they differ between stream and plain response.
 */
export function normalizeRunState({ run, messages, steps }: RunState): object {
  return {
    run: run && omit(run, ['expires_at', 'tool_resources', 'required_action']),
    messages: messages.map((message) =>
      omit(message, [
        'status',
        'incomplete_details',
        'completed_at',
        'incomplete_at',
        'attachments',
        'file_ids',
      ]),
    ),
    steps: steps.map((step) => omit(step, ['expires_at', 'expired_at', 'metadata'])),
  };
}

function omit(object: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
