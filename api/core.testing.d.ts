// @threadkit/core/testing: what it exports. Written by `pnpm api --update`.

/** Up to 16 pairs; keys of at most 64 and values of at most 512 characters. Values are always strings. */
type Metadata = Readonly<Record<string, string>>;
/** `max` and `xhigh` exist on newer models only. Null or absent: the model's own default. */
type ReasoningEffort = 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max';
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
interface CodeInterpreterTool {
  type: 'code_interpreter';
}
interface FileSearchRankingOptions {
  score_threshold: number;
  ranker?: 'auto' | 'default_2024_08_21';
}
interface FileSearchTool {
  type: 'file_search';
  file_search?: {
    /** 1 to 50. */
    max_num_results?: number;
    ranking_options?: FileSearchRankingOptions;
  };
}
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
interface VectorStoreHelper {
  file_ids?: readonly string[];
  chunking_strategy?: {
    type: 'auto';
  } | {
    type: 'static';
    static: {
      max_chunk_size_tokens: number;
      chunk_overlap_tokens: number;
    };
  };
  metadata?: Metadata | null;
}
/** Create-time form of {@link ToolResources}: may ask for a vector store to be made. */
interface CreateToolResources {
  code_interpreter?: {
    file_ids?: readonly string[];
  };
  file_search?: {
    vector_store_ids?: readonly string[];
    vector_stores?: readonly VectorStoreHelper[];
  };
}
/** @see The API reference, "The assistant object". */
interface AssistantObject {
  id: string;
  object: 'assistant';
  /** Unix seconds. */
  created_at: number;
  name: string | null;
  description: string | null;
  model: string;
  instructions: string | null;
  tools: readonly AssistantTool[];
  top_p?: number | null;
  temperature?: number | null;
  /** Sent by the service, missing from its schema. */
  reasoning_effort?: ReasoningEffort | null;
  tool_resources?: ToolResources | null;
  metadata: Metadata | null;
  response_format?: ResponseFormat | null;
}
interface CreateAssistantRequest {
  model: string;
  /** At most 256 characters. */
  name?: string | null | undefined;
  /** At most 512 characters. */
  description?: string | null | undefined;
  /** At most 256,000 characters. */
  instructions?: string | null | undefined;
  /** At most 128. @defaultValue [] */
  tools?: readonly AssistantTool[] | undefined;
  tool_resources?: CreateToolResources | null | undefined;
  metadata?: Metadata | null | undefined;
  /** 0 to 2. @defaultValue 1 */
  temperature?: number | null | undefined;
  /** 0 to 1. @defaultValue 1 */
  top_p?: number | null | undefined;
  response_format?: ResponseFormat | null | undefined;
  reasoning_effort?: ReasoningEffort | null | undefined;
}
/** An absent key stays as it is; a present one is replaced whole. */
interface ModifyAssistantRequest extends Partial<Omit<CreateAssistantRequest, 'tool_resources'>> {
  tool_resources?: ToolResources | null | undefined;
}
/** The `error` of a failed answer. All four keys are always present. */
interface ErrorObject {
  message: string;
  type: string;
  param: string | null;
  code: string | null;
}
/** Body of every answer with a status of 400 or above, and data of the `error` stream event. */
interface ErrorBody {
  error: ErrorObject;
}
/** Half-open range `[start_index, end_index)` of the part's text; `text` is what stands there. */
interface AnnotationRange {
  text: string;
  start_index: number;
  end_index: number;
}
interface FileCitationAnnotation extends AnnotationRange {
  type: 'file_citation';
  file_citation: {
    file_id: string;
    /** The cited words. The reference has dropped it; older backends and messages have it. */
    quote?: string;
  };
}
interface FilePathAnnotation extends AnnotationRange {
  type: 'file_path';
  file_path: {
    file_id: string;
  };
}
type Annotation = FileCitationAnnotation | FilePathAnnotation;
interface TextContentPart {
  type: 'text';
  text: {
    value: string;
    annotations: readonly Annotation[];
  };
}
interface ImageFileContentPart {
  type: 'image_file';
  image_file: {
    file_id: string;
    detail?: 'auto' | 'low' | 'high';
  };
}
interface ImageUrlContentPart {
  type: 'image_url';
  image_url: {
    url: string;
    detail?: 'auto' | 'low' | 'high';
  };
}
interface RefusalContentPart {
  type: 'refusal';
  refusal: string;
}
/** One part of a stored message. In requests text is a bare string: see {@link MessagePartParam}. */
type MessageContentPart = TextContentPart | ImageFileContentPart | ImageUrlContentPart | RefusalContentPart;
type MessageStatus = 'in_progress' | 'incomplete' | 'completed';
type MessageIncompleteReason = 'content_filter' | 'max_tokens' | 'run_cancelled' | 'run_expired' | 'run_failed';
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
  /** Null for anything that no run wrote. */
  assistant_id: string | null;
  /** Null for anything that no run wrote. */
  run_id: string | null;
  attachments?: readonly MessageAttachment[] | null;
  metadata: Metadata | null;
}
/** A content part as it is sent: `text` is a string here and an object in {@link TextContentPart}. */
type MessagePartParam = {
  type: 'text';
  text: string;
} | ImageFileContentPart | ImageUrlContentPart;
interface CreateMessageRequest {
  /** `assistant` only to seed a history. */
  role: 'user' | 'assistant';
  /** A string becomes one text part. At most 256,000 characters a text. */
  content: string | readonly MessagePartParam[];
  /** At most 10. */
  attachments?: readonly MessageAttachment[] | null | undefined;
  metadata?: Metadata | null | undefined;
}
interface ModifyMessageRequest {
  metadata?: Metadata | null | undefined;
}
/** @see The API reference, "The thread object". A thread has no title, status or count of its own. */
interface ThreadObject {
  id: string;
  object: 'thread';
  /** Unix seconds. */
  created_at: number;
  metadata: Metadata | null;
  tool_resources: ToolResources | null;
}
interface CreateThreadRequest {
  /** Stored in this order. At most 32. */
  messages?: readonly CreateMessageRequest[] | undefined;
  tool_resources?: CreateToolResources | null | undefined;
  metadata?: Metadata | null | undefined;
}
/** The metadata map is replaced whole. */
interface ModifyThreadRequest {
  metadata?: Metadata | null | undefined;
  tool_resources?: ToolResources | null | undefined;
}
/** All nine, in the order a run can meet them. */
declare const RUN_STATUSES: readonly ['queued', 'in_progress', 'requires_action', 'cancelling', 'cancelled', 'failed', 'completed', 'incomplete', 'expired'];
type RunStatus = (typeof RUN_STATUSES)[number];
/** A function call that waits for its output. `arguments` is text written by a model: perhaps not valid JSON. */
interface RequiredFunctionToolCall {
  id: string;
  type: 'function';
  function: {
    name: string;
    arguments: string;
  };
}
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
  /** `created_at` + 600 while the run lives; not extended by a tool round. */
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
/** The one value `include[]` takes. */
type RunStepInclude = 'step_details.tool_calls[*].file_search.results[*].content';
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
interface CreateRunRequest extends RunOverrides {
  /** Appended to whichever instructions apply. */
  additional_instructions?: string | null | undefined;
  /** Appended to the thread before the run starts. */
  additional_messages?: readonly CreateMessageRequest[] | null | undefined;
  reasoning_effort?: ReasoningEffort | null | undefined;
}
interface CreateThreadAndRunRequest extends RunOverrides {
  /** Absent: an empty thread. */
  thread?: CreateThreadRequest | undefined;
  tool_resources?: ToolResources | null | undefined;
}
/** Only once the run is no longer active. */
interface ModifyRunRequest {
  metadata?: Metadata | null | undefined;
}
interface RunToolOutput {
  tool_call_id: string;
  /** Always text; kept byte for byte. */
  output: string;
}
/** Every pending call, exactly once. */
interface SubmitToolOutputsRunRequest {
  tool_outputs: readonly RunToolOutput[];
}
type RunStepStatus = 'in_progress' | 'completed' | 'failed' | 'cancelled' | 'expired';
interface FunctionToolCall {
  id: string;
  type: 'function';
  /** `output` is null until it is submitted. */
  function: {
    name: string;
    arguments: string;
    output: string | null;
  };
}
type CodeInterpreterOutput = {
  type: 'logs';
  logs: string;
} | {
  type: 'image';
  image: {
    file_id: string;
  };
};
interface CodeInterpreterToolCall {
  id: string;
  type: 'code_interpreter';
  code_interpreter: {
    input: string;
    outputs: readonly CodeInterpreterOutput[];
  };
}
interface FileSearchResult {
  file_id: string;
  file_name: string;
  /** 0 to 1. */
  score: number;
  attributes?: {
    readonly [key: string]: unknown;
  };
  /** Only with `include[]`. */
  content?: readonly {
    type?: 'text';
    text?: string;
  }[];
}
interface FileSearchToolCall {
  id: string;
  type: 'file_search';
  file_search: {
    ranking_options?: {
      ranker: string;
      score_threshold: number;
    };
    results?: readonly FileSearchResult[];
  };
}
type StepToolCall = CodeInterpreterToolCall | FileSearchToolCall | FunctionToolCall;
interface MessageCreationStepDetails {
  type: 'message_creation';
  message_creation: {
    message_id: string;
  };
}
interface ToolCallsStepDetails {
  type: 'tool_calls';
  tool_calls: readonly StepToolCall[];
}
/**
 * @see The API reference, "The run step object".
 * The schema names `expired_at` and `metadata`, the service sent `expires_at`: our server sends all three.
 */
