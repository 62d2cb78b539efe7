/**
 * Intended differences between these types and those of the official SDK. The type tests exempt exactly these.
 */
export interface Deviations {
  /** Sent by the hosted service, missing from the schema the SDK is made from. */
  assistant: 'reasoning_effort';
  run: 'reasoning_effort' | 'tool_resources';
  /** The schema says string; the service sends null without instructions. */
  runInstructions: 'instructions';
  /** A content filter ends a run as incomplete, with a reason the schema does not list. */
  runIncomplete: 'incomplete_details';
  /** The service left these out of plain responses; the schema wants them. */
  message: 'status' | 'incomplete_details' | 'completed_at' | 'incomplete_at' | 'attachments';
  /** The service sent `expires_at` where the schema has `expired_at`, and no `metadata`. */
  runStep: 'expires_at' | 'expired_at' | 'metadata';
  /** Threadkit adds steps of the type `reasoning`. */
  runStepType: 'type';
  /** Rankers outside the schema's list were seen in `file_search` calls of a step. */
  runStepDetails: 'step_details';
}
