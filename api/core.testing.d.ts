// @threadkit/core/testing: what it exports. Written by `pnpm api --update`.

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
/** A vector store that is created together with its assistant or thread. */
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
/** {@link ToolResources} of a create request, which can also create a vector store. */
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
/** Body of `createAssistant`. */
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
/** The `error` of an error response. All four keys are always present. */
interface ErrorObject {
  message: string;
  type: string;
  param: string | null;
  code: string | null;
}
/** Body of every response with a status of 400 or above, and data of the `error` stream event. */
interface ErrorBody {
  error: ErrorObject;
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
/** A content part of a request: `text` is a string here and an object in {@link TextContentPart}. */
type MessagePartParam = {
  type: 'text';
  text: string;
} | ImageFileContentPart | ImageUrlContentPart;
/** Body of `createMessage`, and a message in other bodies. */
interface CreateMessageRequest {
  /** `assistant` only to seed a history. */
  role: 'user' | 'assistant';
  /** A string becomes one text part. At most 256,000 characters a text. */
  content: string | readonly MessagePartParam[];
  /** At most 10. */
  attachments?: readonly MessageAttachment[] | null | undefined;
  metadata?: Metadata | null | undefined;
}
/** Body of `modifyMessage`. Content cannot be changed. The metadata map is replaced whole. */
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
/** Body of `createThread`. */
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
/** The only value of `include[]`. */
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
/** Body of `createRun`. Settings that the assistant has too, such as `model`, default to those of the assistant. */
interface CreateRunRequest extends RunOverrides {
  /** Appended to whichever instructions apply. */
  additional_instructions?: string | null | undefined;
  /** Appended to the thread before the run starts. */
  additional_messages?: readonly CreateMessageRequest[] | null | undefined;
  reasoning_effort?: ReasoningEffort | null | undefined;
}
/** Body of `createThreadAndRun`. Settings that the assistant has too, such as `model`, default to those of the assistant. */
interface CreateThreadAndRunRequest extends RunOverrides {
  /** Absent: an empty thread. */
  thread?: CreateThreadRequest | undefined;
  tool_resources?: ToolResources | null | undefined;
}
/** Only once the run is no longer active. */
interface ModifyRunRequest {
  metadata?: Metadata | null | undefined;
}
/** The output of one function call. */
interface RunToolOutput {
  tool_call_id: string;
  /** Always text; stored unchanged. */
  output: string;
}
/** Every pending call, exactly once. */
interface SubmitToolOutputsRunRequest {
  tool_outputs: readonly RunToolOutput[];
}
/** `in_progress` also while the step waits for tool outputs. */
type RunStepStatus = 'in_progress' | 'completed' | 'failed' | 'cancelled' | 'expired';
/**
 * Who executes a call other than the client: `server`, as a tool of the server or one that it has built in; `provider`, the model
 * provider. Calls of `code_interpreter` and `file_search` have it only when the server executes them.
 */
type ToolCallExecutor = 'server' | 'provider';
/** A call of a function. `arguments` is text of a model and may be invalid JSON. */
interface FunctionToolCall {
  id: string;
  type: 'function';
  /** `output` is null until the call was executed. */
  function: {
    name: string;
    arguments: string;
    output: string | null;
  };
  /** Who executes it, which Threadkit's server adds. Absent: the client, which submits the output. */
  executed_by?: ToolCallExecutor;
  /**
   * JSON text with which the server's tool was executed instead of `arguments`, because the user edited them when approving the
   * call. Threadkit's server adds it.
   */
  edited_arguments?: string;
}
/** What code printed, or an image that it drew. */
type CodeInterpreterOutput = {
  type: 'logs';
  logs: string;
} | {
  type: 'image';
  image: {
    file_id: string;
  };
};
/** A file that code has written. Responses link it as `sandbox:` and its path, with an annotation. */
interface CodeInterpreterFile {
  /** In the sandbox: `/mnt/data/out.csv`. */
  path: string;
  /** Its content as it was after the call. */
  file_id: string;
}
/** A call of `code_interpreter`. `input` is the code. */
interface CodeInterpreterToolCall {
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
/** A call of `file_search`. */
interface FileSearchToolCall {
  id: string;
  type: 'file_search';
  file_search: {
    /** What was searched for. Threadkit's server adds it. */
    queries?: readonly string[];
    ranking_options?: {
      ranker: string;
      score_threshold: number;
    };
    results?: readonly FileSearchResult[];
  };
  /** Threadkit's server adds it. */
  executed_by?: ToolCallExecutor;
}
/** A tool call of a stored step. */
type StepToolCall = CodeInterpreterToolCall | FileSearchToolCall | FunctionToolCall;
/** The step wrote a message. */
interface MessageCreationStepDetails {
  type: 'message_creation';
  message_creation: {
    message_id: string;
  };
}
/** The step called tools, in parallel if there are several. */
interface ToolCallsStepDetails {
  type: 'tool_calls';
  tool_calls: readonly StepToolCall[];
}
/**
 * What the model showed of its reasoning, as a summary or as thinking. Not part of the contract: our server sends such steps
 * only to clients that send `reasoning` in the header `ACCEPT_HEADER`.
 */
interface ReasoningStepDetails {
  type: 'reasoning';
  /** Empty when the server does not keep it after the run. */
  reasoning: {
    text: string;
  };
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
  type: 'message_creation' | 'tool_calls' | 'reasoning';
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
  step_details: MessageCreationStepDetails | ToolCallsStepDetails | ReasoningStepDetails;
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
/** One part of a message delta. `index` addresses the part; the position in the array has no meaning. */
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
/** Growth of a message: texts are appended to those of the same index. */
interface MessageDeltaObject {
  id: string;
  object: 'thread.message.delta';
  delta: {
    role?: 'user' | 'assistant';
    content?: readonly MessagePartDelta[];
  };
}
/** One output of a step delta, by its index in the call. */
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
  executed_by?: ToolCallExecutor;
  /** As a whole: it replaces that of the call. */
  edited_arguments?: string;
} | {
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
} | {
  index: number;
  id?: string;
  type: 'file_search';
  /** A partial `FileSearchToolCall['file_search']`; the schema leaves its shape open. */
  file_search?: unknown;
  executed_by?: ToolCallExecutor;
};
/** Growth of a step: arguments, code and outputs are appended to those of the same index, reasoning to its text. */
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
    } | {
      type: 'reasoning';
      reasoning?: {
        text?: string;
      };
    };
  };
}
/** Events whose data is a run. */
type RunEventName = 'thread.run.created' | 'thread.run.queued' | 'thread.run.in_progress' | 'thread.run.requires_action' | 'thread.run.completed' | 'thread.run.incomplete' | 'thread.run.failed' | 'thread.run.cancelling' | 'thread.run.cancelled' | 'thread.run.expired';
/** Events whose data is a run step. */
type RunStepEventName = 'thread.run.step.created' | 'thread.run.step.in_progress' | 'thread.run.step.completed' | 'thread.run.step.failed' | 'thread.run.step.cancelled' | 'thread.run.step.expired';
/** Events whose data is a message. */
type MessageEventName = 'thread.message.created' | 'thread.message.in_progress' | 'thread.message.completed' | 'thread.message.incomplete';
/**
 * One event of a stream, keyed by its SSE name. `done` is not among them: it ends the iteration.
 * Readers skip unknown names, because the API may add some.
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
/** Nested as the service sends it; flat as in the schema. The status of the run is unknown after it. */
{
  event: 'error';
  data: ErrorBody | ErrorObject;
};
/** `vision`: an image of a message. `assistants`: a file that a tool reads. */
type FilePurpose = 'assistants' | 'vision' | 'user_data';
/**
 * @see The API reference, "The file object". Hosted services have further purposes.
 */
