import type { ErrorBody, ErrorObject } from './error-body.ts';
import type { MessageObject } from './message.ts';
import type { RunObject } from './run.ts';
import type { CodeInterpreterFile, RunStepObject, ToolCallExecutor } from './run-step.ts';
import type { ThreadObject } from './thread.ts';

/** An annotation of a delta: `index` addresses it inside its part, and is dropped from the final object. */
export interface AnnotationDelta {
  index: number;
  type: 'file_citation' | 'file_path';
  text?: string;
  start_index?: number;
  end_index?: number;
  file_citation?: { file_id?: string; quote?: string };
  file_path?: { file_id?: string };
}

/** One part of a message delta. `index` addresses the part; the position in the array has no meaning. */
export type MessagePartDelta =
  | { index: number; type: 'text'; text?: { value?: string; annotations?: readonly AnnotationDelta[] } }
  | { index: number; type: 'refusal'; refusal?: string }
  | {
      index: number;
      type: 'image_file';
      image_file?: { file_id?: string; detail?: 'auto' | 'low' | 'high' };
    }
  | { index: number; type: 'image_url'; image_url?: { url?: string; detail?: 'auto' | 'low' | 'high' } };

/** Growth of a message: texts are appended to those of the same index. */
export interface MessageDeltaObject {
  id: string;
  object: 'thread.message.delta';
  delta: { role?: 'user' | 'assistant'; content?: readonly MessagePartDelta[] };
}

/** One output of a step delta, by its index in the call. */
export type CodeInterpreterOutputDelta =
  | { index: number; type: 'logs'; logs?: string }
  | { index: number; type: 'image'; image?: { file_id?: string } };

/** One call of a step delta. Functions bring `id` and `name` in their first delta only. */
export type StepToolCallDelta =
  | {
      index: number;
      id?: string;
      type: 'function';
      function?: { name?: string; arguments?: string; output?: string | null };
      executed_by?: ToolCallExecutor;
      /** As a whole: it replaces that of the call. */
      edited_arguments?: string;
    }
  | {
      index: number;
      id?: string;
      type: 'code_interpreter';
      code_interpreter?: {
        input?: string;
        outputs?: readonly CodeInterpreterOutputDelta[];
        /** As a whole. The completed step has it as well. */
        files?: readonly CodeInterpreterFile[];
      };
      executed_by?: ToolCallExecutor;
    }
  | {
      index: number;
      id?: string;
      type: 'file_search';
      /** A partial `FileSearchToolCall['file_search']`; the schema leaves its shape open. */
      file_search?: unknown;
      executed_by?: ToolCallExecutor;
    };

/** Growth of a step: arguments, code and outputs are appended to those of the same index, reasoning to its text. */
export interface RunStepDeltaObject {
  id: string;
  object: 'thread.run.step.delta';
  delta: {
    step_details?:
      | { type: 'tool_calls'; tool_calls?: readonly StepToolCallDelta[] }
      | { type: 'message_creation'; message_creation?: { message_id?: string } }
      | { type: 'reasoning'; reasoning?: { text?: string } };
  };
}

/** Events whose data is a run. */
export type RunEventName =
  | 'thread.run.created'
  | 'thread.run.queued'
  | 'thread.run.in_progress'
  | 'thread.run.requires_action'
  | 'thread.run.completed'
  | 'thread.run.incomplete'
  | 'thread.run.failed'
  | 'thread.run.cancelling'
  | 'thread.run.cancelled'
  | 'thread.run.expired';

/** Events whose data is a run step. */
export type RunStepEventName =
  | 'thread.run.step.created'
  | 'thread.run.step.in_progress'
  | 'thread.run.step.completed'
  | 'thread.run.step.failed'
  | 'thread.run.step.cancelled'
  | 'thread.run.step.expired';

/** Events whose data is a message. */
export type MessageEventName =
  | 'thread.message.created'
  | 'thread.message.in_progress'
  | 'thread.message.completed'
  | 'thread.message.incomplete';

/**
 * One event of a stream, keyed by its SSE name. `done` is not among them: it ends the iteration.
 * Readers skip unknown names, because the API may add some.
 */
export type StreamEvent =
  | { event: 'thread.created'; data: ThreadObject }
  | { event: RunEventName; data: RunObject }
  | { event: RunStepEventName; data: RunStepObject }
  | { event: 'thread.run.step.delta'; data: RunStepDeltaObject }
  | { event: MessageEventName; data: MessageObject }
  | { event: 'thread.message.delta'; data: MessageDeltaObject }
  /** Nested as the service sends it; flat as in the schema. The status of the run is unknown after it. */
  | { event: 'error'; data: ErrorBody | ErrorObject };
