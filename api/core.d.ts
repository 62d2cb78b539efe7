// @threadkit/core: what it exports. Written by `pnpm api --update`.

import { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
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
/**
 * Whether a run has ended and its thread is unlocked. False without a run, and for a status that this version does not know.
 * Only `status` is read.
 */
declare function isTerminal(run: Pick<RunObject, 'status'> | undefined): boolean;
/** Whether a run locks its thread. False without a run. Also true for a status that this version does not know. */
declare function isActive(run: RunObject | undefined): run is RunObject;
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
/** Options of `createClient`. */
interface ClientOptions {
  /**
   * Base URL of the operations, such as `/v1` or `https://example.com/v1`. Relative only in a page. A slash at the end is
   * ignored.
   */
  baseURL: string;
  /**
   * Headers of every request. A function is called for each request, and once more after a 401. An error
   * that it throws is passed on to the caller. @defaultValue none
   */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /** Sends the requests, such as a server's own `fetch`. @defaultValue `globalThis.fetch` */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Separates cached data of different backends or users. @defaultValue `baseURL` */
  key?: string | undefined;
  /**
   * Known capabilities. With `reasoning: false` the client requests no reasoning; otherwise it requests it as soon as a response has
   * declared that the backend sends it. `streamThreadAndRun` as the first request of a client comes without, unless this is
   * `true`; a `ThreadController` creates the thread first, so all its runs have it. @defaultValue read from the first responses
   */
  capabilities?: Partial<Capabilities> | undefined;
  /**
   * How often a request that is safe to repeat is sent again after a network error or the statuses 408, 409, 429 and 5xx: after
   * `retry-after` (not at all when that is over 60 s), else after 0.5 s, doubled each time up to 8 s. @defaultValue 2
   */
  maxRetries?: number | undefined;
  /** Clock, timers and jitter of retries. @defaultValue those of the platform */
  environment?: Pick<Environment, 'now' | 'setTimer' | 'onWake' | 'random'> | undefined;
}
/**
 * Creates a client for a server with the Assistants API v2. It contains no SDK. Nothing is sent before the first call.
 */
declare function createClient(options: ClientOptions): AssistantsApi;
/**
 * Vector stores: collections of files that `file_search` searches. Methods reject as those of `AssistantsApi`: with `status` 404 when
 * an object does not exist, or when the backend has no vector stores.
 */
interface VectorStoresApi {
  /** Creates a vector store, with up to 2000 files. They are processed after the response: see `file_counts`. */
  create(body?: CreateVectorStoreRequest, options?: RequestOptions): Promise<VectorStoreObject>;
  /** Reads a page of vector stores, newest first unless `order` is `asc`. */
  list(query?: ListParams, options?: RequestOptions): Promise<ListPage<VectorStoreObject>>;
  /** Reads one vector store. */
  get(vectorStoreId: string, options?: RequestOptions): Promise<VectorStoreObject>;
  /** Changes a vector store. Fields that `body` leaves out keep their value; `metadata` is replaced as a whole. */
  modify(vectorStoreId: string, body: ModifyVectorStoreRequest, options?: RequestOptions): Promise<VectorStoreObject>;
  /** Deletes a vector store. Its files are not deleted. */
  delete(vectorStoreId: string, options?: RequestOptions): Promise<DeletedVectorStore>;
  /** Searches the `completed` files. Rejects with `status` 400 when the vector store has expired. */
  search(vectorStoreId: string, body: SearchVectorStoreRequest, options?: RequestOptions): Promise<VectorStoreSearchPage>;
  readonly files: VectorStoreFilesApi;
  readonly fileBatches: VectorStoreFileBatchesApi;
}
/** Files of a vector store. They have the ids of the uploaded files. */
interface VectorStoreFilesApi {
  /** Adds an uploaded file, which is `in_progress` until it was processed. A file that is there is processed again. */
  create(vectorStoreId: string, body: CreateVectorStoreFileRequest, options?: RequestOptions): Promise<VectorStoreFileObject>;
  /** Reads a page of files, newest first unless `order` is `asc`. */
  list(vectorStoreId: string, query?: VectorStoreFileListParams, options?: RequestOptions): Promise<ListPage<VectorStoreFileObject>>;
  /** Reads how far a file is. */
  get(vectorStoreId: string, fileId: string, options?: RequestOptions): Promise<VectorStoreFileObject>;
  /** Replaces the attributes of a file. */
  modify(vectorStoreId: string, fileId: string, body: ModifyVectorStoreFileRequest, options?: RequestOptions): Promise<VectorStoreFileObject>;
  /** Removes a file from the vector store. The file itself is not deleted. */
  delete(vectorStoreId: string, fileId: string, options?: RequestOptions): Promise<DeletedVectorStoreFile>;
  /** Reads the text that was extracted from a file. Rejects with `status` 400 unless the file is `completed`. */
  content(vectorStoreId: string, fileId: string, options?: RequestOptions): Promise<VectorStoreFileContentPage>;
}
/** Files that are added to a vector store together. */
interface VectorStoreFileBatchesApi {
  /** Adds up to 2000 files. */
  create(vectorStoreId: string, body: CreateVectorStoreFileBatchRequest, options?: RequestOptions): Promise<VectorStoreFileBatchObject>;
  /** Reads how many files of a batch are processed. */
  get(vectorStoreId: string, batchId: string, options?: RequestOptions): Promise<VectorStoreFileBatchObject>;
  /** Cancels the files of a batch that are `in_progress`. */
  cancel(vectorStoreId: string, batchId: string, options?: RequestOptions): Promise<VectorStoreFileBatchObject>;
  /** Reads a page of the files of a batch, newest first unless `order` is `asc`. */
  listFiles(vectorStoreId: string, batchId: string, query?: VectorStoreFileListParams, options?: RequestOptions): Promise<ListPage<VectorStoreFileObject>>;
}
/**
 * Creates a client for the vector stores of a server. Takes the options of `createClient`, which does not contain it: most pages need no
 * vector stores. Nothing is sent before the first call.
 *
 * @example
 * ```ts
 * const vectorStores = createVectorStoresClient({ baseURL: 'https://example.com/v1', headers });
 * const { id } = await vectorStores.create({ name: 'Handbook', file_ids: [fileId] });
 * ```
 */
declare function createVectorStoresClient(options: ClientOptions): VectorStoresApi;
interface SdkRequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}
interface SdkResponse {
  asResponse(): Promise<Response>;
}
/**
 * The methods of an `openai` SDK client that are used: its HTTP verbs, which remain when `beta.threads` is removed. Fits
 * version 4 and later.
 */
