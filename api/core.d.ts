// @threadkit/core: what it exports. Written by `pnpm api --update`.

import { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
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
/**
 * Files, which are no part of the Assistants API but which its messages name. A table of its own: who sends no
 * file never loads it. Backends declare with the capability `files` that they keep them.
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
}];
type FileOperationName = (typeof FILE_OPERATIONS)[number]['name'];
/**
 * The one table of the contract. The client builds its requests from it, the server its routes, and the
 * coverage table and the isolation matrix are generated from it: no path is written twice.
 */
interface Operation {
  /** As the API reference names it. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the base URL. `{name}` stands for an id; literal segments win over ids when matching. */
  readonly path: string;
  /** The ids of the path, in order. */
  readonly ids: readonly ('thread_id' | 'assistant_id' | 'message_id' | 'run_id' | 'step_id' | 'file_id')[];
  /** Allowed query parameters. `include` travels as repeated `include[]`. */
  readonly query: readonly ('limit' | 'order' | 'after' | 'before' | 'run_id' | 'include')[];
  /** JSON, or a multipart `form`. */
  readonly body: 'none' | 'optional' | 'required' | 'form';
  /** Answers with an event stream when the body has `stream: true`. */
  readonly stream: boolean;
  /** What has to be there for it, where the contract does not say that it is. */
  readonly capability?: Capability;
}
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
type OperationName = (typeof OPERATIONS)[number]['name'];
/** What Threadkit's server adds to the contract. Clients learn from {@link CAPABILITIES_HEADER} that it is there. */
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
type ExtensionOperationName = (typeof EXTENSION_OPERATIONS)[number]['name'];
/** Response header that lists what a server can do beyond the contract, comma-separated {@link Capability} words. */
declare const CAPABILITIES_HEADER = "threadkit-capabilities";
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
/** Whether the run has ended and its thread is unlocked. */
declare function isTerminal(status: RunStatus): boolean;
/** Whether the run locks its thread. Also true for a status that this version does not know. */
declare function isActive(run: RunObject | undefined): run is RunObject;
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
interface ClientOptions {
  /** Where the operations live, such as `/v1` or `https://example.com/v1`. */
  baseURL: string;
  /** Sent with every request. A function is asked anew for each one, and once more after a 401. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /** `globalThis.fetch` and a server's own `fetch` both fit. @defaultValue the global one */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Tells this backend's cached data from another's. @defaultValue `baseURL` */
  key?: string | undefined;
  /** Known beforehand; what is not given is learnt from the first answers. */
  capabilities?: Partial<Capabilities> | undefined;
  /** How often a request that may safely be sent twice is repeated. @defaultValue 2 */
  maxRetries?: number | undefined;
  /** The clock and timer of retries. */
  environment?: Pick<Environment, 'now' | 'setTimer' | 'onWake'> | undefined;
}
/**
 * A client for any server that speaks the contract; small enough for a page, with no SDK inside. Nothing is
 * sent before the first call. Its methods are built from the table of operations.
 */
declare function createClient(options: ClientOptions): AssistantsApi;
interface SdkRequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}
interface SdkAnswer {
  asResponse(): Promise<Response>;
}
/** What is used of an `openai` SDK client: its raw verbs, which outlive `beta.threads`. Any version from 4 on fits. */
interface OpenAILike {
  get(path: string, options?: SdkRequestOptions): SdkAnswer;
  post(path: string, options?: SdkRequestOptions): SdkAnswer;
  delete(path: string, options?: SdkRequestOptions): SdkAnswer;
}
/**
 * Speaks the contract through an SDK client that an app already has: its base URL, keys, proxies and retries
 * apply. Keep such a client, and its key, on a server.
 */
declare function fromOpenAI(sdk: OpenAILike, options?: Pick<ClientOptions, 'key' | 'capabilities'>): AssistantsApi;
/**
 * An environment for where nothing paints: workers, servers, scripts. Flushes on the next macrotask, is always
 * online, forgets drafts when it ends and has no locks.
 */
