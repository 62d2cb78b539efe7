// @threadkit/core/internal: what it exports. Written by `pnpm api --update`.

/** The cursor envelope. `first_id` and `last_id` are null on an empty page. */
interface ListPage<T> {
  object: 'list';
  data: readonly T[];
  first_id: string | null;
  last_id: string | null;
  has_more: boolean;
}
/** Creates a page of a list from its items, in their final order. */
declare function listPage<T extends {
  id: string;
}>(data: readonly T[], hasMore: boolean): ListPage<T>;
declare function listPage<T>(data: readonly T[], hasMore: boolean): ListPage<T>;
/** 24 characters of 6 random bits. Not `randomUUID`, which is missing on insecure origins. */
declare function randomId(): string;
/** Up to 16 pairs; keys of at most 64 and values of at most 512 characters. Values are always strings. */
type Metadata = Readonly<Record<string, string>>;
/** `max` and `xhigh` exist on newer models only. Null or absent: the model's own default. */
type ReasoningEffort = 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max';
/** The format of responses. `auto` is text; `json_schema` needs a model with structured outputs. */
type ResponseFormat = 'auto' | {
  type: 'text';
} | {
  type: 'json_object';
} | {
  type: 'json_schema';
  json_schema: {
    name: string;
    description?: string;
    schema?: {
      [keyword: string]: unknown;
    };
    strict?: boolean | null;
  };
};
/** Which tools the model may call: none, any, at least one, or the given one. @defaultValue `auto` */
type ToolChoice = 'none' | 'auto' | 'required' | {
  type: 'function' | 'code_interpreter' | 'file_search';
  function?: {
    name: string;
  };
};
/** Which thread messages a run reads. `last_messages` counts messages, not steps, and is at least 1. */
interface TruncationStrategy {
  type: 'auto' | 'last_messages';
  last_messages?: number | null;
}
/** The JSON Schema of a function's parameters. Absent means: no arguments. */
type FunctionParameters = {
  readonly [keyword: string]: unknown;
};
/** A function as the model sees it. */
interface FunctionDefinition {
  /** `[A-Za-z0-9_-]`, at most 64 characters. */
  name: string;
  description?: string;
  parameters?: FunctionParameters;
  strict?: boolean | null;
}
/** A tool the caller executes: the only kind that leads to `requires_action`. */
interface FunctionTool {
  type: 'function';
  function: FunctionDefinition;
}
/** Lets the model run code on the server. */
interface CodeInterpreterTool {
  type: 'code_interpreter';
}
/** How `file_search` ranks results. Results with a score below `score_threshold` (0 to 1) are left out. */
interface FileSearchRankingOptions {
  score_threshold: number;
  ranker?: 'auto' | 'default_2024_08_21';
}
/** Lets the model search the vector stores in {@link ToolResources}. */
interface FileSearchTool {
  type: 'file_search';
  file_search?: {
    /** 1 to 50. */
    max_num_results?: number;
    ranking_options?: FileSearchRankingOptions;
  };
}
/** A tool of an assistant or a run. */
type AssistantTool = CodeInterpreterTool | FileSearchTool | FunctionTool;
/** What the tools may read: files for `code_interpreter`, one vector store for `file_search`. */
interface ToolResources {
  code_interpreter?: {
    file_ids?: readonly string[];
  };
  file_search?: {
    vector_store_ids?: readonly string[];
  };
}
/** The `error` of an error response. All four keys are always present. */
interface ErrorObject {
  message: string;
  type: string;
  param: string | null;
  code: string | null;
}
/** Half-open range `[start_index, end_index)` of the part's text; `text` is the text of the range. */
interface AnnotationRange {
  text: string;
  start_index: number;
  end_index: number;
}
/** Cites a file that a tool searched. The range covers the marker in the text, such as `【4:0†handbook.md】`. */
interface FileCitationAnnotation extends AnnotationRange {
  type: 'file_citation';
  file_citation: {
    file_id: string;
    /** The cited text. Removed from the reference; older backends and messages have it. */
    quote?: string;
  };
}
/** Links a file that `code_interpreter` wrote. The range covers its path in the text. */
interface FilePathAnnotation extends AnnotationRange {
  type: 'file_path';
  file_path: {
    file_id: string;
  };
}
/** What a range of a text refers to. */
type Annotation = FileCitationAnnotation | FilePathAnnotation;
/** Text of a stored message, with its citations and file links. */
interface TextContentPart {
  type: 'text';
  text: {
    value: string;
    annotations: readonly Annotation[];
  };
}
/** An image uploaded with `purpose: 'vision'`, or written by `code_interpreter`. */
interface ImageFileContentPart {
  type: 'image_file';
  image_file: {
    file_id: string;
    detail?: 'auto' | 'low' | 'high';
  };
}
/** An image at a URL. The provider of the model reads it. */
interface ImageUrlContentPart {
  type: 'image_url';
  image_url: {
    url: string;
    detail?: 'auto' | 'low' | 'high';
  };
}
/** The reason why the model refuses to respond. */
interface RefusalContentPart {
  type: 'refusal';
  refusal: string;
}
/** One part of a stored message. In requests text is a bare string: see {@link MessagePartParam}. */
type MessageContentPart = TextContentPart | ImageFileContentPart | ImageUrlContentPart | RefusalContentPart;
/** Only messages of a run are ever `in_progress` or `incomplete`. */
type MessageStatus = 'in_progress' | 'incomplete' | 'completed';
/** Why a message ends early. Its run ended in the same way. */
type MessageIncompleteReason = 'content_filter' | 'max_tokens' | 'run_cancelled' | 'run_expired' | 'run_failed';
/** A file of a message, and the tools that may read it. */
interface MessageAttachment {
  file_id?: string;
  tools?: readonly ({
    type: 'code_interpreter';
  } | {
    type: 'file_search';
  })[];
}
/**
 * @see The API reference, "The message object".
 * The hosted service left `status`, `incomplete_details`, `completed_at` and `incomplete_at` out of plain
 * responses: an absent status never means "in progress".
 */