interface OpenAILike {
  get(path: string, options?: SdkRequestOptions): SdkResponse;
  post(path: string, options?: SdkRequestOptions): SdkResponse;
  delete(path: string, options?: SdkRequestOptions): SdkResponse;
}
/**
 * Creates a client on top of an `openai` SDK client. The SDK's base URL, key, proxies and retries apply. Use it on a server
 * only: the key must not reach a browser.
 */
declare function fromOpenAI(sdk: OpenAILike, options?: Pick<ClientOptions, 'key' | 'capabilities'>): AssistantsApi;
/**
 * Reads a list page by page, each item once. A page without new items is the last one, so that a backend that repeats pages
 * causes no endless loop. Rejects when a request does.
 *
 * @param list - Reads the page after a cursor; without a cursor the first page.
 * @example
 * ```ts
 * const messages = paginate((after) => client.listMessages(threadId, { limit: 100, order: 'asc', after }));
 * for await (const message of messages) console.log(message.id);
 * ```
 */
declare function paginate<T extends {
  readonly id: string;
}>(list: (after: string | undefined) => Promise<ListPage<T>>): AsyncGenerator<T, void>;
/**
 * An environment for workers, servers and scripts. Flushes on the next macrotask, is always online, keeps stored texts in
 * memory and has no locks.
 */
declare function plainEnvironment(): Environment;
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
/** Whether a value is a `ThreadkitError`, also one of another copy of this package, which `instanceof` misses. */
declare function isThreadkitError(error: unknown): error is ThreadkitError;
/**
 * Whether an error is an `AbortError`: its caller aborted the request without another reason, which is not a failure.
 */
declare function isAbortError(error: unknown): boolean;
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
/** The initial state of `reduceEvent`. Public, because an app that folds events by itself starts with it. */
declare const EMPTY_RUN_STATE: RunState;
/** Objects read by polling, oldest first. The reducer takes them as one event. */
interface RunSnapshot {
  readonly run?: RunObject | undefined;
  readonly messages?: readonly MessageObject[] | undefined;
  readonly steps?: readonly RunStepObject[] | undefined;
}
/** Input of the reducer: an event of the stream, numbered or not, or objects that were read by polling. */
type RunReducerInput = (StreamEvent & {
  seq?: number;
}) | {
  event: 'snapshot';
  data: RunSnapshot;
  seq?: undefined;
};
/**
 * Folds one event into the state of a run. Pure; returns the same reference when nothing changed.
 *
 * A live stream, a replay after a reconnect and polled snapshots end in equal states. Numbered duplicates are
 * dropped; unnumbered ones are corrected by the terminal object. "Completed" without "created", late deltas
 * and unknown event names are tolerated.
 */
