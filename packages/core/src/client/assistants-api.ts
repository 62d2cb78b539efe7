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
  FileListParams,
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
  /**
   * Identifies a POST: the backend carries out requests with the same key once. Sent as `Idempotency-Key`, and the request is
   * then retried like a read, where `capabilities.idempotency` is true; ignored elsewhere. @defaultValue no key
   */
  idempotencyKey?: string | undefined;
  /** Called for the response's headers and for each chunk of a stream, heartbeats included. Other methods ignore it. */
  onReceive?: (() => void) | undefined;
}

/** Options of methods whose result has steps. */
export interface IncludeOptions {
  /** Fields that the backend leaves out by default, such as the text of search results. @defaultValue none */
  include?: readonly RunStepInclude[] | undefined;
}

/** Options of {@link FilesApi.upload}. */
export interface UploadOptions extends RequestOptions {
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
export interface FilesApi {
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
export type SequencedEvent = StreamEvent & { seq?: number };

/**
 * The events of one request, in order. The request is sent with the first `next()`. Ends at `done`; leaving the loop closes
 * the request, and the run continues. Rejects with a `ThreadkitError` of kind `'stream'` when the stream was cut off or is
 * malformed, `'network'` when there was no response, `'api'`, `'locked'`, `'rate-limited'` or `'unauthorized'` when refused;
 * with the `reason` of its signal when that was aborted, or with the error that `ClientOptions.headers` threw.
 */
export type RunEvents = AsyncIterable<SequencedEvent>;

/**
 * The contract as one object: a method for each of the 23 operations, the three streaming variants, and the extensions of
 * some backends. Ids come first in path order, then the wire body, then query and call options. Pages keep the wire's
 * envelope and order (lists are newest first unless `order` is `'asc'`).
 *
 * Every method rejects with a `ThreadkitError`, with the `reason` of its signal when that was aborted (an `AbortError` by
 * default), or with the error that `ClientOptions.headers` threw.
 */
export interface AssistantsApi {
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
  modifyAssistant(
    assistantId: string,
    body: ModifyAssistantRequest,
    options?: RequestOptions,
  ): Promise<AssistantObject>;
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
  createMessage(
    threadId: string,
    body: CreateMessageRequest,
    options?: RequestOptions,
  ): Promise<MessageObject>;
  /** Reads a page of messages, newest first unless `order` is `asc`. With `run_id` only those that the run created. */
  listMessages(
    threadId: string,
    query?: ListParams & { run_id?: string | undefined },
    options?: RequestOptions,
  ): Promise<ListPage<MessageObject>>;
  /** Reads one message. */
  getMessage(threadId: string, messageId: string, options?: RequestOptions): Promise<MessageObject>;
  /** Replaces the metadata of a message. The API cannot change its content. */
  modifyMessage(
    threadId: string,
    messageId: string,
    body: ModifyMessageRequest,
    options?: RequestOptions,
  ): Promise<MessageObject>;
  /** Deletes one message. Later messages are kept. */
  deleteMessage(
    threadId: string,
    messageId: string,
    options?: RequestOptions,
  ): Promise<Deleted<'thread.message'>>;

  /** Starts a run. Rejects with kind `'locked'` while another run of the thread is active. */
  createRun(
    threadId: string,
    body: CreateRunRequest,
    options?: RequestOptions & IncludeOptions,
  ): Promise<RunObject>;
  /** Reads a page of runs, newest first unless `order` is `asc`. */
  listRuns(threadId: string, query?: ListParams, options?: RequestOptions): Promise<ListPage<RunObject>>;
  /** Reads one run, without its steps and messages. */
  getRun(threadId: string, runId: string, options?: RequestOptions): Promise<RunObject>;
  /** Replaces the metadata of a run. Rejects with `status` 400 while the run is active, on Threadkit's server. */
  modifyRun(
    threadId: string,
    runId: string,
    body: ModifyRunRequest,
    options?: RequestOptions,
  ): Promise<RunObject>;
  /**
   * Requests the cancellation of a run. The result may still be `cancelling`. Rejects with `status` 400 when the run has
   * ended.
   */
  cancelRun(threadId: string, runId: string, options?: RequestOptions): Promise<RunObject>;
  /**
   * Submits the outputs of all calls that a run requires, in one request. Rejects with `status` 400 when the run does not
   * require them. The published description spells this operation `submitToolOuputsToRun`.
   */
  submitToolOutputsToRun(
    threadId: string,
    runId: string,
    body: SubmitToolOutputsRunRequest,
    options?: RequestOptions,
  ): Promise<RunObject>;
  /** Reads a page of steps, newest first unless `order` is `asc`. */
  listRunSteps(
    threadId: string,
    runId: string,
    query?: ListParams & IncludeOptions,
    options?: RequestOptions,
  ): Promise<ListPage<RunStepObject>>;
  /** Reads one step of a run. */
  getRunStep(
    threadId: string,
    runId: string,
    stepId: string,
    options?: RequestOptions & IncludeOptions,
  ): Promise<RunStepObject>;

  /** Starts a run, as `createRun`, and reads its events until it ends or requires tool outputs. */
  streamRun(threadId: string, body: CreateRunRequest, options?: RequestOptions & IncludeOptions): RunEvents;
  /** Creates a thread and a run, as `createThreadAndRun`, and reads the run's events. */
  streamThreadAndRun(body: CreateThreadAndRunRequest, options?: RequestOptions): RunEvents;
  /** Submits the outputs, as `submitToolOutputsToRun`, and reads the events of the continued run. */
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
