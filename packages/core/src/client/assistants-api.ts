import type {
  AssistantObject,
  Capability,
  CreateAssistantRequest,
  CreateMessageRequest,
  CreateRunRequest,
  CreateThreadAndRunRequest,
  CreateThreadRequest,
  Deleted,
  DeletedFile,
  FileObject,
  FilePurpose,
  ListPage,
  ListParams,
  MessageObject,
  ModifyAssistantRequest,
  ModifyMessageRequest,
  ModifyRunRequest,
  ModifyThreadRequest,
  RunObject,
  RunStepInclude,
  RunStepObject,
  StreamEvent,
  SubmitToolOutputsRunRequest,
  ThreadObject,
} from '../api/index.ts';

/** What a backend supports beyond the contract; `'unknown'` until its first response. */
export type Capabilities = Readonly<Record<Capability, boolean | 'unknown'>>;

/** Options of every method of a client. */
export interface RequestOptions {
  /** Aborting closes the request. It never cancels the run: only `cancelRun` does. */
  signal?: AbortSignal | undefined;
  /** Sent as `Idempotency-Key` where the backend declares the capability. */
  idempotencyKey?: string | undefined;
  /** Streams only: called for the response's headers, each event and each heartbeat. */
  onReceive?: (() => void) | undefined;
}

/** Options of methods whose result has steps. */
export interface IncludeOptions {
  /** Fields that the backend leaves out unless asked, such as the search results of a file search. */
  include?: readonly RunStepInclude[] | undefined;
}

/** Options of {@link FilesApi.upload}. */
export interface UploadOptions extends RequestOptions {
  /** @defaultValue that of a `File`, else `file` */
  name?: string | undefined;
  /** @defaultValue `vision` for an image, else `assistants` */
  purpose?: FilePurpose | undefined;
  /**
   * Called with the number of bytes sent. In steps where `XMLHttpRequest` exists and the client has no custom `fetch`; else
   * with 0 and with the size.
   */
  onProgress?: ((sentBytes: number) => void) | undefined;
}

/** Files of messages, where the backend stores them. Methods reject as those of {@link AssistantsApi}. */
export interface FilesApi {
  /** Uploads a file. Messages refer to it by the `id` of the result. */
  upload(file: Blob, options?: UploadOptions): Promise<FileObject>;
  /** Reads the file's name and size. */
  get(fileId: string, options?: RequestOptions): Promise<FileObject>;
  /** Reads the content. Its type is untrusted: some backends send none, or the one that the uploader claimed. */
  content(fileId: string, options?: RequestOptions): Promise<Blob>;
  delete(fileId: string, options?: RequestOptions): Promise<DeletedFile>;
}

/** A stream event with `seq`, its number within the run (from 1), where the backend sends one. */
export type SequencedEvent = StreamEvent & { seq?: number };

/**
 * The events of one request, in order. The request is sent with the first `next()`. Ends at `done`; leaving the loop closes
 * the request, and the run continues. Rejects with a `ThreadkitError` of kind `'stream'` when the stream was cut off or is
 * malformed, `'network'` when there was no response, `'api'`, `'locked'`, `'rate-limited'` or `'unauthorized'` when refused.
 */
export type RunEvents = AsyncIterable<SequencedEvent>;

/**
 * The contract as one object: a method for each of the 23 operations, its three streaming twins, and what
 * some backends add. Ids come first in path order, then the wire body, then query and call options. Pages
 * keep the wire's envelope and order (lists are newest first unless asked otherwise).
 *
 * Every method rejects with a `ThreadkitError`, or with an `AbortError` when its signal was aborted.
 */
export interface AssistantsApi {
  /** Second element of every query key. Equal on the server and in the browser. */
  readonly key: string;
  readonly capabilities: Capabilities;
  /** Milliseconds by which the backend's clock is ahead of this page's, from its `Date` header. 0 until known. */
  readonly clockSkewMs: number;
  /** Milliseconds between polls that the backend requested with `openai-poll-after-ms`. Undefined until then. */
  readonly pollAfterMs?: number | undefined;

