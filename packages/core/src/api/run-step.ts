import type { Metadata } from './metadata.ts';
import type { RunCompletionUsage } from './run.ts';

/** `in_progress` also while the step waits for tool outputs. */
export type RunStepStatus = 'in_progress' | 'completed' | 'failed' | 'cancelled' | 'expired';

/**
 * Who executes a call other than the client: `server`, as a tool of the server or one that it has built in; `provider`, the model
 * provider. Calls of `code_interpreter` and `file_search` have it only when the server executes them.
 */
export type ToolCallExecutor = 'server' | 'provider';

/** A call of a function. `arguments` is text of a model and may be invalid JSON. */
export interface FunctionToolCall {
  id: string;
  type: 'function';
  /** `output` is null until the call was executed. */
  function: { name: string; arguments: string; output: string | null };
  /** Who executes it, which Threadkit's server adds. Absent: the client, which submits the output. */
  executed_by?: ToolCallExecutor;
  /**
   * JSON text with which the server's tool was executed instead of `arguments`, because the user edited them when approving the
   * call. Threadkit's server adds it.
   */
  edited_arguments?: string;
}

/** What code printed, or an image that it drew. */
export type CodeInterpreterOutput =
  | { type: 'logs'; logs: string }
  | { type: 'image'; image: { file_id: string } };

/** A file that code has written. Responses link it as `sandbox:` and its path, with an annotation. */
export interface CodeInterpreterFile {
  /** In the sandbox: `/mnt/data/out.csv`. */
  path: string;
  /** Its content as it was after the call. */
  file_id: string;
}

/** A call of `code_interpreter`. `input` is the code. */
export interface CodeInterpreterToolCall {
  id: string;
  type: 'code_interpreter';
  code_interpreter: {
    input: string;
    outputs: readonly CodeInterpreterOutput[];
    /** Threadkit's server adds it when the call has written files. */
    files?: readonly CodeInterpreterFile[];
  };
  /** Threadkit's server adds it. */
  executed_by?: ToolCallExecutor;
}

/** A file that `file_search` found. */
export interface FileSearchResult {
  file_id: string;
  file_name: string;
  /** 0 to 1. */
  score: number;
  attributes?: { readonly [key: string]: unknown };
  /** Only with `include[]`. */
  content?: readonly { type?: 'text'; text?: string }[];
}

/** A call of `file_search`. */
export interface FileSearchToolCall {
  id: string;
  type: 'file_search';
  file_search: {
    /** What was searched for. Threadkit's server adds it. */
    queries?: readonly string[];
    ranking_options?: { ranker: string; score_threshold: number };
    results?: readonly FileSearchResult[];
  };
  /** Threadkit's server adds it. */
  executed_by?: ToolCallExecutor;
}

/** A tool call of a stored step. */
export type StepToolCall = CodeInterpreterToolCall | FileSearchToolCall | FunctionToolCall;

/** The step wrote a message. */
export interface MessageCreationStepDetails {
  type: 'message_creation';
  message_creation: { message_id: string };
}

/** The step called tools, in parallel if there are several. */
export interface ToolCallsStepDetails {
  type: 'tool_calls';
  tool_calls: readonly StepToolCall[];
}

/**
 * What the model showed of its reasoning, as a summary or as thinking. Not part of the contract: our server sends such steps
 * only to clients that send `reasoning` in the header `ACCEPT_HEADER`.
 */
export interface ReasoningStepDetails {
  type: 'reasoning';
  /** Empty when the server does not keep it after the run. */
  reasoning: { text: string };
}

/**
 * @see The API reference, "The run step object".
 * The schema names `expired_at` and `metadata`, the service sent `expires_at`: our server sends all three.
 */
export interface RunStepObject {
  id: string;
  object: 'thread.run.step';
  created_at: number;
  run_id: string;
  assistant_id: string;
  thread_id: string;
  type: 'message_creation' | 'tool_calls' | 'reasoning';
  status: RunStepStatus;
  cancelled_at: number | null;
  completed_at: number | null;
  expired_at?: number | null;
  expires_at?: number | null;
  failed_at: number | null;
  last_error: { code: 'server_error' | 'rate_limit_exceeded'; message: string } | null;
  step_details: MessageCreationStepDetails | ToolCallsStepDetails | ReasoningStepDetails;
  /** Null until the step ends. */
  usage: RunCompletionUsage | null;
  metadata?: Metadata | null;
}