declare function reduceEvent(state: RunState, input: RunReducerInput): RunState;
/** A JSON Schema, written as a literal so that types can be inferred from it. */
interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: {
    readonly [key: string]: JsonSchema;
  };
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly [keyword: string]: unknown;
}
interface Primitives {
  string: string;
  number: number;
  integer: number;
  boolean: boolean;
  null: null;
}
type RequiredKeys<S> = S extends {
  required: readonly (infer K extends string)[];
} ? K : never;
type Flat<T> = { [K in keyof T]: T[K]; };
type FromProperties<P, R> = Flat<{ -readonly [K in keyof P as K extends R ? K : never]: FromJsonSchema<P[K]>; } & { -readonly [K in keyof P as K extends R ? never : K]?: FromJsonSchema<P[K]>; }>;
type FromType<U> = U extends keyof Primitives ? Primitives[U] : unknown;
/**
 * The type a JSON Schema literal describes: type, properties, required, items, enum, const and lists of
 * types. Anything else (`$ref`, `anyOf`, …) is `unknown`, never wrong.
 */
type FromJsonSchema<S> = S extends {
  const: infer C;
} ? C : S extends {
  enum: readonly (infer E)[];
} ? E : S extends {
  type: 'object';
  properties: infer P;
} ? FromProperties<P, RequiredKeys<S>> : S extends {
  type: 'array';
  items: infer I;
} ? FromJsonSchema<I>[] : S extends {
  type: readonly (infer U)[];
} ? FromType<U> : S extends {
  type: infer U extends keyof Primitives;
} ? Primitives[U] : unknown;
/** The caller on whose behalf a server executes a tool. */
interface ToolPrincipal {
  /** Id of the user, unique within the tenant. */
  readonly id: string;
  /** Organization or workspace of the user; undefined without one. */
  readonly tenant?: string | undefined;
  /** Role that the run was started with. */
  readonly role: 'admin' | 'user';
}
/** Second argument of a tool's `execute`. */
interface ToolContext {
  /** Id of the call. Equal when an `idempotent` tool is executed again after a reload or a crash. */
  readonly toolCallId: string;
  /** The run that requested the call. */
  readonly runId: string;
  /** The thread of the run. */
  readonly threadId: string;
  /** When the run expires: Unix milliseconds by the clock of this page or server. */
  readonly expiresAt: number;
  /** Who started the run, as the server's `authorize` identified them. In a page undefined: it is the user of the page. */
  readonly principal?: ToolPrincipal | undefined;
  /** Aborted on cancel, on time-out, and when the run ends or moves to another server without this call. */
  readonly signal: AbortSignal;
}
/**
 * A tool that a page or a server executes. Made by {@link defineTool}. Of a page's tool, `name`, `description`, `jsonSchema` and
 * `strict` are sent to the server, the rest is not. `'~types'` carries the last two type parameters and has no value.
 */
interface Tool<N extends string = string, I = unknown, O = unknown> {
  /** Unique among the tools of a run. */
  readonly name: N;
  /** Tells the model what the tool does. */
  readonly description: string | undefined;
  /** The schema of the arguments. */
  readonly jsonSchema: JsonSchema;
  /** Whether the model must follow the schema exactly. */
  readonly strict: boolean;
  /** Time limit of one execution in milliseconds. */
  readonly timeoutMs: number | undefined;
  /** Whether the call may be executed again after a reload or crash interrupted it. */
  readonly idempotent: boolean;
  readonly '~types'?: {
    readonly input: I;
    readonly output: O;
  };
  /** @internal The untyped implementation. */
  readonly '~run': ToolBehavior;
}
/** @internal */
interface ToolBehavior {
  /** Rejects with the schema's issues as text. */
  validate(input: unknown): Promise<unknown>;
  needsApproval(args: unknown): Promise<boolean>;
  /** Undefined: the app adds the output. */
  execute: ((args: unknown, context: ToolContext) => unknown) | undefined;
  serialize(output: unknown): string;
}
/** A tool with any arguments and output. */
type AnyTool = Tool<string, any, any>;
/** Arguments while they stream: everything optional. */
type PartialDeep<T> = T extends readonly (infer I)[] ? PartialDeep<I>[] : T extends object ? { [K in keyof T]?: PartialDeep<T[K]>; } : T;
interface ToolCallBase<N extends string> {
  /** The wire's tool call id. */
  readonly id: string;
  /** The tool's name. */
  readonly name: N;
  /** The run that requested the call. */
  readonly runId: string;
  /** The run step that contains the call. */
  readonly stepId: string;
  /** The text that the model wrote. May be incomplete or invalid JSON. */
  readonly rawArguments: string;
  /** Who executes the call; undefined for this page or another client of the run. */
  readonly executedBy?: ToolCallExecutor | undefined;
}
/**
 * Why a call waits. `approval`: the user must approve it. `output`: the tool has no `execute`, so `addToolOutput` is expected.
 * `unregistered`: no tool of that name is registered on this page. `interrupted`: a reload interrupted its execution.
 */
