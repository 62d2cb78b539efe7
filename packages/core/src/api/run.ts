import type { CreateMessageRequest } from './message.ts';
import type { Metadata } from './metadata.ts';
import type { ReasoningEffort, ResponseFormat, ToolChoice, TruncationStrategy } from './run-options.ts';
import type { CreateThreadRequest } from './thread.ts';
import type { AssistantTool, ToolResources } from './tool.ts';

/** In the order a run can have them. */
export type RunStatus =
  | 'queued'
  | 'in_progress'
  | 'requires_action'
  | 'cancelling'
  | 'cancelled'
  | 'failed'
  | 'completed'
  | 'incomplete'
  | 'expired';

/** A function call that waits for its output. `arguments` is text of a model and may be invalid JSON. */
export interface RequiredFunctionToolCall {
  id: string;
  type: 'function';
  function: { name: string; arguments: string };
  /**
   * `server`: a tool of Threadkit's server that asks first. Its output is a decision (`ToolDecision`), and never the result.
   * Absent: the client executes the call.
   */
  executed_by?: 'server';
}

/** The function calls whose outputs the run waits for. */
export interface RequiredAction {
  type: 'submit_tool_outputs';
  submit_tool_outputs: { tool_calls: readonly RequiredFunctionToolCall[] };
}

/** Tokens. A run's usage is the sum of its steps'. */
export interface RunCompletionUsage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  /** Singular, as the service spells it; missing from its schema. */
  prompt_token_details?: { cached_tokens: number };
  completion_tokens_details?: { reasoning_tokens: number };
}

/** Why a run failed. `rate_limit_exceeded` includes an exhausted quota of the provider. */
export interface RunError {
  code: 'server_error' | 'rate_limit_exceeded' | 'invalid_prompt';
  message: string;
}

/** @see The API reference, "The run object". Times are Unix seconds. */
export interface RunObject {
  id: string;
  object: 'thread.run';
  created_at: number;
  assistant_id: string;
  thread_id: string;
  status: RunStatus;
  /** Reset when a worker picks the run up again after a tool round, so it does not give a duration. */
  started_at: number | null;
  /** `created_at` + `MAX_RUN_LIFETIME_S` while the run is active; not extended by a tool round. */
  expires_at: number | null;
  cancelled_at: number | null;
  failed_at: number | null;
  completed_at: number | null;
  /** Non-null only in `requires_action`. */
  required_action: RequiredAction | null;
  last_error: RunError | null;
  model: string;
  /** Null when neither the run nor its assistant has any; the schema says string. */
  instructions: string | null;
  tools: readonly AssistantTool[];
  /** Sent by the service, missing from its schema. */
  tool_resources?: ToolResources | null;
  metadata: Metadata | null;
  temperature?: number | null;
  top_p?: number | null;
  reasoning_effort?: ReasoningEffort | null;
  max_completion_tokens: number | null;
  max_prompt_tokens: number | null;
  truncation_strategy: TruncationStrategy | null;
  incomplete_details: {
    reason?: 'max_completion_tokens' | 'max_prompt_tokens' | 'content_filter';
  } | null;
  usage: RunCompletionUsage | null;
  response_format: ResponseFormat | null;
  tool_choice: ToolChoice | null;
  /** Absent from objects made before mid-2024. */
  parallel_tool_calls?: boolean;
}

/** The only value of `include[]`. */
export type RunStepInclude = 'step_details.tool_calls[*].file_search.results[*].content';

interface RunOverrides {
  assistant_id: string;
  model?: string | null | undefined;
  /** Replaces the assistant's instructions for this run. */
  instructions?: string | null | undefined;
  /** Replaces the assistant's tools for this run. At most 20. */
  tools?: readonly AssistantTool[] | null | undefined;
  metadata?: Metadata | null | undefined;
  temperature?: number | null | undefined;
  top_p?: number | null | undefined;
  /** Budgets over all completions of the run. */
  max_prompt_tokens?: number | null | undefined;
  max_completion_tokens?: number | null | undefined;
  truncation_strategy?: TruncationStrategy | null | undefined;
  tool_choice?: ToolChoice | null | undefined;
  /** @defaultValue true */
  parallel_tool_calls?: boolean | undefined;
  response_format?: ResponseFormat | null | undefined;
}

/** Body of `createRun`. Settings that the assistant has too, such as `model`, default to those of the assistant. */
export interface CreateRunRequest extends RunOverrides {
  /** Appended to whichever instructions apply. */
  additional_instructions?: string | null | undefined;
  /** Appended to the thread before the run starts. */
  additional_messages?: readonly CreateMessageRequest[] | null | undefined;
  reasoning_effort?: ReasoningEffort | null | undefined;
}

/** Body of `createThreadAndRun`. Settings that the assistant has too, such as `model`, default to those of the assistant. */
export interface CreateThreadAndRunRequest extends RunOverrides {
  /** Absent: an empty thread. */
  thread?: CreateThreadRequest | undefined;
  tool_resources?: ToolResources | null | undefined;
}

/** Only once the run is no longer active. */
export interface ModifyRunRequest {
  metadata?: Metadata | null | undefined;
}

/** The output of one function call. */
export interface RunToolOutput {
  tool_call_id: string;
  /** Always text; stored unchanged. */
  output: string;
}

/** Every pending call, exactly once. */
export interface SubmitToolOutputsRunRequest {
  tool_outputs: readonly RunToolOutput[];
}