interface RunStepObject {
  id: string;
  object: 'thread.run.step';
  created_at: number;
  run_id: string;
  assistant_id: string;
  thread_id: string;
  type: 'message_creation' | 'tool_calls';
  status: RunStepStatus;
  cancelled_at: number | null;
  completed_at: number | null;
  expired_at?: number | null;
  expires_at?: number | null;
  failed_at: number | null;
  last_error: {
    code: 'server_error' | 'rate_limit_exceeded';
    message: string;
  } | null;
  step_details: MessageCreationStepDetails | ToolCallsStepDetails;
  /** Null until the step ends. */
  usage: RunCompletionUsage | null;
  metadata?: Metadata | null;
}
/** An annotation of a delta: `index` addresses it inside its part, and is dropped from the final object. */
interface AnnotationDelta {
  index: number;
  type: 'file_citation' | 'file_path';
  text?: string;
  start_index?: number;
  end_index?: number;
  file_citation?: {
    file_id?: string;
    quote?: string;
  };
  file_path?: {
    file_id?: string;
  };
}
/** One part of a message delta. `index` addresses the part; the position in the array means nothing. */
type MessagePartDelta = {
  index: number;
  type: 'text';
  text?: {
    value?: string;
    annotations?: readonly AnnotationDelta[];
  };
} | {
  index: number;
  type: 'refusal';
  refusal?: string;
} | {
  index: number;
  type: 'image_file';
  image_file?: {
    file_id?: string;
    detail?: 'auto' | 'low' | 'high';
  };
} | {
  index: number;
  type: 'image_url';
  image_url?: {
    url?: string;
    detail?: 'auto' | 'low' | 'high';
  };
};
interface MessageDeltaObject {
  id: string;
  object: 'thread.message.delta';
  delta: {
    role?: 'user' | 'assistant';
    content?: readonly MessagePartDelta[];
  };
}
type CodeInterpreterOutputDelta = {
  index: number;
  type: 'logs';
  logs?: string;
} | {
  index: number;
  type: 'image';
  image?: {
    file_id?: string;
  };
};
/** One call of a step delta. Functions bring `id` and `name` in their first delta only. */
type StepToolCallDelta = {
  index: number;
  id?: string;
  type: 'function';
  function?: {
    name?: string;
    arguments?: string;
    output?: string | null;
  };
} | {
  index: number;
  id?: string;
  type: 'code_interpreter';
  code_interpreter?: {
    input?: string;
    outputs?: readonly CodeInterpreterOutputDelta[];
  };
} | {
  index: number;
  id?: string;
  type: 'file_search';
  /** A partial `FileSearchToolCall['file_search']`; the schema leaves its shape open. */
  file_search?: unknown;
};
interface RunStepDeltaObject {
  id: string;
  object: 'thread.run.step.delta';
  delta: {
    step_details?: {
      type: 'tool_calls';
      tool_calls?: readonly StepToolCallDelta[];
    } | {
      type: 'message_creation';
      message_creation?: {
        message_id?: string;
      };
    };
  };
}
type RunEventName = 'thread.run.created' | 'thread.run.queued' | 'thread.run.in_progress' | 'thread.run.requires_action' | 'thread.run.completed' | 'thread.run.incomplete' | 'thread.run.failed' | 'thread.run.cancelling' | 'thread.run.cancelled' | 'thread.run.expired';
type RunStepEventName = 'thread.run.step.created' | 'thread.run.step.in_progress' | 'thread.run.step.completed' | 'thread.run.step.failed' | 'thread.run.step.cancelled' | 'thread.run.step.expired';
type MessageEventName = 'thread.message.created' | 'thread.message.in_progress' | 'thread.message.completed' | 'thread.message.incomplete';
/**
 * One event of a stream, keyed by its SSE name. `done` is not among them: it ends the iteration.
 * More names may come; readers skip what they do not know.
 */