type WaitReason = 'approval' | 'output' | 'unregistered' | 'interrupted';
/** Why a call was closed without a result. `elsewhere`: another tab handles it. */
type ClosedReason = 'cancelled' | 'expired' | 'failed' | 'elsewhere';
type ToolCallProgress<I, O> = {
  readonly state: 'streaming';
  readonly args: PartialDeep<I>;
} | {
  readonly state: 'waiting';
  readonly waitReason: WaitReason;
  readonly args: I;
  /** Why the edited arguments were refused, which `args` are then. Undefined once the call is decided again. */
  readonly error?: ThreadkitError | undefined;
  /** When the run expires: Unix milliseconds by this page's clock. */
  readonly expiresAt: number;
  /** Executes the call, with `edited` in place of `args`. Invalid ones are not executed, and set `error`. */
  approve(edited?: I): void;
  /** Declines the call. The model reads the reason. */
  reject(reason?: string): void;
  /** Sets the output without executing the call. Not for one that the server executes. */
  addToolOutput(output: O): void;
} | {
  readonly state: 'running';
  readonly args: I;
} | {
  readonly state: 'settled' | 'submitted';
  readonly args: I;
  readonly result: {
    readonly ok: true;
    readonly output: O;
  } | {
    readonly ok: false;
    readonly error: string;
  };
} | {
  readonly state: 'closed';
  readonly args: PartialDeep<I>;
  readonly reason: ClosedReason;
};
/** One function call of a run, discriminated by `name`, then `state`. Distributes over a union of tools. */
type ToolCallState<T extends AnyTool = Tool> = T extends Tool<infer N, infer I, infer O> ? ToolCallBase<N> & ToolCallProgress<I, O> : never;
/** A value that can be read and subscribed to, in the shape of `useSyncExternalStore`. */
interface Subscribable<T> {
  /** Returns the same reference until something has changed. */
  getSnapshot(): T;
  /** Calls `onChange` after changes, at most once a frame. Returns a function that unsubscribes. */
  subscribe(onChange: () => void): () => void;
}
/** How a thread follows its active run. */
interface ConnectionInfo {
  /**
   * `idle`: there is no run to follow · `connecting`: the stream is being opened · `live`: events arrive · `stalled`: nothing
   * arrived for 40 seconds, so the stream was closed and is reopened · `reconnecting`: the stream was cut off, or could not
   * be opened, and is reopened after a delay · `polling`: the backend cannot replay events, so the run is read at intervals ·
   * `offline`: the page has no network.
   */
  readonly state: 'idle' | 'connecting' | 'live' | 'stalled' | 'reconnecting' | 'polling' | 'offline';
  /** Attempts to reconnect so far; 0 while connected. */
  readonly attempt: number;
  /**
   * When the last data arrived before the connection left `live`: response headers, an event or a heartbeat. Unix milliseconds
   * by this page's clock. While it is `live`, when it became so. Undefined while `idle`, and until the connection of this run
   * is first `live`.
   */
  readonly lastReceivedAt: number | undefined;
}
/** The input to send: text, or a message without its role. */
type SendInput = string | Omit<CreateMessageRequest, 'role'>;
/** Options of the actions that start a run. */
interface SendOptions {
  /**
   * What to do while a run is active. `queue`: the input is sent after the run has ended · `reject`: the outcome is `failed`, of
   * kind `'locked'` · `replace`: the run is cancelled, then the input is sent before queued ones. @defaultValue 'queue'
   */
  whenBusy?: 'queue' | 'reject' | 'replace' | undefined;
  /** The assistant of this run. @defaultValue that of the controller; without one the outcome is `failed`, of kind `'config'` */
  assistantId?: string | undefined;
  /** Parameters of this run, over those of the assistant. @defaultValue none */
  runParams?: Partial<Omit<CreateRunRequest, 'assistant_id'>> | undefined;
}
/**
 * The API cannot change a message. `truncate` deletes the messages from the rewritten one on; `branch` copies those before it
 * into a new thread, whose id is in the outcome. Steps, annotations and the authorship of messages are not copied.
 * After a `truncate` that failed half way, call the method again: with the id of the user message if the rewritten one is deleted
 * already. A `branch` starts over with a new copy; the incomplete copy stays on the server.
 */
