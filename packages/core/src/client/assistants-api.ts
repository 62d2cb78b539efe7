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

/** What a backend can do beyond the contract; `'unknown'` until its first answer has told. */
export type Capabilities = Readonly<Record<Capability, boolean | 'unknown'>>;

export interface RequestOptions {
  /** Aborting closes the request. It never stops the run: only `cancelRun` does. */
  signal?: AbortSignal | undefined;
  /** Sent as `Idempotency-Key` where the backend declares that it honours it. */
  idempotencyKey?: string | undefined;
  /** Streams only: called at every sign of life, which are the answer's headers, its events and heartbeats. */
  onSignal?: (() => void) | undefined;
}

export interface IncludeOptions {
  include?: readonly RunStepInclude[] | undefined;
}

export interface UploadOptions extends RequestOptions {
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
export interface FilesApi {
  /** Sends a file. A message names it by the `id` of what comes back. */
  upload(file: Blob, options?: UploadOptions): Promise<FileObject>;
  /** Its name and size. */
  get(fileId: string, options?: RequestOptions): Promise<FileObject>;
  /** What is in it. Untrusted: some backends tell no type, or whatever the sender said. */
  content(fileId: string, options?: RequestOptions): Promise<Blob>;
  delete(fileId: string, options?: RequestOptions): Promise<DeletedFile>;
}

/** A stream event with `seq`, its number within the run (from 1), where the backend sends one. */
export type SequencedEvent = StreamEvent & { seq?: number };

/**
 * The events of one request, in order. Nothing is sent before the first `next()`. Ends at `done`; leaving
 * the loop closes the request and leaves the run going. Rejects with a `ThreadkitError` of kind `'stream'`
 * when it was cut off or malformed, `'network'` when nothing came, `'api'` and its relatives when refused.
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

  /** Not in the contract. Rejects with 404 where the backend has no such list: `capabilities.listThreads` tells. */
  listThreads?(query?: ListParams, options?: RequestOptions): Promise<ListPage<ThreadObject>>;
  /** Not in the contract: replays a run's events behind `after` and follows them to the terminal event. */
  streamRunEvents?(
    threadId: string,
    runId: string,
    options?: RequestOptions & { after?: number | undefined },
  ): RunEvents;
  /** Not in the contract. Rejects with 404 where the backend keeps no files: `capabilities.files` tells. */
  readonly files?: FilesApi;
}