type StreamEvent = {
  event: 'thread.created';
  data: ThreadObject;
} | {
  event: RunEventName;
  data: RunObject;
} | {
  event: RunStepEventName;
  data: RunStepObject;
} | {
  event: 'thread.run.step.delta';
  data: RunStepDeltaObject;
} | {
  event: MessageEventName;
  data: MessageObject;
} | {
  event: 'thread.message.delta';
  data: MessageDeltaObject;
} |
/** Nested as the service sends it; flat as the schema has it. After it the run's fate is unknown. */
{
  event: 'error';
  data: ErrorBody | ErrorObject;
};
/** What a file is for. `vision`: an image of a message. `assistants`: what a tool reads. */
type FilePurpose = 'assistants' | 'vision' | 'user_data';
/**
 * @see The API reference, "The file object". Hosted services know more purposes than can be asked for here.
 */
interface FileObject {
  id: string;
  object: 'file';
  /** Size of the content. */
  bytes: number;
  /** Unix seconds. */
  created_at: number;
  expires_at?: number | null;
  filename: string;
  purpose: FilePurpose | (string & {});
  /** Deprecated by the reference, and still in every answer. */
  status?: 'uploaded' | 'processed' | 'error';
}
interface DeletedFile {
  id: string;
  object: 'file';
  deleted: true;
}
type Capability = 'listThreads' | 'runEvents' | 'idempotency' | 'files';
/** Query of every list operation. Unknown cursors, limits out of range and other orders are refused with 400. */
interface ListParams {
  /** 1 to 100. @defaultValue 20 */
  limit?: number | undefined;
  /** By `created_at`; ties keep their insertion order. @defaultValue 'desc' */
  order?: 'asc' | 'desc' | undefined;
  /** Id: the page starts behind it, in the chosen order. */
  after?: string | undefined;
  /** Id: the page ends before it. Threadkit's client never sends it, as hosts differ in which end they cut. */
  before?: string | undefined;
}
/** The cursor envelope. `first_id` and `last_id` are null on an empty page. */
interface ListPage<T> {
  object: 'list';
  data: readonly T[];
  first_id: string | null;
  last_id: string | null;
  has_more: boolean;
}
/** Answer of the three delete operations. */
interface Deleted<Kind extends 'assistant' | 'thread' | 'thread.message'> {
  id: string;
  object: `${Kind}.deleted`;
  deleted: true;
}
/** A queued run with everything the wire sends; override what a test is about. */
declare function aRun(overrides?: Partial<RunObject>): RunObject;
/** A completed assistant message that says `text`. */
declare function aMessage(text: string, overrides?: Partial<MessageObject>): MessageObject;
/** A completed step that wrote `msg_1`. */
declare function aMessageStep(overrides?: Partial<RunStepObject>): RunStepObject;
/** An open step with these function calls. */
declare function aToolStep(calls: readonly FunctionToolCall[], overrides?: Partial<RunStepObject>): RunStepObject;
declare function aCall(overrides?: Partial<FunctionToolCall['function']> & {
  id?: string;
}): FunctionToolCall;
/** A run that waits for the outputs of `calls`. */
declare function aWaitingRun(calls: readonly FunctionToolCall[], overrides?: Partial<RunObject>): RunObject;
declare function aThread(overrides?: Partial<ThreadObject>): ThreadObject;
/** What a backend can do beyond the contract; `'unknown'` until its first answer has told. */
type Capabilities = Readonly<Record<Capability, boolean | 'unknown'>>;
interface RequestOptions {
  /** Aborting closes the request. It never stops the run: only `cancelRun` does. */
  signal?: AbortSignal | undefined;
  /** Sent as `Idempotency-Key` where the backend declares that it honours it. */
  idempotencyKey?: string | undefined;
  /** Streams only: called at every sign of life, which are the answer's headers, its events and heartbeats. */
  onSignal?: (() => void) | undefined;
}
interface IncludeOptions {
  include?: readonly RunStepInclude[] | undefined;
}
interface UploadOptions extends RequestOptions {
  /** @defaultValue that of a `File`, else `file` */
  name?: string | undefined;
  /** @defaultValue `vision` for an image, else `assistants` */
  purpose?: FilePurpose | undefined;
  /**
   * Told how many bytes have left. Step by step where the page has `XMLHttpRequest` and the client no `fetch` of
   * its own; else 0, and the whole at the end.
   */
  onProgress?: ((sentBytes: number) => void) | undefined;
}
/** The files that messages name, where the backend keeps them. Rejects like every method of {@link AssistantsApi}. */
interface FilesApi {
  /** Sends a file. A message names it by the `id` of what comes back. */
  upload(file: Blob, options?: UploadOptions): Promise<FileObject>;
  /** Its name and size. */
  get(fileId: string, options?: RequestOptions): Promise<FileObject>;
  /** What is in it. Untrusted: some backends tell no type, or whatever the sender said. */
  content(fileId: string, options?: RequestOptions): Promise<Blob>;
  delete(fileId: string, options?: RequestOptions): Promise<DeletedFile>;
}
/** A stream event with `seq`, its number within the run (from 1), where the backend sends one. */
type SequencedEvent = StreamEvent & {
  seq?: number;
};
/**
 * The events of one request, in order. Nothing is sent before the first `next()`. Ends at `done`; leaving
 * the loop closes the request and leaves the run going. Rejects with a `ThreadkitError` of kind `'stream'`
 * when it was cut off or malformed, `'network'` when nothing came, `'api'` and its relatives when refused.
 */