interface RewriteOptions extends SendOptions {
  /** What happens to the rewritten message and the later ones. @defaultValue 'truncate' */
  history?: 'truncate' | 'branch' | undefined;
}
/**
 * The result of an action. Actions never reject, because they are called in event handlers. `running`: the run exists on the
 * server · `queued`: the input waits for the active run; `key` identifies it in the queue · `failed`: the message stays in the
 * timeline and can be retried by its `key`. An input that `whenBusy: 'reject'` refused was never shown, and its `key` cannot
 * be retried.
 */
type SendOutcome = {
  status: 'running';
  threadId: string;
  runId: string;
} | {
  status: 'queued';
  key: string;
} | {
  status: 'failed';
  key: string;
  error: ThreadkitError;
};
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
/** An input that waits for the active run to end. */
interface QueuedInput {
  /** Identifies the input in `editQueued`, `removeQueued` and `sendNow`; the message gets it when it is sent. */
  readonly key: string;
  /** What will be sent. */
  readonly input: SendInput;
}
/** The current state of a thread. Stored messages are not part of it. */
interface ThreadSnapshot {
  /** Undefined until the first message of a new chat has created the thread. */
  readonly threadId: string | undefined;
  /** `sending` before the run of a message exists, else the status of `run`, or `idle` without a run. */
  readonly status: 'idle' | 'sending' | RunStatus;
  /** The active run, or the last one that was followed. */
  readonly run: RunObject | undefined;
  /** Messages that are sent, failed or streaming, oldest first, until the cache has them. */
  readonly localMessages: readonly TimelineMessage[];
  /** Steps of `run`, oldest first. */
  readonly steps: readonly RunStepObject[];
  /** Function calls of `run`, oldest first. */
  readonly toolCalls: readonly ToolCallState[];
  /** Inputs that wait for the active run to end, in the order they will be sent. */
  readonly queue: readonly QueuedInput[];
  /** How this page follows `run`. */
  readonly connection: ConnectionInfo;
  /** Why the last action or run failed. Reset by `clearError`, by the next send and by the next run. */
  readonly error: ThreadkitError | null;
}
/**
 * The actions of a thread. None rejects: those that start a run resolve with a {@link SendOutcome}, the others set the
 * snapshot's `error`.
 */