  createAssistant(body: CreateAssistantRequest, options?: RequestOptions): Promise<AssistantObject>;
  listAssistants(query?: ListParams, options?: RequestOptions): Promise<ListPage<AssistantObject>>;
  getAssistant(assistantId: string, options?: RequestOptions): Promise<AssistantObject>;
  modifyAssistant(
    assistantId: string,
    body: ModifyAssistantRequest,
    options?: RequestOptions,
  ): Promise<AssistantObject>;
  deleteAssistant(assistantId: string, options?: RequestOptions): Promise<Deleted<'assistant'>>;

  createThread(body?: CreateThreadRequest, options?: RequestOptions): Promise<ThreadObject>;
  getThread(threadId: string, options?: RequestOptions): Promise<ThreadObject>;
  modifyThread(threadId: string, body: ModifyThreadRequest, options?: RequestOptions): Promise<ThreadObject>;
  deleteThread(threadId: string, options?: RequestOptions): Promise<Deleted<'thread'>>;
  createThreadAndRun(body: CreateThreadAndRunRequest, options?: RequestOptions): Promise<RunObject>;

  createMessage(
    threadId: string,
    body: CreateMessageRequest,
    options?: RequestOptions,
  ): Promise<MessageObject>;
  listMessages(
    threadId: string,
    query?: ListParams & { run_id?: string | undefined },
    options?: RequestOptions,
  ): Promise<ListPage<MessageObject>>;
  getMessage(threadId: string, messageId: string, options?: RequestOptions): Promise<MessageObject>;
  modifyMessage(
    threadId: string,
    messageId: string,
    body: ModifyMessageRequest,
    options?: RequestOptions,
  ): Promise<MessageObject>;
  deleteMessage(
    threadId: string,
    messageId: string,
    options?: RequestOptions,
  ): Promise<Deleted<'thread.message'>>;

  createRun(
    threadId: string,
    body: CreateRunRequest,
    options?: RequestOptions & IncludeOptions,
  ): Promise<RunObject>;
  listRuns(threadId: string, query?: ListParams, options?: RequestOptions): Promise<ListPage<RunObject>>;
  getRun(threadId: string, runId: string, options?: RequestOptions): Promise<RunObject>;
  modifyRun(
    threadId: string,
    runId: string,
    body: ModifyRunRequest,
    options?: RequestOptions,
  ): Promise<RunObject>;
  cancelRun(threadId: string, runId: string, options?: RequestOptions): Promise<RunObject>;
  /** The published description spells this operation `submitToolOuputsToRun`. */
  submitToolOutputsToRun(
    threadId: string,
    runId: string,
    body: SubmitToolOutputsRunRequest,
    options?: RequestOptions,
  ): Promise<RunObject>;
  listRunSteps(
    threadId: string,
    runId: string,
    query?: ListParams & IncludeOptions,
    options?: RequestOptions,
  ): Promise<ListPage<RunStepObject>>;
  getRunStep(
    threadId: string,
    runId: string,
    stepId: string,
    options?: RequestOptions & IncludeOptions,
  ): Promise<RunStepObject>;

  streamRun(threadId: string, body: CreateRunRequest, options?: RequestOptions & IncludeOptions): RunEvents;
  streamThreadAndRun(body: CreateThreadAndRunRequest, options?: RequestOptions): RunEvents;
  streamToolOutputs(
    threadId: string,
    runId: string,
    body: SubmitToolOutputsRunRequest,
    options?: RequestOptions,
  ): RunEvents;

  /** Not in the contract. Rejects with 404 where the backend has no such list: see `capabilities.listThreads`. */
  listThreads?(query?: ListParams, options?: RequestOptions): Promise<ListPage<ThreadObject>>;
  /** Not in the contract: replays a run's events after `after` and continues to the terminal event. */
  streamRunEvents?(
    threadId: string,
    runId: string,
    options?: RequestOptions & { after?: number | undefined },
  ): RunEvents;
  /** Not in the contract. Rejects with 404 where the backend stores no files: see `capabilities.files`. */
  readonly files?: FilesApi;
}