type RunEvents = AsyncIterable<SequencedEvent>;
/**
 * The contract as one object: a method for each of the 23 operations, its three streaming twins, and what
 * some backends add. Ids come first in path order, then the wire body, then query and call options. Pages
 * keep the wire's envelope and order (lists are newest first unless asked otherwise).
 *
 * Every method rejects with a `ThreadkitError`, or with an `AbortError` when its signal was aborted.
 */
interface AssistantsApi {
  /** Second element of every query key, equal on the server and in the browser. */
  readonly key: string;
  readonly capabilities: Capabilities;
  /** How far the backend's clock is ahead of ours, from its `Date` header. 0 until known. */
  readonly clockSkewMs: number;
  /** How long the backend asked to wait between two polls, from `openai-poll-after-ms`. Undefined until it has. */
  readonly pollAfterMs?: number | undefined;
  createAssistant(body: CreateAssistantRequest, options?: RequestOptions): Promise<AssistantObject>;
  listAssistants(query?: ListParams, options?: RequestOptions): Promise<ListPage<AssistantObject>>;
  getAssistant(assistantId: string, options?: RequestOptions): Promise<AssistantObject>;
  modifyAssistant(assistantId: string, body: ModifyAssistantRequest, options?: RequestOptions): Promise<AssistantObject>;
  deleteAssistant(assistantId: string, options?: RequestOptions): Promise<Deleted<'assistant'>>;
  createThread(body?: CreateThreadRequest, options?: RequestOptions): Promise<ThreadObject>;
  getThread(threadId: string, options?: RequestOptions): Promise<ThreadObject>;
  modifyThread(threadId: string, body: ModifyThreadRequest, options?: RequestOptions): Promise<ThreadObject>;
  deleteThread(threadId: string, options?: RequestOptions): Promise<Deleted<'thread'>>;
  createThreadAndRun(body: CreateThreadAndRunRequest, options?: RequestOptions): Promise<RunObject>;
  createMessage(threadId: string, body: CreateMessageRequest, options?: RequestOptions): Promise<MessageObject>;
  listMessages(threadId: string, query?: ListParams & {
    run_id?: string | undefined;
  }, options?: RequestOptions): Promise<ListPage<MessageObject>>;
  getMessage(threadId: string, messageId: string, options?: RequestOptions): Promise<MessageObject>;
  modifyMessage(threadId: string, messageId: string, body: ModifyMessageRequest, options?: RequestOptions): Promise<MessageObject>;
  deleteMessage(threadId: string, messageId: string, options?: RequestOptions): Promise<Deleted<'thread.message'>>;
  createRun(threadId: string, body: CreateRunRequest, options?: RequestOptions & IncludeOptions): Promise<RunObject>;
  listRuns(threadId: string, query?: ListParams, options?: RequestOptions): Promise<ListPage<RunObject>>;
  getRun(threadId: string, runId: string, options?: RequestOptions): Promise<RunObject>;
  modifyRun(threadId: string, runId: string, body: ModifyRunRequest, options?: RequestOptions): Promise<RunObject>;
  cancelRun(threadId: string, runId: string, options?: RequestOptions): Promise<RunObject>;
  /** The published description spells this operation `submitToolOuputsToRun`. */
  submitToolOutputsToRun(threadId: string, runId: string, body: SubmitToolOutputsRunRequest, options?: RequestOptions): Promise<RunObject>;
  listRunSteps(threadId: string, runId: string, query?: ListParams & IncludeOptions, options?: RequestOptions): Promise<ListPage<RunStepObject>>;
  getRunStep(threadId: string, runId: string, stepId: string, options?: RequestOptions & IncludeOptions): Promise<RunStepObject>;
  streamRun(threadId: string, body: CreateRunRequest, options?: RequestOptions & IncludeOptions): RunEvents;
  streamThreadAndRun(body: CreateThreadAndRunRequest, options?: RequestOptions): RunEvents;
  streamToolOutputs(threadId: string, runId: string, body: SubmitToolOutputsRunRequest, options?: RequestOptions): RunEvents;
  /** Not in the contract. Rejects with 404 where the backend has no such list: `capabilities.listThreads` tells. */
  listThreads?(query?: ListParams, options?: RequestOptions): Promise<ListPage<ThreadObject>>;
  /** Not in the contract: replays a run's events behind `after` and follows them to the terminal event. */
  streamRunEvents?(threadId: string, runId: string, options?: RequestOptions & {
    after?: number | undefined;
  }): RunEvents;
  /** Not in the contract. Rejects with 404 where the backend keeps no files: `capabilities.files` tells. */
  readonly files?: FilesApi;
}
interface ClientCheck {
  /** A sentence of behaviour: the test's name. */
  readonly name: string;
  /** Rejects with what is wrong. */
  run(client: AssistantsApi, assistantId: string): Promise<void>;
}
/**
 * What every `AssistantsApi` must do, whatever is behind it, as named checks for any test runner:
 *
 * ```ts
 * for (const { name, run } of clientContract) test(name, () => run(myClient, 'asst_1'));
 * ```
 *
 * They create assistants, threads and runs, and delete what they can. The assistant has to answer in text.
 */
