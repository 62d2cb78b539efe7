// @threadkit/core/api: what it exports. Written by `pnpm api --update`.

/**
 * The first number in the citation markers of a `file_search` call, such as 1234 in `【1234:0†notes.txt】`: four digits made from the id of the
 * call (FNV-1a), so that a marker finds its call again. Threadkit's server writes them; markers of other backends have other numbers.
 */
declare function citationNumber(callId: string): number;
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
 * Operations on files. They are not part of the Assistants API, but its messages refer to files. A separate table, so that
 * an app without files does not load it. Backends declare them with the capability `files`.
 */
declare const FILE_OPERATIONS: readonly [{
  readonly name: 'createFile';
  readonly method: 'POST';
  readonly path: '/files';
  readonly ids: readonly [];
  readonly query: readonly [];
  readonly body: 'form';
  readonly stream: false;
  readonly capability: 'files';
}, {
  readonly name: 'getFile';
  readonly method: 'GET';
  readonly path: '/files/{file_id}';
  readonly ids: readonly ["file_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'files';
}, {
  readonly name: 'getFileContent';
  readonly method: 'GET';
  readonly path: '/files/{file_id}/content';
  readonly ids: readonly ["file_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'files';
}, {
  readonly name: 'deleteFile';
  readonly method: 'DELETE';
  readonly path: '/files/{file_id}';
  readonly ids: readonly ["file_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'files';
}, {
  readonly name: 'listFiles';
  readonly method: 'GET';
  readonly path: '/files';
  readonly ids: readonly [];
  readonly query: readonly ["limit", "order", "after", "purpose"];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'files';
}];
/** The `name` of an operation on files. */
type FileOperationName = (typeof FILE_OPERATIONS)[number]['name'];
/**
 * One operation of the API. The client's requests, the server's routes, the coverage table and the isolation tests are made
 * from the tables `OPERATIONS`, `EXTENSION_OPERATIONS`, `FILE_OPERATIONS` and `VECTOR_STORE_OPERATIONS`, so that no path is written twice.
 */
interface Operation {
  /** As the API reference names it. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path below the base URL. `{name}` is an id; literal segments take precedence over ids. */
  readonly path: string;
  /** The ids of the path, in order. */
  readonly ids: readonly ('thread_id' | 'assistant_id' | 'message_id' | 'run_id' | 'step_id' | 'file_id' | 'vector_store_id' | 'batch_id')[];
  /** Allowed query parameters. `include` travels as repeated `include[]`. */
  readonly query: readonly ('limit' | 'order' | 'after' | 'before' | 'run_id' | 'include' | 'purpose' | 'filter')[];
  /** JSON, or a multipart `form`. */
  readonly body: 'none' | 'optional' | 'required' | 'form';
  /** Responds with an event stream when the body has `stream: true`. */
  readonly stream: boolean;
  /** The capability that the operation requires, where it is not part of the contract. */
  readonly capability?: Capability;
}
/** The 23 operations of the contract. Paths are relative to the base URL, such as `https://host/v1`. */
declare const OPERATIONS: readonly [{
  readonly name: 'listAssistants';
  readonly method: 'GET';
  readonly path: '/assistants';
  readonly ids: readonly [];
  readonly query: readonly ["limit", "order", "after", "before"];
  readonly body: 'none';
  readonly stream: false;
}, {
  readonly name: 'createAssistant';
  readonly method: 'POST';
  readonly path: '/assistants';
  readonly ids: readonly [];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: false;
}, {
  readonly name: 'getAssistant';
  readonly method: 'GET';
  readonly path: '/assistants/{assistant_id}';
  readonly ids: readonly ["assistant_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
}, {
  readonly name: 'modifyAssistant';
  readonly method: 'POST';
  readonly path: '/assistants/{assistant_id}';
  readonly ids: readonly ["assistant_id"];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: false;
}, {
  readonly name: 'deleteAssistant';
  readonly method: 'DELETE';
  readonly path: '/assistants/{assistant_id}';
  readonly ids: readonly ["assistant_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
}, {
  readonly name: 'createThread';
  readonly method: 'POST';
  readonly path: '/threads';
  readonly ids: readonly [];
  readonly query: readonly [];
  readonly body: 'optional';
  readonly stream: false;
}, {
  readonly name: 'createThreadAndRun';
  readonly method: 'POST';
  readonly path: '/threads/runs';
  readonly ids: readonly [];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: true;
}, {
  readonly name: 'getThread';
  readonly method: 'GET';
  readonly path: '/threads/{thread_id}';
  readonly ids: readonly ["thread_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
}, {
  readonly name: 'modifyThread';
  readonly method: 'POST';
  readonly path: '/threads/{thread_id}';
  readonly ids: readonly ["thread_id"];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: false;
}, {
  readonly name: 'deleteThread';
  readonly method: 'DELETE';
  readonly path: '/threads/{thread_id}';
  readonly ids: readonly ["thread_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
}, {
  readonly name: 'listMessages';
  readonly method: 'GET';
  readonly path: '/threads/{thread_id}/messages';
  readonly ids: readonly ["thread_id"];
  readonly query: readonly ["limit", "order", "after", "before", "run_id"];
  readonly body: 'none';
  readonly stream: false;
}, {
  readonly name: 'createMessage';
  readonly method: 'POST';
  readonly path: '/threads/{thread_id}/messages';
  readonly ids: readonly ["thread_id"];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: false;
}, {
  readonly name: 'getMessage';
  readonly method: 'GET';
  readonly path: '/threads/{thread_id}/messages/{message_id}';
  readonly ids: readonly ["thread_id", "message_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
}, {
  readonly name: 'modifyMessage';
  readonly method: 'POST';
  readonly path: '/threads/{thread_id}/messages/{message_id}';
  readonly ids: readonly ["thread_id", "message_id"];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: false;
}, {
  readonly name: 'deleteMessage';
  readonly method: 'DELETE';
  readonly path: '/threads/{thread_id}/messages/{message_id}';
  readonly ids: readonly ["thread_id", "message_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
}, {
  readonly name: 'listRuns';
  readonly method: 'GET';
  readonly path: '/threads/{thread_id}/runs';
  readonly ids: readonly ["thread_id"];
  readonly query: readonly ["limit", "order", "after", "before"];
  readonly body: 'none';
  readonly stream: false;
}, {
  readonly name: 'createRun';
  readonly method: 'POST';
  readonly path: '/threads/{thread_id}/runs';
  readonly ids: readonly ["thread_id"];
  readonly query: readonly ["include"];
  readonly body: 'required';
  readonly stream: true;
}, {
  readonly name: 'getRun';
  readonly method: 'GET';
  readonly path: '/threads/{thread_id}/runs/{run_id}';
  readonly ids: readonly ["thread_id", "run_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
}, {
  readonly name: 'modifyRun';
  readonly method: 'POST';
  readonly path: '/threads/{thread_id}/runs/{run_id}';
  readonly ids: readonly ["thread_id", "run_id"];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: false;
}, {
  readonly name: 'cancelRun';
  readonly method: 'POST';
  readonly path: '/threads/{thread_id}/runs/{run_id}/cancel';
  readonly ids: readonly ["thread_id", "run_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
}, {
  readonly name: 'submitToolOutputsToRun';
  readonly method: 'POST';
  readonly path: '/threads/{thread_id}/runs/{run_id}/submit_tool_outputs';
  readonly ids: readonly ["thread_id", "run_id"];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: true;
}, {
  readonly name: 'listRunSteps';
  readonly method: 'GET';
  readonly path: '/threads/{thread_id}/runs/{run_id}/steps';
  readonly ids: readonly ["thread_id", "run_id"];
  readonly query: readonly ["limit", "order", "after", "before", "include"];
  readonly body: 'none';
  readonly stream: false;
}, {
  readonly name: 'getRunStep';
  readonly method: 'GET';
  readonly path: '/threads/{thread_id}/runs/{run_id}/steps/{step_id}';
  readonly ids: readonly ["thread_id", "run_id", "step_id"];
  readonly query: readonly ["include"];
  readonly body: 'none';
  readonly stream: false;
}];
/** The `name` of an operation of the contract; clients have a method of this name. */
type OperationName = (typeof OPERATIONS)[number]['name'];
/** Operations that Threadkit's server adds to the contract. {@link CAPABILITIES_HEADER} declares them. */
declare const EXTENSION_OPERATIONS: readonly [{
  readonly name: 'listThreads';
  readonly method: 'GET';
  readonly path: '/threads';
  readonly ids: readonly [];
  readonly query: readonly ["limit", "order", "after", "before"];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'listThreads';
}, {
  readonly name: 'streamRunEvents';
  readonly method: 'GET';
  readonly path: '/threads/{thread_id}/runs/{run_id}/events';
  readonly ids: readonly ["thread_id", "run_id"];
  readonly query: readonly ["after"];
  readonly body: 'none';
  readonly stream: true;
  readonly capability: 'runEvents';
}];
/** The `name` of an operation that Threadkit adds. */
type ExtensionOperationName = (typeof EXTENSION_OPERATIONS)[number]['name'];
/** Response header with the server's capabilities: comma-separated {@link Capability} words. */
declare const CAPABILITIES_HEADER = "threadkit-capabilities";
/** Request header with what a client can read beyond the contract: comma-separated words, of which `reasoning` exists. */
declare const ACCEPT_HEADER = "threadkit-accept";
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
/**
 * What a client decides about a call of a server's tool that asks first (`executed_by: 'server'` in `required_action`). Submitted
 * as the JSON text of the call's output. The server takes any other output as a refusal, never as the result of the tool.
 */
type ToolDecision = {
  decision: 'approve';
  /** Replaces the model's arguments. Validated by the server like those. @defaultValue the model's arguments */
  arguments?: Readonly<Record<string, unknown>> | undefined;
} | {
  decision: 'decline';
  /** For the model. */
  reason?: string | undefined;
};
/** Number of files of a vector store or of a batch, by status. */
interface FileCounts {
  in_progress: number;
  completed: number;
  failed: number;
  cancelled: number;
  total: number;
}
/** A vector store expires when it was not used for so many days. */
interface VectorStoreExpiration {
  anchor: 'last_active_at';
  /** 1 to 365. */
  days: number;
}
/**
 * A collection of files that `file_search` searches.
 *
 * @see The API reference, "The vector store object".
 */
interface VectorStoreObject {
  id: string;
  object: 'vector_store';
  /** Unix seconds. */
  created_at: number;
  name: string | null;
  description?: string | null;
  /** Bytes of what is stored for searching. */
  usage_bytes: number;
  file_counts: FileCounts;
  /** `in_progress` while files are being processed. */
  status: 'expired' | 'in_progress' | 'completed';
  expires_after?: VectorStoreExpiration | null;
  /** Unix seconds. */
  expires_at?: number | null;
  /** Unix seconds. */
  last_active_at: number | null;
  metadata: Metadata | null;
}
/** How the text of a file is cut: in chunks of at most so many tokens, of which each repeats the end of the one before. */
interface StaticChunkingStrategy {
  type: 'static';
  static: {
    /** 100 to 4096. @defaultValue 800 */
    max_chunk_size_tokens: number;
    /** At most half of `max_chunk_size_tokens`. @defaultValue 400 */
    chunk_overlap_tokens: number;
  };
}
/** A chunking strategy in a request. `auto`: chunks of 800 tokens with an overlap of 400. */
type ChunkingStrategyRequest = {
  type: 'auto';
} | StaticChunkingStrategy;
/** Values of a file in a vector store, by which a search can be limited: up to 16. */
type FileAttributes = Readonly<Record<string, string | number | boolean>>;
/** How far a file of a vector store is: `completed` files are searched. */
type VectorStoreFileStatus = 'in_progress' | 'completed' | 'cancelled' | 'failed';
/**
 * A file of a vector store. It has the id of the file.
 *
 * @see The API reference, "The vector store file object".
 */
interface VectorStoreFileObject {
  id: string;
  object: 'vector_store.file';
  /** Unix seconds. */
  created_at: number;
  vector_store_id: string;
  status: VectorStoreFileStatus;
  /** Why a file failed. */
  last_error: {
    code: 'server_error' | 'unsupported_file' | 'invalid_file' | (string & {});
    message: string;
  } | null;
  /** Bytes of what is stored for searching. */
  usage_bytes: number;
  attributes?: FileAttributes | null;
  /** `other` for files of before there were strategies. */
  chunking_strategy?: StaticChunkingStrategy | {
    type: 'other';
  };
}
/** Files that were added to a vector store together. */
interface VectorStoreFileBatchObject {
  id: string;
  object: 'vector_store.files_batch';
  /** Unix seconds. */
  created_at: number;
  vector_store_id: string;
  status: VectorStoreFileStatus;
  file_counts: FileCounts;
}
/** Compares an attribute of a file. A file without the attribute meets `ne` and `nin` only. */
interface ComparisonFilter {
  type: 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'nin';
  /** The name of the attribute. */
  key: string;
  /** A list for `in` and `nin`. */
  value: string | number | boolean | readonly (string | number)[];
}
/** All filters (`and`), or at least one of them (`or`). */
interface CompoundFilter {
  type: 'and' | 'or';
  filters: readonly SearchFilter[];
}
/** Limits a search to files by their attributes. */
type SearchFilter = ComparisonFilter | CompoundFilter;
/** A passage that a search found. */
interface VectorStoreSearchResult {
  file_id: string;
  filename: string;
  /** 0 to 1. */
  score: number;
  attributes: FileAttributes | null;
  content: readonly {
    type: 'text';
    text: string;
  }[];
}
/** Response of a search, best results first. */
interface VectorStoreSearchPage {
  object: 'vector_store.search_results.page';
  search_query: readonly string[];
  data: readonly VectorStoreSearchResult[];
  has_more: boolean;
  next_page: string | null;
}
/** Body of `createVectorStore`. */
interface CreateVectorStoreRequest {
  name?: string | null;
  description?: string | null;
  /** Files to add. */
  file_ids?: readonly string[];
  /** Of these files. */
  chunking_strategy?: ChunkingStrategyRequest;
  expires_after?: VectorStoreExpiration | null;
  metadata?: Metadata | null;
}
/** Body of `modifyVectorStore`. */
interface ModifyVectorStoreRequest {
  name?: string | null;
  expires_after?: VectorStoreExpiration | null;
  metadata?: Metadata | null;
}
/** Body of `searchVectorStore`. */
interface SearchVectorStoreRequest {
  /** Several queries find what any of them finds. */
  query: string | readonly string[];
  filters?: SearchFilter;
  /** 1 to 50. @defaultValue 10 */
  max_num_results?: number;
  ranking_options?: {
    ranker?: 'none' | 'auto' | 'default-2024-11-15';
    /** 0 to 1. @defaultValue 0 */
    score_threshold?: number;
  };
  rewrite_query?: boolean;
}
/** Body of `createVectorStoreFile`. */
interface CreateVectorStoreFileRequest {
  file_id: string;
  attributes?: FileAttributes | null;
  chunking_strategy?: ChunkingStrategyRequest;
}
/** Body of `createVectorStoreFileBatch`: ids of files with common settings, or files with their own. */
interface CreateVectorStoreFileBatchRequest {
  /** 1 to 2000. Excludes `files`. */
  file_ids?: readonly string[];
  /** 1 to 2000, each file once. `attributes` and `chunking_strategy` of the batch are ignored for them. */
  files?: readonly CreateVectorStoreFileRequest[];
  attributes?: FileAttributes | null;
  chunking_strategy?: ChunkingStrategyRequest;
}
/** Body of `modifyVectorStoreFile`. */
interface ModifyVectorStoreFileRequest {
  /** Replaced as a whole; null removes them. */
  attributes: FileAttributes | null;
}
/** Query of `listVectorStoreFiles` and `listVectorStoreFileBatchFiles`. */
interface VectorStoreFileListParams extends ListParams {
  /** Only files with this status. @defaultValue every status */
  filter?: VectorStoreFileStatus | undefined;
}
/** Response of `getVectorStoreFileContent`: the text that was read from a `completed` file. */
interface VectorStoreFileContentPage {
  object: 'vector_store.file_content.page';
  /** Threadkit's server sends the whole text as one item. */
  data: readonly {
    type: 'text';
    text: string;
  }[];
  has_more: boolean;
  next_page: string | null;
}
/** Response of `deleteVectorStore`. Its files are not deleted. */
interface DeletedVectorStore {
  id: string;
  object: 'vector_store.deleted';
  deleted: true;
}
/** Response of `deleteVectorStoreFile`: it is not searched any more. The file itself is not deleted. */
interface DeletedVectorStoreFile {
  id: string;
  object: 'vector_store.file.deleted';
  deleted: true;
}
/**
 * Operations on vector stores, their files, and batches of these. They are not part of the Assistants API, but its tool `file_search`
 * searches vector stores. A separate table, so that an app without vector stores does not load it. Backends declare them with the
 * capability `vectorStores`.
 */
declare const VECTOR_STORE_OPERATIONS: readonly [{
  readonly name: 'listVectorStores';
  readonly method: 'GET';
  readonly path: '/vector_stores';
  readonly ids: readonly [];
  readonly query: readonly ["limit", "order", "after", "before"];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'createVectorStore';
  readonly method: 'POST';
  readonly path: '/vector_stores';
  readonly ids: readonly [];
  readonly query: readonly [];
  readonly body: 'optional';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'getVectorStore';
  readonly method: 'GET';
  readonly path: '/vector_stores/{vector_store_id}';
  readonly ids: readonly ["vector_store_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'modifyVectorStore';
  readonly method: 'POST';
  readonly path: '/vector_stores/{vector_store_id}';
  readonly ids: readonly ["vector_store_id"];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'deleteVectorStore';
  readonly method: 'DELETE';
  readonly path: '/vector_stores/{vector_store_id}';
  readonly ids: readonly ["vector_store_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'searchVectorStore';
  readonly method: 'POST';
  readonly path: '/vector_stores/{vector_store_id}/search';
  readonly ids: readonly ["vector_store_id"];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'listVectorStoreFiles';
  readonly method: 'GET';
  readonly path: '/vector_stores/{vector_store_id}/files';
  readonly ids: readonly ["vector_store_id"];
  readonly query: readonly ["limit", "order", "after", "before", "filter"];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'createVectorStoreFile';
  readonly method: 'POST';
  readonly path: '/vector_stores/{vector_store_id}/files';
  readonly ids: readonly ["vector_store_id"];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'getVectorStoreFile';
  readonly method: 'GET';
  readonly path: '/vector_stores/{vector_store_id}/files/{file_id}';
  readonly ids: readonly ["vector_store_id", "file_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'modifyVectorStoreFile';
  readonly method: 'POST';
  readonly path: '/vector_stores/{vector_store_id}/files/{file_id}';
  readonly ids: readonly ["vector_store_id", "file_id"];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'deleteVectorStoreFile';
  readonly method: 'DELETE';
  readonly path: '/vector_stores/{vector_store_id}/files/{file_id}';
  readonly ids: readonly ["vector_store_id", "file_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'getVectorStoreFileContent';
  readonly method: 'GET';
  readonly path: '/vector_stores/{vector_store_id}/files/{file_id}/content';
  readonly ids: readonly ["vector_store_id", "file_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'createVectorStoreFileBatch';
  readonly method: 'POST';
  readonly path: '/vector_stores/{vector_store_id}/file_batches';
  readonly ids: readonly ["vector_store_id"];
  readonly query: readonly [];
  readonly body: 'required';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'getVectorStoreFileBatch';
  readonly method: 'GET';
  readonly path: '/vector_stores/{vector_store_id}/file_batches/{batch_id}';
  readonly ids: readonly ["vector_store_id", "batch_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'cancelVectorStoreFileBatch';
  readonly method: 'POST';
  readonly path: '/vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel';
  readonly ids: readonly ["vector_store_id", "batch_id"];
  readonly query: readonly [];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'vectorStores';
}, {
  readonly name: 'listVectorStoreFileBatchFiles';
  readonly method: 'GET';
  readonly path: '/vector_stores/{vector_store_id}/file_batches/{batch_id}/files';
  readonly ids: readonly ["vector_store_id", "batch_id"];
  readonly query: readonly ["limit", "order", "after", "before", "filter"];
  readonly body: 'none';
  readonly stream: false;
  readonly capability: 'vectorStores';
}];
/** The `name` of an operation on vector stores. */
type VectorStoreOperationName = (typeof VECTOR_STORE_OPERATIONS)[number]['name'];
/** Limits of the contract. Lengths count UTF-16 code units, as the hosted service did. */
/** Items of a page of a list. */
declare const MAX_PAGE_SIZE = 100;
/** Tools of an assistant. */
declare const MAX_ASSISTANT_TOOLS = 128;
/** Tools of a run; fewer than its assistant may have. */
declare const MAX_RUN_TOOLS = 20;
/** Lifetime of a run from its creation, tool rounds included: `expires_at` − `created_at`. */
declare const MAX_RUN_LIFETIME_S = 600;
/** Messages in the body that creates a thread, and additional messages of a run. */
declare const MAX_INITIAL_MESSAGES = 32;
/** Attachments of a message. */
declare const MAX_ATTACHMENTS = 10;
/** Vector stores of an assistant or a thread. */
declare const MAX_VECTOR_STORES = 1;
/** Files of a thread's `code_interpreter`, including those attached to its messages. */
declare const MAX_CODE_FILES = 20;
/** Pairs of a metadata map. */
declare const MAX_METADATA_PAIRS = 16;
/** Length of a metadata key. */
declare const MAX_METADATA_KEY_LENGTH = 64;
/** Length of a metadata value. */
declare const MAX_METADATA_VALUE_LENGTH = 512;
/** Length of an assistant's name. */
declare const MAX_NAME_LENGTH = 256;
/** Length of an assistant's description. */
declare const MAX_DESCRIPTION_LENGTH = 512;
/** Length of instructions, and of a text of a message. */
declare const MAX_TEXT_LENGTH = 256000;
/** Length of a function's or a schema's name. */
declare const MAX_FUNCTION_NAME_LENGTH = 64;
/** Bounds of `temperature`, both allowed. */
declare const TEMPERATURE_RANGE: {
  readonly min: 0;
  readonly max: 2;
};
/** Bounds of `top_p`, both allowed. */
declare const TOP_P_RANGE: {
  readonly min: 0;
  readonly max: 1;
};
/** `max_num_results` of `file_search`. */
declare const SEARCH_RESULTS_RANGE: {
  readonly min: 1;
  readonly max: 50;
};
/** Creates a page of a list from its items, in their final order. */
declare function listPage<T extends {
  id: string;
}>(data: readonly T[], hasMore: boolean): ListPage<T>;
declare function listPage<T>(data: readonly T[], hasMore: boolean): ListPage<T>;
/**
 * Keys that Threadkit writes into the metadata of stored objects, which the contract leaves free. Anyone who may modify an
 * object can write them too.
 */
/** Of a message that a crash interrupted: the id of the message of the same run that replaced it. Written by the server. */
declare const SUPERSEDED_BY_KEY = "tk_superseded_by";
/**
 * Of a failed run: `setup`, `provider` or `quota`, the cause of a `server_error` or `rate_limit_exceeded`. Written by the
 * server.
 */
declare const FAILURE_KEY = "tk_failure";
/**
 * Of a run whose messages were deleted, because another run replaced it: no timeline shows it. Written by `regenerate` and
 * `editAndResend`.
 */
declare const REPLACED_KEY = "tk_replaced";
/** Of a thread that was copied: the id of the original thread. Written by `history: 'branch'`. */
declare const BRANCHED_FROM_KEY = "tk_branched_from";
/** Statuses in which a run locks its thread. */
declare const ACTIVE_STATUSES: readonly ["queued", "in_progress", "requires_action", "cancelling"];
/** Statuses of an ended run. */
declare const TERMINAL_STATUSES: readonly ["cancelled", "failed", "completed", "incomplete", "expired"];
/**
 * Whether a run has ended and its thread is unlocked. False without a run, and for a status that this version does not know.
 * Only `status` is read.
 */
declare function isTerminal(run: Pick<RunObject, 'status'> | undefined): boolean;
/** Whether a run locks its thread. False without a run. Also true for a status that this version does not know. */
declare function isActive(run: RunObject | undefined): run is RunObject;
/** Whether an event of this name is a run's last. */
declare function isTerminalEvent(name: string): boolean;
/** All statuses, in the order a run can have them. A file that no page loads: a client needs only the two lists. */
declare const RUN_STATUSES: readonly ["queued", "in_progress", "requires_action", "cancelling", "cancelled", "failed", "completed", "incomplete", "expired"];
export { ACCEPT_HEADER, ACTIVE_STATUSES, type Annotation, type AnnotationDelta, type AssistantObject, type AssistantTool, BRANCHED_FROM_KEY, CAPABILITIES_HEADER, type Capability, type ChunkingStrategyRequest, type CodeInterpreterFile, type CodeInterpreterOutput, type CodeInterpreterOutputDelta, type CodeInterpreterTool, type CodeInterpreterToolCall, type ComparisonFilter, type CompoundFilter, type CreateAssistantRequest, type CreateMessageRequest, type CreateRunRequest, type CreateThreadAndRunRequest, type CreateThreadRequest, type CreateToolResources, type CreateVectorStoreFileBatchRequest, type CreateVectorStoreFileRequest, type CreateVectorStoreRequest, type Deleted, type DeletedFile, type DeletedVectorStore, type DeletedVectorStoreFile, EXTENSION_OPERATIONS, type ErrorBody, type ErrorObject, type ExtensionOperationName, FAILURE_KEY, FILE_OPERATIONS, type FileAttributes, type FileCitationAnnotation, type FileCounts, type FileListParams, type FileObject, type FileOperationName, type FilePathAnnotation, type FilePurpose, type FileSearchRankingOptions, type FileSearchResult, type FileSearchTool, type FileSearchToolCall, type FunctionDefinition, type FunctionParameters, type FunctionTool, type FunctionToolCall, type ImageFileContentPart, type ImageUrlContentPart, type ListPage, type ListParams, MAX_ASSISTANT_TOOLS, MAX_ATTACHMENTS, MAX_CODE_FILES, MAX_DESCRIPTION_LENGTH, MAX_FUNCTION_NAME_LENGTH, MAX_INITIAL_MESSAGES, MAX_METADATA_KEY_LENGTH, MAX_METADATA_PAIRS, MAX_METADATA_VALUE_LENGTH, MAX_NAME_LENGTH, MAX_PAGE_SIZE, MAX_RUN_LIFETIME_S, MAX_RUN_TOOLS, MAX_TEXT_LENGTH, MAX_VECTOR_STORES, type MessageAttachment, type MessageContentPart, type MessageCreationStepDetails, type MessageDeltaObject, type MessageEventName, type MessageIncompleteReason, type MessageObject, type MessagePartDelta, type MessagePartParam, type MessageStatus, type Metadata, type ModifyAssistantRequest, type ModifyMessageRequest, type ModifyRunRequest, type ModifyThreadRequest, type ModifyVectorStoreFileRequest, type ModifyVectorStoreRequest, OPERATIONS, type Operation, type OperationName, REPLACED_KEY, RUN_STATUSES, type ReasoningEffort, type ReasoningStepDetails, type RefusalContentPart, type RequiredAction, type RequiredFunctionToolCall, type ResponseFormat, type RunCompletionUsage, type RunError, type RunEventName, type RunObject, type RunStatus, type RunStepDeltaObject, type RunStepEventName, type RunStepInclude, type RunStepObject, type RunStepStatus, type RunToolOutput, SEARCH_RESULTS_RANGE, SUPERSEDED_BY_KEY, type SearchFilter, type SearchVectorStoreRequest, type StaticChunkingStrategy, type StepToolCall, type StepToolCallDelta, type StreamEvent, type SubmitToolOutputsRunRequest, TEMPERATURE_RANGE, TERMINAL_STATUSES, TOP_P_RANGE, type TextContentPart, type ThreadObject, type ToolCallExecutor, type ToolCallsStepDetails, type ToolChoice, type ToolDecision, type ToolResources, type TruncationStrategy, VECTOR_STORE_OPERATIONS, type VectorStoreExpiration, type VectorStoreFileBatchObject, type VectorStoreFileContentPage, type VectorStoreFileListParams, type VectorStoreFileObject, type VectorStoreFileStatus, type VectorStoreHelper, type VectorStoreObject, type VectorStoreOperationName, type VectorStoreSearchPage, type VectorStoreSearchResult, citationNumber, isActive, isTerminal, isTerminalEvent, listPage };