interface ThreadActions {
  /** Adds a user message and starts a run. Resolves when the run exists, or the input is queued or refused. */
  send(input: SendInput, options?: SendOptions): Promise<SendOutcome>;
  /**
   * Sends a failed message again, or queues it while a run is active. A message that was stored already is not stored twice.
   * `failed` of kind `'config'` when no failed message has this key.
   */
  retry(key: string): Promise<SendOutcome>;
  /** Removes a failed message from the timeline, and from the server if it was stored; a failure there sets `error`. */
  discard(key: string): void;
  /**
   * Cancels the active run on the server, and the message that is being sent. Does nothing without either. Resolves when the
   * server has responded; the run may still be `cancelling`. A failure sets `error`.
   */
  cancel(): Promise<void>;
  /** Finds the thread's active run and follows it. Retries a lost connection at once. */
  attach(): void;
  /** Stops following. The run continues on the server. */
  detach(): void;
  /**
   * Executes a waiting call, with `edited` in place of its arguments. Sets `error`, here and of the call, when `edited` does not
   * fit the tool, until the call is decided again. Sets `error` when the call does not wait; so do `reject` and `addToolOutput`.
   * For typed arguments use `approve` of the call.
   */
  approve(toolCallId: string, edited?: unknown): void;
  /** Declines a waiting call. The model reads the reason. */
  reject(toolCallId: string, reason?: string): void;
  /** Sets the output of a waiting call without executing it. */
  addToolOutput(toolCallId: string, output: unknown): void;
  /** Sets the snapshot's `error` to null. Failed messages keep their phase and can still be retried. */
  clearError(): void;
  /** Replaces a queued input. Does nothing when `key` is no longer in the queue. */
  editQueued(key: string, input: SendInput): void;
  /** Removes a queued input. Does nothing when `key` is no longer in the queue. */
  removeQueued(key: string): void;
  /** Moves a queued input to the front and cancels the run that it waits for. */
  sendNow(key: string): void;
  /**
   * Generates a response again. Deletes an assistant message and all later ones, or all messages after a user message, on the
   * server. With `history: 'branch'` the thread is kept and a copy continues: see {@link RewriteOptions}.
   */
  regenerate(messageId: string, options?: RewriteOptions): Promise<SendOutcome>;
  /** Deletes one message on the server. A failure sets the snapshot's `error`. */
  deleteMessage(messageId: string): Promise<void>;
  /** Replaces the thread's metadata, such as its title. A failure sets the snapshot's `error`. */
  modifyMetadata(metadata: Metadata): Promise<void>;
  /** Deletes a user message and all later ones, then sends `input` instead. */
  editAndResend(messageId: string, input: SendInput, options?: RewriteOptions): Promise<SendOutcome>;
}
/** Controls one thread. Shared by all components of the page; inert until it is subscribed to. */
interface ThreadController extends Subscribable<ThreadSnapshot>, ThreadActions {
  /** Registers the tools of one owner; by name the last owner wins. Returns a function that removes them. */
  setTools(owner: symbol, tools: readonly AnyTool[]): () => void;
  /** Follows a run of this thread that the app has started itself. */
  follow(run: RunObject): void;
  /** Sets the assistant of later runs. */
  setAssistant(assistantId: string | undefined): void;
  /** The key that a message had before it was stored, so that its row does not remount. */
  getMessageKey(messageId: string): string;
  /** Removes local messages that are in the cache. */
  dropPersisted(storedIds: {
    has(id: string): boolean;
  }): void;
  /** Deletes what is stored for after a reload: the thread of a new chat, and the journal of open tool calls. */
  forget(): void;
  /** Stops following and aborts executing tools. The run continues on the server. */
  dispose(): void;
}
/** The activity of a thread in this page: a run is working, or it waits for the user. */
type ThreadActivity = 'running' | 'waiting';
/** Objects of a thread that the server has stored, for a cache. */
interface PersistedChange {
  /** The thread of all objects of this change. */
  readonly threadId: string;
  /** New or changed messages. */
  readonly messages: readonly MessageObject[];
  /** A run that has ended, or whose metadata was changed. */
  readonly run?: RunObject | undefined;
  /** The steps of `run`, when it has ended. */
  readonly steps?: readonly RunStepObject[] | undefined;
  /** The thread, when its metadata was changed. */
  readonly thread?: ThreadObject | undefined;
  /** Ids of messages that were deleted. */
  readonly removed?: readonly string[] | undefined;
}
/** Options of `createThreadController`. */
interface ThreadControllerOptions {
  /** From `createClient` or `fromOpenAI`. */
  client: AssistantsApi;
  /** The thread to control. Left out: the first message creates one. */
  threadId?: string | undefined;
  /** The assistant that responds. May be set later with `setAssistant`, or given with each `send`. */
  assistantId?: string | undefined;
  /**
   * Reads the assistant before a run that registered tools are added to: its own tools have to be sent along.
   * @defaultValue `client.getAssistant`, with one request for each run
   */
  getAssistant?: ((assistantId: string) => Promise<Pick<AssistantObject, 'tools'>>) | undefined;
  /** Clock, timers, storage, locks. @defaultValue {@link plainEnvironment} */
  environment?: Partial<Environment> | undefined;
  /** Called when a message is stored and when a run ends, before they leave `localMessages`. */
  onPersisted?: ((change: PersistedChange) => void) | undefined;
  /**
   * Stores the id of the thread that a new chat creates, so that the chat continues with it after a reload. Left out:
   * nothing is stored. Only for controllers without a `threadId`.
   */
  newChatKey?: string | undefined;
  /** Called once, when the first message has created a new thread. */
  onThreadCreated?: ((threadId: string) => void) | undefined;
  /** Called once, when the thread id of a new chat is known: created now, or restored by `newChatKey`. */
  onThreadIdKnown?: ((threadId: string) => void) | undefined;
  /** Another client has started a run on the thread: lists that were read before are outdated. */
  onOutdated?: ((threadId: string) => void) | undefined;
  /** Called when the controller has no subscribers and no active run any more. */
  onIdle?: (() => void) | undefined;
  /** Called when the thread's activity may have changed, sometimes with an equal value. */
  onActivity?: ((threadId: string, activity: ThreadActivity | undefined) => void) | undefined;
}
/** The result of a call, as its view reads it. */
type ToolCallResult = {
  readonly ok: true;
  readonly output: unknown;
} | {
  readonly ok: false;
  readonly error: string;
};
/**
 * Reads a submitted output back: the error form as a failure, JSON objects and lists as values, all other text
 * as it is. Numbers and quoted text stay text, because it is unknown whether they were sent as such.
 */