declare const clientContract: readonly ClientCheck[];
/**
 * What the core needs of the world. Everything that differs between a page, a worker and a test comes in here,
 * so that nothing in the core sleeps, guesses the time or touches a browser.
 */
interface Environment {
  /** Unix milliseconds. */
  now(): number;
  /** Runs once after `ms`; the returned function calls it off. */
  setTimer(run: () => void, ms: number): () => void;
  /** Runs before the next paint, or soon where nothing paints. Called at most once per pending flush. */
  schedule(flush: () => void): void;
  /** A fresh id; 128 random bits or as good. */
  randomId(): string;
  isOnline(): boolean;
  /** Told when the page comes back: shown again, online again. Returns the way to stop listening. */
  onWake(run: () => void): () => void;
  /**
   * Small texts that outlive a reload: which thread a named chat became, the journal of tool calls,
   * and what was typed and not sent.
   */
  keyValueStore: {
    get(key: string): Promise<string | undefined>;
    set(key: string, value: string | undefined): Promise<void>;
  };
  /** Holds a named lock across tabs until `held` ends. Undefined where the origin has none. */
  lock: ((name: string, held: (signal: AbortSignal) => Promise<void>) => Promise<void>) | undefined;
}
/** An environment whose time stands still until the test moves it. Nothing in it waits for real. */
interface FakeEnvironment extends Environment {
  /** Moves the clock and runs the timers that come due, in order. Promises get to run between them. */
  advance(ms: number): Promise<void>;
  /** Runs what waits for the next frame. */
  frame(): void;
  /** Tells that the page came back. */
  wake(): void;
  setOnline(online: boolean): void;
  /** What is stored, for looking at and for a second environment after a "reload". */
  readonly storage: Map<string, string>;
  /** Timers that have not run. */
  readonly pendingTimers: number;
}
declare function fakeEnvironment(storage?: Map<string, string>, lock?: Environment['lock']): FakeEnvironment;
/** Locks as a browser has them, shared by the environments that are given the same one. */
declare function fakeLocks(): NonNullable<Environment['lock']>;
/**
 * Makes `settle` wait for `work`, and for the reading of its body where it resolves to a `Response` (other than a
 * stream of events). For work that takes more than one task, such as requests to a server in the same process:
 *
 * ```ts
 * createClient({ baseURL, fetch: (request) => trackWork('the server', server.fetch(request)) });
 * ```
 *
 * @param name Named in the error of a `settle` that waited in vain.
 * @returns What `work` resolves to, or rejects with.
 */