declare function plainEnvironment(): Environment;
/** 24 characters of 6 random bits. Not `randomUUID`, which insecure origins do not have. */
declare function randomId(): string;
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
/** True for errors of any copy of Threadkit on the page, which `instanceof` would miss. */
declare function isThreadkitError(error: unknown): error is ThreadkitError;
/** Anything thrown, as a `ThreadkitError`: its own stay as they are, others become `kind` with their cause. */
declare function toThreadkitError(error: unknown, kind: ErrorKind): ThreadkitError;
/** True when a request ended because someone aborted it, which is no failure. */
declare function isAbort(error: unknown): boolean;
/** One run as it is known so far: what the reducer folds events into. Never mutated. */
interface RunState {
  readonly run: RunObject | undefined;
  /** In the order of their first event. */
  readonly messages: readonly MessageObject[];
  /** In the order of their first event, which is oldest first. */
  readonly steps: readonly RunStepObject[];
  /** Number of the last event that had one; 0 before. */
  readonly lastSeq: number;
  /**
   * Ids of messages and steps that a poll has brought further than the stream. Where the stream's next delta belongs in
   * them nobody knows, so they wait for the terminal object: a replay must not show a text twice.
   */
  readonly polled?: ReadonlySet<string> | undefined;
}
declare const EMPTY_RUN_STATE: RunState;
/** Objects read by polling, oldest first: they enter the reducer as one event. */
interface RunSnapshot {
  readonly run?: RunObject | undefined;
  readonly messages?: readonly MessageObject[] | undefined;
  readonly steps?: readonly RunStepObject[] | undefined;
}
/**
 * A run state without what its sources cannot agree on. A live stream, a replay and a poll of the same run are
 * equal over this, and nothing else is left out:
 * - `lastSeq`: polling has no numbers;
 * - a message's status and its times: the hosted service left them out of plain responses;
 * - an empty `attachments`, `file_ids`: present or absent by operation;
 * - a step's `expires_at`, `expired_at`, `metadata`: null, set or absent by operation;
 * - the run's `expires_at`, `tool_resources`, `required_action`: they differ between stream and plain response.
 */
declare function normalizeRunState({ run, messages, steps }: RunState): object;
/** What the reducer takes: an event of the wire, perhaps numbered, or objects read by polling. */
type RunInput = (StreamEvent & {
  seq?: number;
}) | {
  event: 'snapshot';
  data: RunSnapshot;
  seq?: undefined;
};
/**
 * Folds one event into what is known of a run. Pure; returns the same reference when nothing changed.
 *
 * A live stream, a replay after a reconnect and polled snapshots end in equal states. Numbered duplicates are
 * dropped; unnumbered ones heal when the terminal object arrives. "Completed" without "created", late deltas
 * and unknown event names are tolerated.
 */
declare function reduceEvent(state: RunState, input: RunInput): RunState;
/** The message will not change any more. An absent status, as the hosted service sent it, says nothing. */
declare function isMessageClosed(message: MessageObject): boolean;
declare function isStepClosed(step: RunStepObject): boolean;
/** A JSON Schema, written as a literal so that its types can be read off. */
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
interface ToolContext {
  readonly toolCallId: string;
  readonly runId: string;
  readonly threadId: string;
  /** Unix milliseconds by this page's clock. */
  readonly expiresAt: number;
  /** Aborted on cancel, time-out and when the run ends without this call. */
  readonly signal: AbortSignal;
}
/**
 * A tool the page runs. Made by {@link defineTool}; `name`, `description`, `jsonSchema` and `strict` travel
 * to the server, the rest stays here. The last two type parameters are carried by `'~types'`, which has no value.
 */