declare function parseToolOutput(text: string): ToolCallResult;
/** By thread id. Idle threads are missing. */
type Activities = ReadonlyMap<string, ThreadActivity>;
/** Keeps one controller per thread, shared by all components of the page. */
interface ControllerRegistry {
  /** The thread's controller, created on first use. Safe to call while rendering: a new controller is inert. */
  get(threadId: string): ThreadController;
  /** The thread's controller if it exists. */
  find(threadId: string): ThreadController | undefined;
  /** The activity of this page's threads. Subscribing to it activates no controller. */
  readonly activities: Subscribable<Activities>;
  /** Disposes a thread's controller, because the thread was deleted. */
  remove(threadId: string): void;
  /**
   * The controller of a chat without a thread. After the thread is created, `get(threadId)` returns the same controller.
   *
   * @param isRemembered Whether the chat continues with its thread after a reload. False for a key that was generated for
   *   one component. Generated keys never collide with those of an app.
   */
  getNewChat(newChatKey: string, isRemembered: boolean): ThreadController;
  /** Disposes all controllers, because the provider unmounted. The registry can be used again. */
  clear(): void;
  /** Like `clear`, for sign-out: also deletes which thread a new chat created, and the journals of open tool calls. */
  reset(): void;
}
/** Options of `createControllerRegistry`: those that all controllers share. */
type ControllerRegistryOptions = Omit<ThreadControllerOptions, 'threadId' | 'assistantId' | 'newChatKey' | 'onIdle' | 'onActivity'>;
/** Creates an empty registry. Sends no request until one of its controllers is subscribed to. */
declare function createControllerRegistry(options: ControllerRegistryOptions): ControllerRegistry;
/** Whether a message is being sent or a run is active: a message sent now waits in the queue by default. */
declare function isBusy({ status, run }: Pick<ThreadSnapshot, 'status' | 'run'>): boolean;
/**
 * Joins the messages of the cache and the local messages, each id once. A local message replaces the stored one with its id
 * if it is sending or failed, or if the stored one is incomplete (a list can be read during the run); otherwise the stored
 * one is kept. Both lists are oldest first; local messages that are not stored come last. `storedById` avoids a walk over
 * the stored messages.
 *
 * The handover from local to stored depends on this selector and not on timing: the result is the same whichever side
 * changes first.
 */
declare function mergeMessages(stored: readonly TimelineMessage[], localMessages: readonly TimelineMessage[], storedById?: ReadonlyMap<string | undefined, TimelineMessage>): readonly TimelineMessage[];
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
 * Controls one thread: sends messages, follows the run, executes the page's tools, and describes all of it in one
 * snapshot. Inert until it is subscribed to; then it finds the thread's active run and follows it. After the last
 * subscriber has left it follows the run to its end, and stops.
 */
declare function createThreadController(options: ThreadControllerOptions): ThreadController;
/** The arguments before validation, as the model writes them and a user edits them. */
type ToolInput<S> = S extends StandardSchemaV1 ? StandardSchemaV1.InferInput<S> : FromJsonSchema<S>;
/** The validated arguments, as `execute` and `needsApproval` get them. */
type ToolArgs<S> = S extends StandardSchemaV1 ? StandardSchemaV1.InferOutput<S> : FromJsonSchema<S>;
/**
 * A Standard Schema without JSON Schema (valibot, older zod) needs `jsonSchema`, for the model and the approval form.
 */
type NeedsJsonSchema<S> = S extends StandardJSONSchemaV1 ? unknown : S extends StandardSchemaV1 ? {
  jsonSchema: JsonSchema;
} : unknown;
/** Options of `defineTool`. */
interface ToolOptions<N extends string, S, O> {
  /** `[A-Za-z0-9_-]`, at most 64 characters. */
  name: N;
  /** Tells the model what the tool does and when to call it. @defaultValue none */
  description?: string | undefined;
  /** A Standard Schema (zod 4, valibot, …) or a plain JSON Schema literal. */
  parameters: S;
  /** Whether the model must follow the schema exactly. @defaultValue false */
  strict?: boolean | undefined;
  /**
   * Time limit of one execution in milliseconds; after it the output is an error. @defaultValue in a page no limit, on a server a minute
   */
  timeoutMs?: number | undefined;
  /**
   * Executes the call. An exception becomes an error output that the model reads. Left out: the call waits for
   * `addToolOutput`.
   */
  execute?: ((args: ToolArgs<S>, context: ToolContext) => O | Promise<O>) | undefined;
  /** Whether the user must approve the call. An exception becomes an error output. @defaultValue false */
  needsApproval?: boolean | ((args: ToolArgs<S>) => boolean | Promise<boolean>) | undefined;
  /**
   * Whether the call may be executed again after a reload or crash interrupted it. @defaultValue false: in a page the user decides, on a
   * server the model is told that nobody knows whether it was executed
   */
  idempotent?: boolean | undefined;
  /** Converts the output to the text that the model reads. @defaultValue strings as they are, other values as JSON */
  serialize?: ((output: O) => string) | undefined;
}
/**
 * Defines a tool that is executed in the page, or by the server when it is given to `createServer`. Arguments, edited arguments, output and the tool's view are inferred.
 *
 * @throws `ThreadkitError` of kind `'config'` when the name is not one the wire accepts, or when the schema
 * cannot give a JSON Schema and none was passed.
 */