declare function trackWork<T>(name: string, work: Promise<T>): Promise<T>;
/**
 * Lets promises, however long their chain, and the work given to `trackWork` come to an end: resolves once nothing
 * was pending for a whole task. Timers, held locks, open streams and modules that load are not waited for, nor what
 * a framework does in later tasks. Rejects after ten seconds of real time, with the names of the work that is still
 * pending.
 */
declare function settle(): Promise<void>;
interface RunEventOptions {
  /** @defaultValue 'run_1' */
  runId?: string;
  /** How many characters a delta holds. @defaultValue 4 */
  chunkChars?: number;
}
/** The events of a run that answers with `text`, in the order in which the service sends them. */
declare function answerEvents(text: string, options?: RunEventOptions): StreamEvent[];
/** A run that calls functions, up to where it waits for their outputs. Go on with {@link afterOutputsEvents}. */
declare function toolRoundEvents(calls: readonly FunctionToolCall[], options?: RunEventOptions): StreamEvent[];
/** What follows the submit: the open step's completion with the outputs, and the answer. */
declare function afterOutputsEvents(calls: readonly FunctionToolCall[], outputs: readonly string[], text: string, options?: RunEventOptions): StreamEvent[];
/**
 * What went wrong, as a closed list.
 * `api`: the backend refused, or failed where `status` is 500 and above · `locked`: the thread has an active run · `rate-limited`: try again later ·
 * `unauthorized`: 401 or 403 · `network`: no answer came · `stream`: an answer was cut off or malformed ·
 * `tool`: a tool of this page failed · `config`: Threadkit was set up or called wrongly, which an unknown assistant
 * (`status` 404) and an unknown model are too.
 */