interface Tool<N extends string = string, I = unknown, O = unknown> {
  readonly name: N;
  readonly description: string | undefined;
  readonly jsonSchema: JsonSchema;
  readonly strict: boolean;
  readonly timeoutMs: number | undefined;
  readonly idempotent: boolean;
  readonly '~types'?: {
    readonly input: I;
    readonly output: O;
  };
  /** @internal The erased behaviour: types are restored where a tool is defined and where its call is read. */
  readonly '~run': ToolBehaviour;
}
/** @internal */
interface ToolBehaviour {
  /** Rejects with the schema's issues in words. */
  validate(input: unknown): Promise<unknown>;
  needsApproval(args: unknown): Promise<boolean>;
  /** Undefined: answered by hand or by a view. */
  execute: ((args: unknown, context: ToolContext) => unknown) | undefined;
  serialize(output: unknown): string;
}
type AnyTool = Tool<string, any, any>;
/** Arguments while they stream: whatever has arrived so far, everything optional. */
type PartialDeep<T> = T extends readonly (infer I)[] ? PartialDeep<I>[] : T extends object ? { [K in keyof T]?: PartialDeep<T[K]>; } : T;
interface ToolCallBase<N extends string> {
  /** The wire's tool call id. */
  readonly id: string;
  readonly name: N;
  readonly runId: string;
  readonly stepId: string;
  /** The text the model wrote, perhaps not (yet) JSON. */
  readonly rawArguments: string;
}
/** What a waiting call waits for. `handler`: a tool of that name is not registered (yet) on this page. */
type WaitReason = 'approval' | 'output' | 'unregistered' | 'interrupted';
/** Why a call was closed without a result of this page. */
type ClosedReason = 'cancelled' | 'expired' | 'failed' | 'elsewhere';
type ToolCallProgress<I, O> = {
  readonly state: 'streaming';
  readonly args: PartialDeep<I>;
} | {
  readonly state: 'waiting';
  readonly waitReason: WaitReason;
  readonly args: I;
  /** Unix milliseconds by this page's clock: after it the run expires. */
  readonly expiresAt: number;
  approve(edited?: I): void;
  reject(reason?: string): void;
  addOutput(output: O): void;
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
/** A value that can be read and watched: what `useSyncExternalStore` takes. */
interface Subscribable<T> {
  /** The same reference until something changed. */
  getSnapshot(): T;
  /** Called after each change, at most once a frame. Returns the way to stop. */
  subscribe(onChange: () => void): () => void;
}
interface ConnectionInfo {
  readonly state: 'idle' | 'connecting' | 'live' | 'stalled' | 'reconnecting' | 'polling' | 'offline';
  /** 0 while all is well; counts tries to reconnect. */
  readonly attempt: number;
  /**
   * When the last event arrived before the connection left `live`: Unix milliseconds by this page's clock. While it is
   * `live`, when it became so. Undefined before the first event.
   */
  readonly lastEventAt: number | undefined;
}
/** What a person sends: text, or a whole message without its role. */
type SendInput = string | Omit<CreateMessageRequest, 'role'>;
interface SendOptions {
  /** What to do while a run lives. @defaultValue 'queue' */
  whenBusy?: 'queue' | 'reject' | 'replace' | undefined;
  assistantId?: string | undefined;
  /** Overrides for this run. */
  runParams?: Partial<Omit<CreateRunRequest, 'assistant_id'>> | undefined;
}
/**
 * The contract cannot change a message, so history is deleted, or copied into a new thread whose id the outcome
 * tells. Steps, annotations and attribution do not travel into a copy. A rewrite that failed half way is finished
 * by calling it again.
 */
interface RewriteOptions extends SendOptions {
  /** @defaultValue 'truncate' */
  history?: 'truncate' | 'branch' | undefined;
}
/**
 * Actions never reject: they sit in event handlers. The outcome says what became of the input; a failed
 * message stays in the timeline with its words and can be retried. What `whenBusy: 'reject'` refuses was never
 * shown: its `key` leads nowhere.
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
/**
 * A message as a list shows it. `key` never changes, not when the server's id arrives and not when the message
 * is handed over to the cache: use it as React key. `id` is undefined until the message is stored.
 */
interface TimelineMessage {
  readonly key: string;
  readonly id: string | undefined;
  readonly role: 'user' | 'assistant';
  readonly phase: 'sending' | 'failed' | 'live' | 'stored';
  readonly message: MessageObject;
  readonly runId: string | null;
}
interface QueuedInput {
  readonly key: string;
  readonly input: SendInput;
}
/** What is happening on a thread now. What the server has stored is not in here. */
interface ThreadSnapshot {
  readonly threadId: string | undefined;
  readonly status: 'idle' | 'sending' | RunStatus;
  /** The run that lives, or the last one that ended while someone looked. */
  readonly run: RunObject | undefined;
  /** Messages that are being sent or written, oldest first, until the cache has them. */
  readonly localMessages: readonly TimelineMessage[];
  /** Steps of `run`, oldest first. */
  readonly steps: readonly RunStepObject[];
  /** Function calls of `run`, oldest first. */
  readonly toolCalls: readonly ToolCallState[];
  readonly queue: readonly QueuedInput[];
  readonly connection: ConnectionInfo;
  readonly error: ThreadkitError | undefined;
}
interface ThreadActions {
  send(input: SendInput, options?: SendOptions): Promise<SendOutcome>;
  /** Sends a failed message again, from the half that failed. */
  retry(key: string): Promise<SendOutcome>;
  /** Takes a failed message out of the timeline. */
  discard(key: string): void;
  /** Stops the run on the server. */
  cancel(): Promise<void>;
  /** Looks (again): finds the thread's active run and follows it; tries at once where a lost connection waits. */
  attach(): void;
  /** Stops looking. The run goes on. */
  detach(): void;
  approve(toolCallId: string, edited?: unknown): void;
  reject(toolCallId: string, reason?: string): void;
  addToolOutput(toolCallId: string, output: unknown): void;
  /** Sets the snapshot's `error` to undefined. Failed messages keep their phase and can still be retried. */
  clearError(): void;
  /** Replaces a queued input. Does nothing when `key` is no longer in the queue. */
  editQueued(key: string, input: SendInput): void;
  /** Removes a queued input. Does nothing when `key` is no longer in the queue. */
  removeQueued(key: string): void;
  /** Moves a queued input to the front and cancels the run that it waits for. */
  sendNow(key: string): void;
  /**
   * Answers again: an assistant's message is taken back with all behind it, or all behind a user's message.
   * Deletes on the server; with `history: 'branch'` the old thread stays and a copy goes on, see {@link RewriteOptions}.
   */
  regenerate(messageId: string, options?: RewriteOptions): Promise<SendOutcome>;
  /** Deletes one message on the server. A failure shows as the snapshot's `error`. */
  deleteMessage(messageId: string): Promise<void>;
  /** Replaces the thread's metadata, such as its title. A failure shows as the snapshot's `error`. */
  modifyMetadata(metadata: Metadata): Promise<void>;
  /** Takes a user's message back with all behind it, and sends `input` in its place. */
  editAndResend(messageId: string, input: SendInput, options?: RewriteOptions): Promise<SendOutcome>;
}
/** One thread, looked at by anyone on the page. Inert until it is subscribed to. */
interface ThreadController extends Subscribable<ThreadSnapshot>, ThreadActions {
  /** The tools of one mounted owner; the last one wins by name. Returns the way to take them back. */
  setTools(owner: symbol, tools: readonly AnyTool[]): () => void;
  /** Follows a run of this thread that someone else has started. */
  follow(run: RunObject): void;
  /** Which assistant answers from now on. */
  setAssistant(assistantId: string | undefined): void;
  /** The key a message with this id had before it was stored, so that its row does not remount. */
  keyOf(messageId: string): string;
  /** Tells the controller that the cache holds these ids: their overlay entries go. */
  dropPersisted(storedIds: {
    has(id: string): boolean;
  }): void;
  /** A new chat no longer leads back to its thread after a reload, and the journal of the tool calls under way is cleared. */
  forget(): void;
  dispose(): void;
}
/** How a call ended, as its view reads it. */
type CallResult = {
  readonly ok: true;
  readonly output: unknown;
} | {
  readonly ok: false;
  readonly error: string;
};
/**
 * Reads a submitted output back: the error form as a failure, JSON objects and lists as values, all other text
 * as it is. Numbers and quoted text stay text, because nobody can tell whether they were sent as such.
 */
declare function readOutput(text: string): CallResult;
/** What goes on in a thread, as far as this page knows: a run works, or it waits for the person. */
type ThreadActivity = 'running' | 'waiting';
/** By thread id. Threads where nothing goes on are not in it. */
type Activities = ReadonlyMap<string, ThreadActivity>;
/** What the server has stored of a thread. A cache takes it in. */
interface PersistedChange {
  readonly threadId: string;
  /** New or changed messages. */
  readonly messages: readonly MessageObject[];
  readonly run?: RunObject | undefined;
  /** The steps of `run`, when it has ended. */
  readonly steps?: readonly RunStepObject[] | undefined;
  /** The thread, when its metadata was changed. */
  readonly thread?: ThreadObject | undefined;
  /** Ids of messages that were deleted. */
  readonly removed?: readonly string[] | undefined;
}
interface ThreadControllerOptions {
  client: AssistantsApi;
  /** Left out: a thread is created with the first message. */
  threadId?: string | undefined;
  /** The assistant that answers. May be set later with `setAssistant`, or given with each `send`. */
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
  /** Called once, when the thread of a new chat is known: created now, or restored by `newChatKey`. */
  onThreadNamed?: ((threadId: string) => void) | undefined;
  /** Another client has started a run on the thread: lists that were read before are outdated. */
  onOutdated?: ((threadId: string) => void) | undefined;
  /** Called when the controller has no subscribers and no active run any more. */
  onIdle?: (() => void) | undefined;
  /** Called when the thread's activity may have changed, sometimes with an equal value. */
  onActivity?: ((threadId: string, activity: ThreadActivity | undefined) => void) | undefined;
}
/** One controller a thread, for everyone on the page who looks at it. */
interface ControllerRegistry {
  /** The thread's controller. Safe to call while rendering: what it makes is inert. */
  get(threadId: string): ThreadController;
  /** The thread's controller if someone has asked for it. */
  find(threadId: string): ThreadController | undefined;
  /** What goes on in the threads of this page. Watching it looks at none of them. */
  readonly activities: Subscribable<Activities>;
  /** Ends a thread's controller: the thread was deleted. */
  forget(threadId: string): void;
  /**
   * The controller of a chat that has no thread yet; later the thread's id finds the same one.
   *
   * @param isRemembered A reload leads back to the thread. False for keys of one component; they never collide with
   *   remembered ones.
   */
  getNewChat(newChatKey: string, isRemembered: boolean): ThreadController;
  /** Ends all controllers, when the provider goes. The registry can be used again. */
  clear(): void;
  /** The same on sign-out: no chat leads back to its thread any more. */
  reset(): void;
}
type RegistryOptions = Omit<ThreadControllerOptions, 'threadId' | 'assistantId' | 'newChatKey' | 'onIdle' | 'onActivity'>;
declare function createControllerRegistry(options: RegistryOptions): ControllerRegistry;
/** Whether a message is being sent or a run is active: a message sent now waits in the queue by default. */
declare function isBusy({ status, run }: Pick<ThreadSnapshot, 'status' | 'run'>): boolean;
/**
 * The messages to show: what the cache has stored and what happens now, each id once. A closed stored object
 * beats the overlay; an overlay entry that is still being sent, failed or written beats the stored one. Both
 * lists oldest first; the overlay stands behind what it does not share with the stored. `storedById` saves a walk
 * where it is at hand.
 *
 * This selector, not timing, makes the handover invisible: whichever side changes first, the result is the same.
 */
declare function mergeMessages(stored: readonly TimelineMessage[], localMessages: readonly TimelineMessage[], storedById?: ReadonlyMap<string | undefined, TimelineMessage>): readonly TimelineMessage[];
/** The overlay entries that are shown: those the stored ones do not have, and those that beat them. */
declare function visibleLocalMessages(localMessages: readonly TimelineMessage[], storedById: ReadonlyMap<string | undefined, TimelineMessage>): readonly TimelineMessage[];
/** One row of a thread: a message someone wrote, or all that one run did. */
type TimelineRow = {
  readonly kind: 'message';
  readonly key: string;
} | {
  readonly kind: 'run';
  readonly key: string;
  readonly runId: string;
};
/**
 * The rows of a thread, oldest first. A run stands where its first message is; one that left no message stands
 * behind the messages it can have answered.
 *
 * @param runs The known runs, oldest first.
 */
declare function toRows(messages: readonly TimelineMessage[], runs: readonly RunObject[]): readonly TimelineRow[];
/**
 * Controls one thread: sends messages, follows the run, executes the page's tools, and describes all of it in one
 * snapshot. Inert until it is subscribed to; then it finds the thread's active run and follows it. After the last
 * subscriber has left it follows the run to its end, and stops.
 *
 * This file is wiring. `state/` has the transitions, `send/` the way of a message to the server, `follow/` the way of
 * events back, `tools/` the execution of function calls.
 */
declare function createThreadController(options: ThreadControllerOptions): ThreadController;
/** What the model writes and a person may edit: before the schema's defaults and transforms. */
type ToolInput<S> = S extends StandardSchemaV1 ? StandardSchemaV1.InferInput<S> : FromJsonSchema<S>;
/** What `execute` and `approval` get: after validation. */
type ToolArgs<S> = S extends StandardSchemaV1 ? StandardSchemaV1.InferOutput<S> : FromJsonSchema<S>;
/**
 * A Standard Schema without JSON Schema (valibot, older zod) must bring `jsonSchema`: the model and the
 * approval form need one.
 */
type NeedsJsonSchema<S> = S extends StandardJSONSchemaV1 ? unknown : S extends StandardSchemaV1 ? {
  jsonSchema: JsonSchema;
} : unknown;
interface ToolOptions<N extends string, S, O> {
  /** `[A-Za-z0-9_-]`, at most 64 characters. */
  name: N;
  description?: string | undefined;
  /** A Standard Schema (zod 4, valibot, …) or a plain JSON Schema literal. */
  parameters: S;
  /** Ask the model to keep to the schema. @defaultValue false */
  strict?: boolean | undefined;
  /** Milliseconds one execution may take; then it becomes an error output. Unlimited by default. */
  timeoutMs?: number | undefined;
  /** Left out: the call waits to be answered by hand. */
  execute?: ((args: ToolArgs<S>, context: ToolContext) => O | Promise<O>) | undefined;
  /** Whether a person is asked first. @defaultValue false */
  needsApproval?: boolean | ((args: ToolArgs<S>) => boolean | Promise<boolean>) | undefined;
  /** True: may run again after a reload interrupted it. @defaultValue false, which asks */
  idempotent?: boolean | undefined;
  /** Output as the text the model reads. @defaultValue strings as they are, anything else as JSON */
  serialize?: ((output: O) => string) | undefined;
}
/**
 * Defines a tool that runs in the page. Arguments, edited arguments, output and the tool's view are inferred.
 *
 * @throws `ThreadkitError` of kind `'config'` when the name is not one the wire accepts, or when the schema
 * cannot give a JSON Schema and none was passed.
 */
declare function defineTool<const N extends string, const S extends StandardSchemaV1 | JsonSchema, O = string>(options: ToolOptions<N, S, O> & NeedsJsonSchema<S>): Tool<N, ToolInput<S>, O>;
/**
 * Reads JSON that is still being written: closes what is open and drops what cannot be told yet (a half
 * literal, a key without its value). Undefined when nothing can be read; complete JSON reads as `JSON.parse`.
 * One pass over the text.
 */
declare function parsePartialJson(text: string): unknown;
export { type Activities, type Annotation, type AnnotationDelta, type AnyTool, type AssistantObject, type AssistantTool, type AssistantsApi, CAPABILITIES_HEADER, type CallResult, type Capabilities, type Capability, type ClientOptions, type ClosedReason, type CodeInterpreterOutput, type CodeInterpreterOutputDelta, type CodeInterpreterTool, type CodeInterpreterToolCall, type ConnectionInfo, type ControllerRegistry, type CreateAssistantRequest, type CreateMessageRequest, type CreateRunRequest, type CreateThreadAndRunRequest, type CreateThreadRequest, type CreateToolResources, type Deleted, type DeletedFile, EMPTY_RUN_STATE, EXTENSION_OPERATIONS, type Environment, type ErrorBody, type ErrorDetails, type ErrorKind, type ErrorObject, type ExtensionOperationName, type FileCitationAnnotation, type FileObject, type FileOperationName, type FilePathAnnotation, type FilePurpose, type FileSearchRankingOptions, type FileSearchResult, type FileSearchTool, type FileSearchToolCall, type FilesApi, type FromJsonSchema, type FunctionDefinition, type FunctionParameters, type FunctionTool, type FunctionToolCall, type ImageFileContentPart, type ImageUrlContentPart, type IncludeOptions, type JsonSchema, type ListPage, type ListParams, type MessageAttachment, type MessageContentPart, type MessageCreationStepDetails, type MessageDeltaObject, type MessageEventName, type MessageIncompleteReason, type MessageObject, type MessagePartDelta, type MessagePartParam, type MessageStatus, type Metadata, type ModifyAssistantRequest, type ModifyMessageRequest, type ModifyRunRequest, type ModifyThreadRequest, type NeedsJsonSchema, OPERATIONS, type OpenAILike, type Operation, type OperationName, type PartialDeep, type PersistedChange, type QueuedInput, RUN_STATUSES, type ReasoningEffort, type RefusalContentPart, type RegistryOptions, type RequestOptions, type RequiredAction, type RequiredFunctionToolCall, type ResponseFormat, type RewriteOptions, type RunCompletionUsage, type RunError, type RunEventName, type RunEvents, type RunInput, type RunObject, type RunSnapshot, type RunState, type RunStatus, type RunStepDeltaObject, type RunStepEventName, type RunStepInclude, type RunStepObject, type RunStepStatus, type RunToolOutput, type SendInput, type SendOptions, type SendOutcome, type SequencedEvent, type StepToolCall, type StepToolCallDelta, type StreamEvent, type SubmitToolOutputsRunRequest, type Subscribable, type TextContentPart, type ThreadActions, type ThreadActivity, type ThreadController, type ThreadControllerOptions, type ThreadObject, type ThreadSnapshot, ThreadkitError, type TimelineMessage, type TimelineRow, type Tool, type ToolArgs, type ToolCallState, type ToolCallsStepDetails, type ToolChoice, type ToolContext, type ToolInput, type ToolOptions, type ToolResources, type TruncationStrategy, type UploadOptions, type VectorStoreHelper, type WaitReason, createClient, createControllerRegistry, createThreadController, defineTool, fromOpenAI, isAbort, isActive, isBusy, isMessageClosed, isStepClosed, isTerminal, isThreadkitError, mergeMessages, normalizeRunState, parsePartialJson, plainEnvironment, randomId, readOutput, reduceEvent, toRows, toThreadkitError, visibleLocalMessages };