interface FileObject {
  id: string;
  object: 'file';
  /** Size in bytes. */
  bytes: number;
  /** Unix seconds. */
  created_at: number;
  expires_at?: number | null;
  filename: string;
  purpose: FilePurpose | (string & {});
  /** Deprecated by the reference, but still in every response. */
  status?: 'uploaded' | 'processed' | 'error';
}
/** Query of `listFiles`. A page has up to 10,000 files, which is also its default. */
interface FileListParams {
  /** 1 to 10,000. @defaultValue 10000 */
  limit?: number | undefined;
  /** By `created_at`. @defaultValue 'desc' */
  order?: 'asc' | 'desc' | undefined;
  /** Id: the page starts after it, in the chosen order. */
  after?: string | undefined;
  /** Only files with this purpose. @defaultValue every purpose */
  purpose?: string | undefined;
}
/** The response of `deleteFile`. */
interface DeletedFile {
  id: string;
  object: 'file';
  deleted: true;
}
/**
 * What a backend can do beyond the contract: list threads, replay the events of a run, deduplicate requests by
 * `Idempotency-Key`, store files, search files in vector stores, send the reasoning of models to clients that declare it by
 * {@link ACCEPT_HEADER}.
 */
type Capability = 'listThreads' | 'runEvents' | 'idempotency' | 'files' | 'vectorStores' | 'reasoning';
/** Query of every list operation. Unknown cursors, limits out of range and other orders are refused with 400. */
interface ListParams {
  /** 1 to 100. @defaultValue 20 */
  limit?: number | undefined;
  /** By `created_at`; ties keep their insertion order. Threadkit's server orders the objects of a thread by insertion. @defaultValue 'desc' */
  order?: 'asc' | 'desc' | undefined;
  /** Id: the page starts after it, in the chosen order. */
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
/** Response of the three delete operations. */
interface Deleted<Kind extends 'assistant' | 'thread' | 'thread.message'> {
  id: string;
  object: `${Kind}.deleted`;
  deleted: true;
}
/** The state of one run that the reducer folds events into. Immutable. */
interface RunState {
  readonly run: RunObject | undefined;
  /** Ordered by their first event. */
  readonly messages: readonly MessageObject[];
  /** Ordered by their first event: oldest first. */
  readonly steps: readonly RunStepObject[];
  /** Sequence number of the last numbered event; 0 before the first. */
  readonly lastSeq: number;
  /**
   * Ids of messages and steps for which a poll was ahead of the stream. The position of the stream's next delta in them is
   * unknown, so their deltas are ignored until the terminal object: a replay must not repeat text.
   */
  readonly polled?: ReadonlySet<string> | undefined;
}
/**
 * Removes the fields of a run state that differ by source, so that a live stream, a replay and a poll of the same run are
 * equal. Removes nothing else:
 * - `lastSeq`: polling has no numbers;
 * - a message's status and its times: the hosted service left them out of plain responses;
 * - an empty `attachments`, `file_ids`: present or absent by operation;
 * - a step's `expires_at`, `expired_at`, `metadata`: null, set or absent by operation;
 * - the run's `expires_at`, `tool_resources`, `required_action`: they differ between stream and plain response.
 */
declare function normalizeRunState({ run, messages, steps }: RunState): object;
/** A queued run with all fields of the wire. Override the fields that a test is about. */
declare function aRun(overrides?: Partial<RunObject>): RunObject;
/** A completed assistant message with `text`. */
declare function aMessage(text: string, overrides?: Partial<MessageObject>): MessageObject;
/** A completed step that created `msg_1`. */
declare function aMessageStep(overrides?: Partial<RunStepObject>): RunStepObject;
/** An open step with these function calls. */
declare function aToolStep(calls: readonly FunctionToolCall[], overrides?: Partial<RunStepObject>): RunStepObject;
/** An open step with the reasoning of the model. */
declare function aReasoningStep(text: string, overrides?: Partial<RunStepObject>): RunStepObject;
/** A call of the function `wipe` without an output, with the given members replaced. */
declare function aCall(overrides?: Partial<FunctionToolCall['function']> & {
  id?: string;
}): FunctionToolCall;
/** A run that requires the outputs of `calls`. */
declare function aWaitingRun(calls: readonly FunctionToolCall[], overrides?: Partial<RunObject>): RunObject;
/** A thread without metadata, with the given members replaced. */
declare function aThread(overrides?: Partial<ThreadObject>): ThreadObject;
/** What a backend supports beyond the contract; `'unknown'` until its first response. */
type Capabilities = Readonly<Record<Capability, boolean | 'unknown'>>;
/** Options of every method of a client. */
interface RequestOptions {
  /** Aborting closes the request. It never cancels the run: only `cancelRun` does. */
  signal?: AbortSignal | undefined;
  /**
   * Identifies a POST: the backend carries out requests with the same key once. Sent as `Idempotency-Key`, and the request is
   * then retried like a read, where `capabilities.idempotency` is true; ignored elsewhere. @defaultValue no key
   */
  idempotencyKey?: string | undefined;
  /** Called for the response's headers and for each chunk of a stream, heartbeats included. Other methods ignore it. */
  onReceive?: (() => void) | undefined;
}
/** Options of methods whose result has steps. */
interface IncludeOptions {
  /** Fields that the backend leaves out by default, such as the text of search results. @defaultValue none */
  include?: readonly RunStepInclude[] | undefined;
}
/** Options of {@link FilesApi.upload}. */
interface UploadOptions extends RequestOptions {
  /** The file name. @defaultValue the name of a `File`, else `file` */
  name?: string | undefined;
  /** The purpose that the file is stored for. @defaultValue `vision` for an image, else `assistants` */
  purpose?: FilePurpose | undefined;
  /**
   * Called with the number of bytes sent. In steps where `XMLHttpRequest` exists and the client has no custom `fetch`; else
   * with 0 and with the size.
   */
  onProgress?: ((sentBytes: number) => void) | undefined;
}
/** Files of messages, where the backend stores them. Methods reject as those of {@link AssistantsApi}. */
interface FilesApi {
  /** Uploads a file. Messages refer to it by the `id` of the result. */
  upload(file: Blob, options?: UploadOptions): Promise<FileObject>;
  /** Lists files, newest first: up to 10,000 on one page. */
  list(query?: FileListParams, options?: RequestOptions): Promise<ListPage<FileObject>>;
  /** Reads the file's name and size. */
  get(fileId: string, options?: RequestOptions): Promise<FileObject>;
  /** Reads the content. Its type is untrusted: some backends send none, or the one that the uploader claimed. */
  content(fileId: string, options?: RequestOptions): Promise<Blob>;
  /** Deletes the file and its content. Messages that name it are not changed. */
  delete(fileId: string, options?: RequestOptions): Promise<DeletedFile>;
}
/** A stream event with `seq`, its number within the run (from 1), where the backend sends one. */
type SequencedEvent = StreamEvent & {
  seq?: number;
};
/**
 * The events of one request, in order. The request is sent with the first `next()`. Ends at `done`; leaving the loop closes
 * the request, and the run continues. Rejects with a `ThreadkitError` of kind `'stream'` when the stream was cut off or is
 * malformed, `'network'` when there was no response, `'api'`, `'locked'`, `'rate-limited'` or `'unauthorized'` when refused;
 * with the `reason` of its signal when that was aborted, or with the error that `ClientOptions.headers` threw.
 */
type RunEvents = AsyncIterable<SequencedEvent>;
/**
 * The contract as one object: a method for each of the 23 operations, the three streaming variants, and the extensions of
 * some backends. Ids come first in path order, then the wire body, then query and call options. Pages keep the wire's
 * envelope and order (lists are newest first unless `order` is `'asc'`).
 *
 * Every method rejects with a `ThreadkitError`, with the `reason` of its signal when that was aborted (an `AbortError` by
 * default), or with the error that `ClientOptions.headers` threw.
 */
interface AssistantsApi {
  /** Identifies the backend and the user: second element of every query key. Must be equal on the server and in the browser. */
  readonly key: string;
  /** What the backend supports beyond the contract, as given in `ClientOptions` or learned from responses. */
  readonly capabilities: Capabilities;
  /** Milliseconds by which the backend's clock is ahead of this page's, from its `Date` header. 0 until known. */
  readonly clockSkewMs: number;
  /** Milliseconds between polls that the backend requested with `openai-poll-after-ms`. Undefined until then. */
  readonly pollAfterMs?: number | undefined;
  /** Creates an assistant. */
  createAssistant(body: CreateAssistantRequest, options?: RequestOptions): Promise<AssistantObject>;
  /** Reads a page of assistants, newest first unless `order` is `asc`. */
  listAssistants(query?: ListParams, options?: RequestOptions): Promise<ListPage<AssistantObject>>;
  /** Reads one assistant. Rejects with `status` 404 when it does not exist, as every method with an id does. */
  getAssistant(assistantId: string, options?: RequestOptions): Promise<AssistantObject>;
  /** Changes an assistant. Fields that `body` leaves out keep their value; `metadata` is replaced as a whole. */
  modifyAssistant(assistantId: string, body: ModifyAssistantRequest, options?: RequestOptions): Promise<AssistantObject>;
  /** Deletes an assistant. Runs that it has started continue. */
  deleteAssistant(assistantId: string, options?: RequestOptions): Promise<Deleted<'assistant'>>;
  /** Creates a thread, with up to 32 messages. */
  createThread(body?: CreateThreadRequest, options?: RequestOptions): Promise<ThreadObject>;
  /** Reads one thread, without its messages. */
  getThread(threadId: string, options?: RequestOptions): Promise<ThreadObject>;
  /** Changes a thread. `metadata` is replaced as a whole. */
  modifyThread(threadId: string, body: ModifyThreadRequest, options?: RequestOptions): Promise<ThreadObject>;
  /** Deletes a thread with its messages and runs. */
  deleteThread(threadId: string, options?: RequestOptions): Promise<Deleted<'thread'>>;
  /** Creates a thread and a run on it in one request. */
  createThreadAndRun(body: CreateThreadAndRunRequest, options?: RequestOptions): Promise<RunObject>;
  /** Adds a message. Rejects with kind `'locked'` while a run of the thread is active. */
  createMessage(threadId: string, body: CreateMessageRequest, options?: RequestOptions): Promise<MessageObject>;
  /** Reads a page of messages, newest first unless `order` is `asc`. With `run_id` only those that the run created. */
  listMessages(threadId: string, query?: ListParams & {
    run_id?: string | undefined;
  }, options?: RequestOptions): Promise<ListPage<MessageObject>>;
  /** Reads one message. */
  getMessage(threadId: string, messageId: string, options?: RequestOptions): Promise<MessageObject>;
  /** Replaces the metadata of a message. The API cannot change its content. */
  modifyMessage(threadId: string, messageId: string, body: ModifyMessageRequest, options?: RequestOptions): Promise<MessageObject>;
  /** Deletes one message. Later messages are kept. */
  deleteMessage(threadId: string, messageId: string, options?: RequestOptions): Promise<Deleted<'thread.message'>>;
  /** Starts a run. Rejects with kind `'locked'` while another run of the thread is active. */
  createRun(threadId: string, body: CreateRunRequest, options?: RequestOptions & IncludeOptions): Promise<RunObject>;
  /** Reads a page of runs, newest first unless `order` is `asc`. */
  listRuns(threadId: string, query?: ListParams, options?: RequestOptions): Promise<ListPage<RunObject>>;
  /** Reads one run, without its steps and messages. */
  getRun(threadId: string, runId: string, options?: RequestOptions): Promise<RunObject>;
  /** Replaces the metadata of a run. Rejects with `status` 400 while the run is active, on Threadkit's server. */
  modifyRun(threadId: string, runId: string, body: ModifyRunRequest, options?: RequestOptions): Promise<RunObject>;
  /**
   * Requests the cancellation of a run. The result may still be `cancelling`. Rejects with `status` 400 when the run has
   * ended.
   */
  cancelRun(threadId: string, runId: string, options?: RequestOptions): Promise<RunObject>;
  /**
   * Submits the outputs of all calls that a run requires, in one request. Rejects with `status` 400 when the run does not
   * require them. The published description spells this operation `submitToolOuputsToRun`.
   */
  submitToolOutputsToRun(threadId: string, runId: string, body: SubmitToolOutputsRunRequest, options?: RequestOptions): Promise<RunObject>;
  /** Reads a page of steps, newest first unless `order` is `asc`. */
  listRunSteps(threadId: string, runId: string, query?: ListParams & IncludeOptions, options?: RequestOptions): Promise<ListPage<RunStepObject>>;
  /** Reads one step of a run. */
  getRunStep(threadId: string, runId: string, stepId: string, options?: RequestOptions & IncludeOptions): Promise<RunStepObject>;
  /** Starts a run, as `createRun`, and reads its events until it ends or requires tool outputs. */
  streamRun(threadId: string, body: CreateRunRequest, options?: RequestOptions & IncludeOptions): RunEvents;
  /** Creates a thread and a run, as `createThreadAndRun`, and reads the run's events. */
  streamThreadAndRun(body: CreateThreadAndRunRequest, options?: RequestOptions): RunEvents;
  /** Submits the outputs, as `submitToolOutputsToRun`, and reads the events of the continued run. */
  streamToolOutputs(threadId: string, runId: string, body: SubmitToolOutputsRunRequest, options?: RequestOptions): RunEvents;
  /** Not in the contract. Rejects with 404 where the backend has no such list: see `capabilities.listThreads`. */
  listThreads?(query?: ListParams, options?: RequestOptions): Promise<ListPage<ThreadObject>>;
  /** Not in the contract: replays a run's events after `after` and continues to the terminal event. */
  streamRunEvents?(threadId: string, runId: string, options?: RequestOptions & {
    after?: number | undefined;
  }): RunEvents;
  /** Not in the contract. Rejects with 404 where the backend stores no files: see `capabilities.files`. */
  readonly files?: FilesApi;
}
/** One check of {@link clientContract}. */
interface ClientCheck {
  /** The name of the test: a claim about behavior. */
  readonly name: string;
  /** Rejects when the client behaves otherwise. */
  run(client: AssistantsApi, assistantId: string): Promise<void>;
}
/**
 * The behavior that every `AssistantsApi` must have, as named checks for any test runner:
 *
 * ```ts
 * for (const { name, run } of clientContract) test(name, () => run(myClient, 'asst_1'));
 * ```
 *
 * The checks create assistants, threads and runs, and delete what can be deleted. The assistant must respond with text.
 */
declare const clientContract: readonly ClientCheck[];
/**
 * The platform that the core depends on: clock, timers, ids, storage, locks. Injected, because pages, workers and tests
 * differ in them.
 */
interface Environment {
  /** Unix milliseconds. */
  now(): number;
  /** Calls `run` once after `ms` milliseconds. Returns a function that cancels the timer. */
  setTimer(run: () => void, ms: number): () => void;
  /** Calls `flush` before the next paint, or soon where nothing is painted. Called at most once per pending flush. */
  schedule(flush: () => void): void;
  /** Returns a unique id with at least 128 random bits. */
  randomId(): string;
  /** Returns a number in [0, 1). Used for the jitter of retries. */
  random(): number;
  /** Whether the page has a network. While it has none, a lost connection has the state `offline`. */
  isOnline(): boolean;
  /** Calls `run` when the page becomes visible or online again. Returns a function that unsubscribes. */
  onWake(run: () => void): () => void;
  /**
   * Small texts that survive a reload: the thread of a new chat, the journal of tool calls, and unsent drafts.
   */
  keyValueStore: {
    /** Resolves with `undefined` when nothing is stored under `key`. */
    get(key: string): Promise<string | undefined>;
    /** Stores `value`; `undefined` removes the entry. */
    set(key: string, value: string | undefined): Promise<void>;
  };
  /** Holds a named lock across tabs until `held` settles. Undefined where Web Locks are missing. */
  lock: ((name: string, held: (signal: AbortSignal) => Promise<void>) => Promise<void>) | undefined;
}
/** An environment with a clock that only `advance` moves. */
interface FakeEnvironment extends Environment {
  /** Moves the clock and runs the due timers in order. Promises are settled between them. */
  advance(ms: number): Promise<void>;
  /** Runs what is scheduled for the next frame. */
  frame(): void;
  /** Reports that the page became visible or online again. */
  wake(): void;
  setOnline(online: boolean): void;
  /** The stored texts, to inspect, and to pass to a second environment after a "reload". */
  readonly storage: Map<string, string>;
  /** Timers that have not run. */
  readonly pendingTimers: number;
}
/**
 * Creates an environment for tests: nothing in it depends on the machine's clock, and ids are counted.
 *
 * @param storage The stored texts; pass those of an earlier environment to simulate a reload.
 * @param lock Left out: a page without Web Locks. See {@link fakeLocks}.
 */
declare function fakeEnvironment(storage?: Map<string, string>, lock?: Environment['lock']): FakeEnvironment;
/** Locks as in a browser, shared by the environments that get the same object. */
declare function fakeLocks(): NonNullable<Environment['lock']>;
/**
 * Makes `settle` wait for `work`, and for the reading of its body where it resolves to a `Response` (other than a
 * stream of events). For work that takes more than one task, such as requests to a server in the same process:
 *
 * ```ts
 * createClient({ baseURL, fetch: (request) => trackWork('the server', server.fetch(request)) });
 * ```
 *
 * @param name Used in the error of a `settle` that timed out.
 * @returns What `work` resolves to, or rejects with.
 */
declare function trackWork<T>(name: string, work: Promise<T>): Promise<T>;
/**
 * Waits until promises and the work of `trackWork` have settled: resolves after a task without pending work. Does not wait
 * for timers, held locks, open streams, modules that load, and later tasks of a framework. Rejects after ten seconds of real
 * time with the names of the pending work.
 */
declare function settle(): Promise<void>;
/** Options of the functions that create the events of a run. */
interface RunEventOptions {
  /** @defaultValue 'run_1' */
  runId?: string;
  /** Characters per delta. @defaultValue 4 */
  chunkChars?: number;
}
/** The events of a run that responds with `text`, in the order of the service. */
declare function responseEvents(text: string, options?: RunEventOptions): StreamEvent[];
/** The events of a run that calls functions, up to `requires_action`. Continue with {@link afterOutputsEvents}. */
declare function requiresActionEvents(calls: readonly FunctionToolCall[], options?: RunEventOptions): StreamEvent[];
/** The events after the submit: the completed step with the outputs, and the response. */
declare function afterOutputsEvents(calls: readonly FunctionToolCall[], outputs: readonly string[], text: string, options?: RunEventOptions): StreamEvent[];
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
/** One scripted stream. */
interface ScriptedStream {
  readonly events: readonly StreamEvent[];
  /** Delays the event with this index until the promise resolves. */
  readonly delays?: Readonly<Record<number, Promise<void>>>;
  /** Thrown after the events, like a broken connection. */
  readonly error?: ThreadkitError;
}
/**
 * A client without a server that plays prepared streams, one for each `streamRun` and `streamToolOutputs`, to test a state of
 * a run. The events get the id of the requesting thread. Requests without a prepared response reject with kind `'config'`.
 */
declare function scriptedClient(streams: readonly ScriptedStream[]): AssistantsApi & {
  readonly calls: readonly string[];
};
export { type ClientCheck, type FakeEnvironment, type RunEventOptions, type ScriptedStream, aCall, aMessage, aMessageStep, aReasoningStep, aRun, aThread, aToolStep, aWaitingRun, afterOutputsEvents, clientContract, fakeEnvironment, fakeLocks, normalizeRunState, requiresActionEvents, responseEvents, scriptedClient, settle, trackWork };