type ErrorKind = 'api' | 'locked' | 'rate-limited' | 'unauthorized' | 'network' | 'stream' | 'tool' | 'config';
interface ErrorDetails {
  cause?: unknown;
  /** HTTP status. */
  status?: number | undefined;
  /** The backend's own `type`, `code`, `param`. */
  body?: ErrorObject | undefined;
  /** `x-request-id` of the answer. */
  requestId?: string | undefined;
  /** How long the backend asks to wait. */
  retryAfterMs?: number | undefined;
}
declare const BRAND: unique symbol;
/** The one error class. `message` says what happened, why, and what to do; `kind` is for programs. */
declare class ThreadkitError extends Error {
  readonly name = "ThreadkitError";
  readonly kind: ErrorKind;
  readonly status: number | undefined;
  readonly body: ErrorObject | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly [BRAND] = true;
  constructor(kind: ErrorKind, message: string, details?: ErrorDetails);
}
/** What a scripted backend does when it is asked for a stream. */
interface ScriptedTurn {
  readonly events: readonly StreamEvent[];
  /** Holds the event with this index up until the promise resolves. */
  readonly holds?: Readonly<Record<number, Promise<void>>>;
  /** Thrown after the events, as a connection that breaks. */
  readonly breaksWith?: ThreadkitError;
}
/**
 * A backend of one thread that plays prepared streams, one for each `streamRun` and `streamToolOutputs`: to
 * rehearse a state of a run in a test, without a server. The events carry the id of the thread that asks, whichever
 * thread they were recorded on. What it was not given an answer for rejects with kind `'config'`.
 */
declare function scriptedClient(turns: readonly ScriptedTurn[]): AssistantsApi & {
  readonly calls: readonly string[];
};
export { type ClientCheck, type FakeEnvironment, type RunEventOptions, type ScriptedTurn, aCall, aMessage, aMessageStep, aRun, aThread, aToolStep, aWaitingRun, afterOutputsEvents, answerEvents, clientContract, fakeEnvironment, fakeLocks, scriptedClient, settle, toolRoundEvents, trackWork };