interface MessageObject {
  id: string;
  object: 'thread.message';
  /** Unix seconds. */
  created_at: number;
  thread_id: string;
  status?: MessageStatus;
  incomplete_details?: {
    reason: MessageIncompleteReason;
  } | null;
  completed_at?: number | null;
  incomplete_at?: number | null;
  role: 'user' | 'assistant';
  content: readonly MessageContentPart[];
  /** Null unless a run created the message. */
  assistant_id: string | null;
  /** Null unless a run created the message. */
  run_id: string | null;
  attachments?: readonly MessageAttachment[] | null;
  metadata: Metadata | null;
}
/** In the order a run can have them. */
type RunStatus = 'queued' | 'in_progress' | 'requires_action' | 'cancelling' | 'cancelled' | 'failed' | 'completed' | 'incomplete' | 'expired';
/** A function call that waits for its output. `arguments` is text of a model and may be invalid JSON. */
interface RequiredFunctionToolCall {
  id: string;
  type: 'function';
  function: {
    name: string;
    arguments: string;
  };
  /**
   * `server`: a tool of Threadkit's server that asks first. Its output is a decision (`ToolDecision`), and never the result.
   * Absent: the client executes the call.
   */
  executed_by?: 'server';
}
/** The function calls whose outputs the run waits for. */
interface RequiredAction {
  type: 'submit_tool_outputs';
  submit_tool_outputs: {
    tool_calls: readonly RequiredFunctionToolCall[];
  };
}
/** Tokens. A run's usage is the sum of its steps'. */
interface RunCompletionUsage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  /** Singular, as the service spells it; missing from its schema. */
  prompt_token_details?: {
    cached_tokens: number;
  };
  completion_tokens_details?: {
    reasoning_tokens: number;
  };
}
/** Why a run failed. `rate_limit_exceeded` includes an exhausted quota of the provider. */
interface RunError {
  code: 'server_error' | 'rate_limit_exceeded' | 'invalid_prompt';
  message: string;
}
/** @see The API reference, "The run object". Times are Unix seconds. */
interface RunObject {
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
/**
 * The kinds of errors, a closed list.
 * `api`: the backend refused, or failed where `status` is 500 and above · `locked`: the thread has an active run ·
 * `rate-limited`: try again later · `unauthorized`: 401 or 403 · `network`: there was no response · `stream`: a response was
 * cut off or malformed · `tool`: a tool of this page was not run · `config`: Threadkit was set up or called wrongly; includes an
 * unknown assistant (`status` 404) and an unknown model.
 */
type ErrorKind = 'api' | 'locked' | 'rate-limited' | 'unauthorized' | 'network' | 'stream' | 'tool' | 'config';
/** The optional fields of a {@link ThreadkitError}. */
interface ErrorDetails {
  /** What was caught, as in `ErrorOptions`. */
  cause?: unknown;
  /** HTTP status. */
  status?: number | undefined;
  /** The backend's own `type`, `code`, `param`. */
  body?: ErrorObject | undefined;
  /** `x-request-id` of the response. */
  requestId?: string | undefined;
  /** Milliseconds to wait before the next attempt, as the backend requests. */
  retryAfterMs?: number | undefined;
}
declare const BRAND: unique symbol;
/** The error class of Threadkit. `message` says what happened, why, and what to do; programs read `kind`. */
declare class ThreadkitError extends Error {
  readonly name = "ThreadkitError";
  /** What kind of failure it is, for programs. */
  readonly kind: ErrorKind;
  /** HTTP status. Undefined when there was no response, and for errors of this page. */
  readonly status: number | undefined;
  /** The backend's own `type`, `code` and `param`. Undefined when it sent none. */
  readonly body: ErrorObject | undefined;
  /** `x-request-id` of the response, for the backend's logs. */
  readonly requestId: string | undefined;
  /** Milliseconds to wait before the next attempt, as the backend requests. */
  readonly retryAfterMs: number | undefined;
  readonly [BRAND] = true;
  constructor(kind: ErrorKind, message: string, details?: ErrorDetails);
}
/** Turns a thrown value into a `ThreadkitError`: one stays as it is, others become the `cause` of an error of `kind`. */
declare function toThreadkitError(error: unknown, kind: ErrorKind): ThreadkitError;
/** Whether a value is an object and neither null nor a list. */
declare function isRecord(value: unknown): value is Readonly<Record<string, unknown>>;
/** Parses JSON. Returns `undefined` for other text, such as an HTML page of a proxy, streaming JSON or an empty body. */
declare function parseJson(text: string): unknown;
/** A message of a timeline: stored, or local to this page. */
interface TimelineMessage {
  /** Never changes, neither when the server's id arrives nor when the cache has the message: use it as React key. */
  readonly key: string;
  /** The server's id. Undefined until the message is stored. */
  readonly id: string | undefined;
  readonly role: 'user' | 'assistant';
  /**
   * `sending`: being sent, or its run is being started · `failed`: one of these failed; see `retry` and `discard` · `live`: a run
   * is writing it · `stored`: on the server, and no longer written.
   */
  readonly phase: 'sending' | 'failed' | 'live' | 'stored';
  /** The message so far. Its `id` is empty until it is stored. */
  readonly message: MessageObject;
  /** The run that created the message; null for messages of the user. */
  readonly runId: string | null;
}
/** The local messages to show: those that are not stored, and those that replace a stored one. */
declare function visibleLocalMessages(localMessages: readonly TimelineMessage[], storedById: ReadonlyMap<string | undefined, TimelineMessage>): readonly TimelineMessage[];
/**
 * One row of a thread: a message that no run created, or everything of one run. `key` is the React key: that of the
 * `TimelineMessage`, or the id of the run.
 */
type TimelineRow = {
  readonly kind: 'message';
  readonly key: string;
} | {
  readonly kind: 'run';
  readonly key: string;
  readonly runId: string;
};
/**
 * The rows of a thread, oldest first. A run is placed at its first message; a run without messages is placed after the
 * messages that it can have responded to.
 *
 * @param runs The known runs, oldest first.
 */
declare function toRows(messages: readonly TimelineMessage[], runs: readonly RunObject[]): readonly TimelineRow[];
/** The subscribers of one value, or of one event with its arguments. */
interface Subscribers<A extends readonly unknown[] = []> {
  readonly size: number;
  /** Adds a subscriber. Returns a function that removes it. */
  add(onChange: (...args: A) => void): () => void;
  notify(...args: A): void;
}
/** @param onSizeChange - Called when the first subscriber was added and when the last one was removed. */
declare function createSubscribers<A extends readonly unknown[] = []>(onSizeChange?: (hasSubscribers: boolean) => void): Subscribers<A>;
/**
 * Why a call with this error was not executed, or not to its end; undefined when the tool failed. Reads the texts above, so that a
 * stored call is shown as it was before a reload. Not for calls of the provider, whose outputs may contain anything.
 */
declare function readFailure(error: string): 'declined' | 'interrupted' | undefined;
export { type Subscribers, createSubscribers, isRecord, listPage, parseJson, randomId, readFailure, toRows, toThreadkitError, visibleLocalMessages };