declare function defineTool<const N extends string, const S extends StandardSchemaV1 | JsonSchema, O = string>(options: ToolOptions<N, S, O> & NeedsJsonSchema<S>): Tool<N, ToolInput<S>, O>;
export { type Activities, type Annotation, type AnnotationDelta, type AnyTool, type AssistantObject, type AssistantTool, type AssistantsApi, type Capabilities, type Capability, type ChunkingStrategyRequest, type ClientOptions, type ClosedReason, type CodeInterpreterFile, type CodeInterpreterOutput, type CodeInterpreterOutputDelta, type CodeInterpreterTool, type CodeInterpreterToolCall, type ComparisonFilter, type CompoundFilter, type ConnectionInfo, type ControllerRegistry, type ControllerRegistryOptions, type CreateAssistantRequest, type CreateMessageRequest, type CreateRunRequest, type CreateThreadAndRunRequest, type CreateThreadRequest, type CreateToolResources, type CreateVectorStoreFileBatchRequest, type CreateVectorStoreFileRequest, type CreateVectorStoreRequest, type Deleted, type DeletedFile, type DeletedVectorStore, type DeletedVectorStoreFile, EMPTY_RUN_STATE, type Environment, type ErrorBody, type ErrorDetails, type ErrorKind, type ErrorObject, type ExtensionOperationName, type FileAttributes, type FileCitationAnnotation, type FileCounts, type FileListParams, type FileObject, type FileOperationName, type FilePathAnnotation, type FilePurpose, type FileSearchRankingOptions, type FileSearchResult, type FileSearchTool, type FileSearchToolCall, type FilesApi, type FromJsonSchema, type FunctionDefinition, type FunctionParameters, type FunctionTool, type FunctionToolCall, type ImageFileContentPart, type ImageUrlContentPart, type IncludeOptions, type JsonSchema, type ListPage, type ListParams, type MessageAttachment, type MessageContentPart, type MessageCreationStepDetails, type MessageDeltaObject, type MessageEventName, type MessageIncompleteReason, type MessageObject, type MessagePartDelta, type MessagePartParam, type MessageStatus, type Metadata, type ModifyAssistantRequest, type ModifyMessageRequest, type ModifyRunRequest, type ModifyThreadRequest, type ModifyVectorStoreFileRequest, type ModifyVectorStoreRequest, type NeedsJsonSchema, type OpenAILike, type Operation, type OperationName, type PartialDeep, type PersistedChange, type QueuedInput, type ReasoningEffort, type ReasoningStepDetails, type RefusalContentPart, type RequestOptions, type RequiredAction, type RequiredFunctionToolCall, type ResponseFormat, type RewriteOptions, type RunCompletionUsage, type RunError, type RunEventName, type RunEvents, type RunObject, type RunReducerInput, type RunSnapshot, type RunState, type RunStatus, type RunStepDeltaObject, type RunStepEventName, type RunStepInclude, type RunStepObject, type RunStepStatus, type RunToolOutput, type SearchFilter, type SearchVectorStoreRequest, type SendInput, type SendOptions, type SendOutcome, type SequencedEvent, type StaticChunkingStrategy, type StepToolCall, type StepToolCallDelta, type StreamEvent, type SubmitToolOutputsRunRequest, type Subscribable, type TextContentPart, type ThreadActions, type ThreadActivity, type ThreadController, type ThreadControllerOptions, type ThreadObject, type ThreadSnapshot, ThreadkitError, type TimelineMessage, type TimelineRow, type Tool, type ToolArgs, type ToolCallExecutor, type ToolCallResult, type ToolCallState, type ToolCallsStepDetails, type ToolChoice, type ToolContext, type ToolDecision, type ToolInput, type ToolOptions, type ToolPrincipal, type ToolResources, type TruncationStrategy, type UploadOptions, type VectorStoreExpiration, type VectorStoreFileBatchObject, type VectorStoreFileBatchesApi, type VectorStoreFileContentPage, type VectorStoreFileListParams, type VectorStoreFileObject, type VectorStoreFileStatus, type VectorStoreFilesApi, type VectorStoreHelper, type VectorStoreObject, type VectorStoreOperationName, type VectorStoreSearchPage, type VectorStoreSearchResult, type VectorStoresApi, type WaitReason, createClient, createControllerRegistry, createThreadController, createVectorStoresClient, defineTool, fromOpenAI, isAbortError, isActive, isBusy, isTerminal, isThreadkitError, mergeMessages, paginate, parseToolOutput, plainEnvironment, reduceEvent };