// @threadkit/server: what it exports. Written by `pnpm api --update`.

import { Annotation, AssistantObject, CreateAssistantRequest, FileAttributes, FileCounts, FileListParams, FileObject, FileSearchToolCall, FunctionTool, ListPage, ListParams, MessageContentPart, MessageObject, ReasoningEffort, ResponseFormat, RunCompletionUsage, RunError, RunObject, RunStatus, RunStepObject, StaticChunkingStrategy, StepToolCallDelta, StreamEvent, ThreadObject, ToolChoice, ToolResources, VectorStoreFileBatchObject, VectorStoreFileObject, VectorStoreFileStatus, VectorStoreObject } from "@threadkit/core/api";
import { AnyTool, ToolPrincipal } from "@threadkit/core/tools";
/** What a text is embedded for. Some models want it said in the text. */
type EmbeddingPurpose = 'passage' | 'query';
/**
 * Turns texts into vectors, so that files are also found by meaning: `openaiEmbeddings(…)`, or your own, such as one that
 * runs a model in this process. All servers on one storage need the same.
 */
interface Embeddings {
  /**
   * Name of the model, which is stored with the vectors. When it changes, files are found by keywords until they are embedded
   * again, which the server does by itself.
   */
  readonly model: string;
  /**
   * Returns one vector for each text, in order, all of the same dimensions. Their lengths do not matter. An `EngineError` with
   * `retry` is repeated, and its `forOperator` is logged.
   */
  embed(texts: readonly string[], signal: AbortSignal, purpose: EmbeddingPurpose): Promise<readonly (readonly number[] | Float32Array)[]>;
  /** Texts of one call, 1 to 2048. @defaultValue 64 */
  readonly batchSize?: number | undefined;
  /** Numbers of each vector, 1 to 8192. Others are refused, and a change is one of the model. @defaultValue those of the first vector */
  readonly dimensions?: number | undefined;
}
/** Options of {@link openaiEmbeddings}. */
interface OpenAIEmbeddingsOptions {
  /** The provider's model, such as `text-embedding-3-small`. */
  readonly model: string;
  /** Any text for servers without keys. Never leaves this process except in requests to the provider. */
  readonly apiKey: string;
  /** Base URL of any compatible server, such as `http://127.0.0.1:11434/v1`. @defaultValue OpenAI's */
  readonly baseURL?: string | undefined;
  /** Requested from models whose vectors can be shortened, 1 to 8192. @defaultValue those of the model, and none is requested */
  readonly dimensions?: number | undefined;
  /** Texts of one request, 1 to 2048. @defaultValue 64 */
  readonly batchSize?: number | undefined;
  /** What the model wants before a text, such as `search_document: ` and `search_query: `. @defaultValue nothing */
  readonly prefixes?: Readonly<Partial<Record<EmbeddingPurpose, string>>> | undefined;
  /** Sends the requests. @defaultValue the global `fetch` */
  readonly fetch?: ((input: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Returns Unix milliseconds; for providers whose `retry-after` is a date. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
}
/**
 * Vectors from any server with the embeddings endpoint of OpenAI's API, such as Ollama, llama.cpp or vLLM. Requests that a rate
 * limit or a fault refuses are repeated by the server.
 *
 * @example
 * ```ts
 * import { createServer, memoryStorage, openaiEmbeddings, scripted } from '@threadkit/server';
 *
 * const embeddings = openaiEmbeddings({ apiKey: process.env.OPENAI_API_KEY ?? '', model: 'text-embedding-3-small' });
 * const server = createServer({ storage: memoryStorage(), engine: scripted(), authorize: 'allow-everyone', embeddings });
 * ```
 *
 * @throws `RangeError` or `TypeError` for an option that is unknown or has a wrong value.
 */
declare function openaiEmbeddings(options: OpenAIEmbeddingsOptions): Embeddings;
/**
 * Opaque data that the engine's provider requires back. Stored beside the step of the calls, where no route, event or log
 * shows it, and passed back with the history to the same engine and model.
 */
type EnginePrivate = Readonly<Record<string, unknown>>;
/** A function call of the model in an earlier message. */
interface EngineToolCall {
  /** As in the run's `required_action`; the tool's output names it. */
  readonly id: string;
  /** Name of the function. */
  readonly name: string;
  /** JSON text as written by the model; may be invalid. */
  readonly arguments: string;
  /** The `private` event of this call, in this or an earlier run of the thread. */
  readonly private?: EnginePrivate;
}
/** The conversation as the model reads it, oldest first. */
type EngineMessage = {
  readonly role: 'user';
  readonly content: readonly MessageContentPart[];
} | {
  readonly role: 'assistant';
  readonly content: readonly MessageContentPart[];
  readonly toolCalls?: readonly EngineToolCall[];
  /** The `private` event of this model call; within the same run only. */
  readonly private?: EnginePrivate;
} |
/** Untrusted text from the client. Never part of the instructions. */
{
  readonly role: 'tool';
  readonly toolCallId: string;
  readonly output: string;
};
/** An absent or null setting means the model's default. */
interface EngineSettings {
  /** From 0 to 2. */
  readonly temperature?: number | null;
  /** From 0 to 1. */
  readonly topP?: number | null;
  /** Tokens that are left of the run's `max_completion_tokens` and fit into the window beside the prompt; null without a budget. */
  readonly maxCompletionTokens?: number | null;
  /** The format of the text. */
  readonly responseFormat?: ResponseFormat | null;
  /** With `'none'`, tools are only listed because the history has calls; new calls are dropped. */
  readonly toolChoice?: ToolChoice | null;
  /** False: at most one function call per model call. Further ones are dropped. */
  readonly parallelToolCalls?: boolean;
  /** How much a reasoning model thinks. */
  readonly reasoningEffort?: ReasoningEffort | null;
}
/** What one model call receives. */
interface EngineInput {
  /** Model of the run. */
  readonly model: string;
  /** Of the run, with its additional instructions; null for none. */
  readonly instructions: string | null;
  /** The history of the thread within the budget of the run, oldest first, with the model calls of this run at its end. */
  readonly messages: readonly EngineMessage[];
  /** Functions that the model may call; executed by the client. */
  readonly tools: readonly FunctionTool[];
  /** Settings of the run. A forced `toolChoice` applies to its first model call only. */
  readonly settings: EngineSettings;
  /**
   * Resolves an `image_file` part to a `data:` URL, for models with vision. Undefined when the image does not exist or
   * is larger than 5 MiB.
   */
  readonly resolveImage?: (fileId: string) => Promise<string | undefined>;
  /** How often this model call was restarted after a crash. @defaultValue 0 */
  readonly recoveries?: number;
}
type CodeInterpreterDelta = Extract<StepToolCallDelta, {
  type: 'code_interpreter';
}>;
/**
 * A piece of a hosted call, which the engine executes itself. Input and logs are appended, outputs are addressed by their
 * `index`, search results arrive whole.
 */
type HostedCallPiece = {
  readonly type: 'code_interpreter';
  readonly code_interpreter: NonNullable<CodeInterpreterDelta['code_interpreter']>;
} | {
  readonly type: 'file_search';
  readonly file_search: FileSearchToolCall['file_search'];
} |
/** Any other tool of the provider, such as `web_search`. The first piece has the name; arguments are appended. */
{
  readonly type: 'function';
  readonly function: {
    readonly name?: string;
    readonly arguments?: string;
    readonly output?: string | null;
  };
};
/**
 * `part` is the index of a content part, `index` that of a call in this model call; both start at 0. Text after a hosted call
 * starts a new message, whose parts start at 0 again.
 */
type EngineEvent = {
  readonly type: 'text' | 'refusal';
  readonly part: number;
  readonly text: string;
} |
/**
 * Reasoning that the provider shows, as a summary or as thinking: appended. Ends when anything else is written. Within a message and
 * after function calls it is left out.
 */
{
  readonly type: 'reasoning';
  readonly text: string;
} | {
  readonly type: 'image-file';
  readonly part: number;
  readonly fileId: string;
} | {
  readonly type: 'annotation';
  readonly part: number;
  readonly annotation: Annotation;
} |
/** Hosted calls are numbered separately from function calls. Consecutive ones share a step. */
{
  readonly type: 'hosted-call';
  readonly index: number;
  readonly call: HostedCallPiece;
} |
/** The first event of an index has the name; arguments arrive in pieces. */
{
  readonly type: 'tool-call';
  readonly index: number;
  readonly name?: string;
  readonly arguments: string;
} |
/**
 * Data to pass back with the history: with `call`, of that call, as long as the thread exists; without, of the model call,
 * until the run ends. The last value wins. Stored only when the model call ends with function calls.
 */
{
  readonly type: 'private';
  readonly call?: number;
  readonly value: EnginePrivate;
} |
/**
 * For the server's log (`model_warned`), which contains each message once. Must not contain keys or text of the conversation.
 */
{
  readonly type: 'warning';
  readonly message: string;
} | {
  readonly type: 'finish';
  readonly reason: 'stop' | 'tool-calls' | 'length' | 'content-filter';
  readonly usage: RunCompletionUsage;
};
/** How much a model reads at once. The server leaves out the oldest messages of a thread that do not fit. */
interface ContextWindow {
  /**
   * Size of the model's context window, prompt and response together, in tokens. A run reserves its `max_completion_tokens` for the
   * response, at most half of the window; a run without them a quarter of it, at most 16,384 tokens. `maxCompletionTokens` of a model call is
   * never more than what its prompt leaves of the window.
   *
   * @defaultValue unknown: prompts have at most 100,000 tokens
   */
  readonly contextTokens?: number | undefined;
  /**
   * Counts the tokens of a text for the model of a run, such as with the package `gpt-tokenizer`. Called for every text of every
   * prompt, with at most 8,000 characters at once, so it must be fast. When it throws or returns nonsense, the server estimates the
   * tokens and logs a warning.
   *
   * @defaultValue an estimate: four ASCII characters are a token, two of another alphabet, and one of Chinese, Japanese or Korean
   */
  readonly countTokens?: ((text: string, model: string) => number) | undefined;
}
/**
 * Generates responses. One model call yields reasoning, text and hosted calls in any order, then optional function calls, then one
 * `finish`; `private` and `warning` may come anywhere before it. The worker does everything else: the loop over model calls, ids, steps,
 * storage and wire events.
 */
interface Engine extends ContextWindow {
  /** Lower-case letters, digits and hyphens. Stored with private data: only an engine of the same name gets it back. */
  readonly name: string;
  /**
   * Makes one model call. Must end or throw soon after the signal aborts, with no `finish` and no {@link EngineError}. Throws
   * {@link EngineError} for errors that users may read; any other error fails the run without its reason, which goes to `onError` of the
   * server.
   */
  generate(input: EngineInput, signal: AbortSignal): AsyncIterable<EngineEvent>;
}
/**
 * Who can fix a failed run. `setup`: the operator, since the key, model or address is wrong · `provider`: the model's
 * provider, which is down, unreachable or interrupted its response · `quota`: the operator, since the quota of the account at
 * the provider is used up.
 */
type FailureKind = 'setup' | 'provider' | 'quota';
/** A model call that the provider refused before it generated anything, for a reason that passes. */
interface RetryInfo {
  /** Milliseconds after which the provider accepts the call again. @defaultValue the server decides */
  readonly afterMs?: number | undefined;
}
/** Optional details of an {@link EngineError}; `cause` as for any error. */
interface EngineErrorOptions extends ErrorOptions {
  /** Stored in the failed run's metadata as `tk_failure`, for clients. @defaultValue not stored */
  readonly failure?: FailureKind | undefined;
  /**
   * The cause and a remedy, for the server's log (`model_failed`). Must not contain keys or text of the conversation.
   *
   * @defaultValue only that a rate limit or fault has ended the run
   */
  readonly forOperator?: string | undefined;
  /**
   * Set it only when the provider generated nothing, and refused for a reason that passes: a rate limit, an overload, a refused
   * connection. The server then repeats the model call, as `maxRetries` of `createServer` allows.
   *
   * @defaultValue the model call is not repeated
   */
  readonly retry?: RetryInfo | undefined;
}
/** A failed model call. Code and message become the run's `last_error`; the message is shown to users. */
declare class EngineError extends Error {
  readonly name = "EngineError";
  /** Code of the run's `last_error`. */
  readonly code: RunError['code'];
  /** Who can fix the run. `undefined` when it is not known. */
  readonly failure: FailureKind | undefined;
  /** The cause and a remedy, for the server's log only. */
  readonly forOperator: string | undefined;
  /** The model call may be repeated. `undefined` when it must not be. */
  readonly retry: RetryInfo | undefined;
  constructor(code: RunError['code'], message: string, { failure, forOperator, retry, ...options }?: EngineErrorOptions);
}
/**
 * Thrown by an engine to simulate a crash: the worker abandons the run without any cleanup, and the next worker recovers
 * it. For tests and demonstrations.
 */
declare class SimulatedCrashError extends Error {
  readonly name = "SimulatedCrashError";
  constructor();
}
/** Calls `run` once after `ms` milliseconds; the returned function cancels it. */
type SetTimer = (run: () => void, ms: number, options?: {
  /** The timer does not keep the process alive. @defaultValue false */
  background?: boolean;
}) => () => void;
/** Options of {@link scripted}. All are optional. */
interface ScriptedOptions {
  /** Milliseconds between two pieces of a response; 0 for none. @defaultValue 22 */
  readonly paceMs?: number | undefined;
  /**
   * Your own script: its events are played at the pace. Return undefined to use the built-in responses. An `EngineError`
   * thrown by it fails the run. @defaultValue the built-in responses
   */
  readonly script?: ((input: EngineInput) => Iterable<EngineEvent> | undefined) | undefined;
  /** Starts the timers of the pauses. @defaultValue setTimeout */
  readonly setTimer?: SetTimer | undefined;
}
/**
 * An engine without a model: deterministic, offline and free. Responds in markdown about Threadkit, calls function tools
 * whose name matches the last message, and then responds from their outputs. Searches files when the run can, and the message has words such as "file" or
 * no other response; runs a small Python program for words such as "draw" and "compute" when the run has `code_interpreter`. A message that begins with a command (`/fail`,
 * `/code` … see the README) plays that scenario.
 */
declare function scripted(options?: ScriptedOptions): Engine;
/** The response to a request with an `Idempotency-Key`, stored atomically with the created object. */
interface IdempotencyRecord {
  /** The key of the request, unique per owner. */
  readonly key: string;
  /** Hash of operation, ids and body. Another fingerprint under the same key is another request. */
  readonly fingerprint: string;
  /** The created object, as the first response showed it. */
  readonly object: AssistantObject | ThreadObject | MessageObject | RunObject | VectorStoreObject;
  /** Number of the event after which a repeated stream begins. */
  readonly after: number;
  /** Time of the request in Unix seconds. */
  readonly at: number;
}
/** Thrown when a concurrent request has stored the same key. Nothing was written. */
declare class IdempotencyConflictError extends Error {
  readonly name = "IdempotencyConflictError";
  constructor();
}
/** How much of one kind an owner may have, and all owners of a tenant together. */
interface Quota {
  /** @defaultValue unlimited */
  readonly perOwner?: number | undefined;
  /** @defaultValue unlimited */
  readonly perTenant?: number | undefined;
}
/** The quotas of a caller. A write that would exceed one rejects with {@link QuotaExceededError}. */
interface Quotas {
  /** The owners that begin with it are those of the tenant. Ends with an ASCII character. */
  readonly tenantPrefix: string;
  /** @defaultValue unlimited */
  readonly activeRuns?: Quota | undefined;
  /** @defaultValue unlimited */
  readonly threads?: Quota | undefined;
  /** @defaultValue unlimited */
  readonly files?: Quota | undefined;
  /** Bytes of the contents of all files. @defaultValue unlimited */
  readonly fileBytes?: Quota | undefined;
  /** @defaultValue unlimited */
  readonly vectorStores?: Quota | undefined;
  /** The `usage_bytes` of all vector stores. Checked when files are added, before they are processed. @defaultValue unlimited */
  readonly vectorStoreBytes?: Quota | undefined;
  /** Messages and runs of one thread, together. @defaultValue unlimited */
  readonly threadItems?: number | undefined;
}
/** What is counted per owner and tenant. */
type OwnedKind = Exclude<keyof Quotas, 'tenantPrefix' | 'threadItems'>;
/** A quota that does not allow a write. */
interface ExceededQuota {
  readonly kind: OwnedKind | 'threadItems';
  readonly of: 'owner' | 'tenant' | 'thread';
  readonly max: number;
}
/** A write would exceed a quota. Nothing was written. */
declare class QuotaExceededError extends Error {
  readonly name = "QuotaExceededError";
  readonly exceeded: ExceededQuota;
  constructor(exceeded: ExceededQuota);
}
/** One owner, or in the order of code points all from `from` to before `to`. */
type Owners = {
  readonly owner: string;
} | {
  readonly from: string;
  readonly to: string;
};
/** A quota that a write has to be checked against: it is exceeded when `owners` have more than `max - added`. */
interface QuotaCheck extends ExceededQuota {
  readonly kind: OwnedKind;
  readonly owners: Owners;
  /** How much the write adds. */
  readonly added: number;
}
/** The checks of a write that adds so much of each kind: first those of the owner, then those of the tenant. */
declare function quotaChecks(owner: string, quotas: Quotas | undefined, additions: Readonly<Partial<Record<OwnedKind, number>>>): readonly QuotaCheck[];
/** Throws when a thread that has `stored` messages and runs would have too many. */
declare function refuseThreadItems(quotas: Quotas | undefined, stored: number, added: number): void;
/**
 * What adding files to a vector store adds. Their bytes are known after they were processed, so one counts: nothing is added when the
 * quota is used up.
 */
declare const FILES_TO_PROCESS: {
  readonly vectorStoreBytes: 1;
};
/** A vector store, without what follows from its files and from the time. */
type NewVectorStore = Pick<VectorStoreObject, 'id' | 'created_at' | 'name' | 'metadata'> & {
  readonly description: string | null;
  readonly expires_after: NonNullable<VectorStoreObject['expires_after']> | null;
  /** Unix seconds. */
  readonly last_active_at: number;
};
/** A vector store as it is stored, with the counts of its files. */
type VectorStoreRecord = NewVectorStore & {
  readonly file_counts: FileCounts;
  /** The sum of its files. */
  readonly usage_bytes: number;
  /** Set by `dropExpired`: its contents are gone, and it never becomes usable again. */
  readonly has_expired: boolean;
};
/** A file that is added to a vector store. It is `in_progress` until a worker has processed it. */
interface NewVectorStoreFile {
  readonly fileId: string;
  /** Of the file. Search results show it. */
  readonly filename: string;
  readonly attributes: FileAttributes | null;
  readonly chunkingStrategy: StaticChunkingStrategy;
}
/** Files to add to a vector store. Each file is given once. */
interface NewVectorStoreFiles {
  /** Unix seconds. */
  readonly at: number;
  readonly files: readonly NewVectorStoreFile[];
  /** Stores a batch with this id, of these files. */
  readonly batchId?: string | undefined;
  /**
   * What happens to files that the vector store has already. `replace`: processed again, with the new settings · `keep`: those that are
   * `in_progress` or `completed` stay as they are, and others are replaced.
   */
  readonly existing: 'replace' | 'keep';
}
/** `missing`: the scope has no such vector store · `expired`: it was marked as that, or its time is over at `at` · `full`: it would have more than `MAX_STORE_FILES`. Nothing was written. */
type AddStoreFilesResult = 'added' | 'missing' | 'expired' | 'full';
/** The contract's limit. */
declare const MAX_STORE_FILES = 10000;
/** A vector store that comes into being with a thread, an assistant or a message, and files for it. */
interface AttachedVectorStore {
  /** Stored when the thread or assistant has its id in its `file_search` resources, after attachments were added. */
  readonly store: NewVectorStore;
  /**
   * Added to the vector store that the thread or assistant then has, whichever it is, at the `created_at` of `store` and with `existing: 'keep'`. Left
   * out when that one has expired, is not of the owner, or would have too many files.
   */
  readonly files: readonly NewVectorStoreFile[];
}
/** A processed file, as a search reads it. */
interface SearchableFile {
  readonly fileId: string;
  readonly filename: string;
  readonly attributes: FileAttributes | null;
  /** Names the stored result of one processing. Never used again for another, so that segments may be cached by it. */
  readonly contentId: string;
  /** Number of segments, numbered from 0. */
  readonly segments: number;
  /** What all of its vectors were made with; null when it has none, or not of all segments. */
  readonly embeddingModel: string | null;
}
/** One of the overlapping parts of a file's text. */
interface StoredChunk {
  /** Where it begins in the text, in UTF-16 units. */
  readonly start: number;
  readonly text: string;
}
/** Consecutive chunks of a file with their index. Written and read as a whole, so that a file of any length needs little memory. */
interface ContentSegment {
  /** From 0, in order. */
  readonly number: number;
  /** Number of its first chunk in the file. */
  readonly firstChunk: number;
  readonly chunks: readonly StoredChunk[];
  /** Made by the server: of words, and of vectors. */
  readonly index: Uint8Array<ArrayBuffer>;
}
/** The exclusive right to process a file, until it expires and another worker claims the file. */
interface IngestLease {
  readonly owner: string;
  readonly vectorStoreId: string;
  readonly file: NewVectorStoreFile;
  readonly workerId: string;
  /** Fencing token: from 1, increases with each claim. */
  readonly attempt: number;
  /** See `SearchableFile`. Of this attempt. */
  readonly contentId: string;
}
/** The exclusive right to make vectors of a `completed` file, which stays as it is meanwhile. */
interface EmbeddingLease extends IngestLease {
  /** See `SearchableFile`. */
  readonly segments: number;
}
/** How processing a file ended. */
type IngestOutcome = {
  readonly status: 'completed';
  readonly usageBytes: number;
  /** See `SearchableFile`. @defaultValue null */
  readonly embeddingModel?: string | null | undefined;
} | {
  readonly status: 'failed';
  readonly error: NonNullable<VectorStoreFileObject['last_error']>;
};
/** A query of files of a vector store. */
interface StoreFileListParams extends ListParams {
  /** Only files with this status. */
  readonly filter?: VectorStoreFileStatus | undefined;
  /** Only files that were last added by this batch. */
  readonly batchId?: string | undefined;
}
/**
 * Persists vector stores, their files and batches, and the texts and indexes of processed files. Every method is atomic. A row of another
 * owner is treated as absent. What is deleted, replaced or expired is gone from all reads at once; its content is
 * deleted later, by `dropContents`. Deleting a file of the storage, or its expiry, removes it from all vector stores.
 */
interface VectorStoreStorage {
  create(scope: Scope, store: NewVectorStore, files: readonly NewVectorStoreFile[], also?: {
    readonly idempotencyRecord?: IdempotencyRecord;
    readonly quotas?: Quotas | undefined;
  }): Promise<void>;
  get(scope: Scope, id: string): Promise<VectorStoreRecord | undefined>;
  /** As the lists of a `Repository`, by `created_at`. */
  list(scope: Scope, query: ListParams): Promise<ListPage<VectorStoreRecord> | undefined>;
  /** Replaces the given fields. `last_active_at` never goes back. Undefined when the vector store does not exist. */
  update(scope: Scope, id: string, patch: Partial<Pick<NewVectorStore, 'name' | 'description' | 'expires_after' | 'last_active_at' | 'metadata'>>): Promise<VectorStoreRecord | undefined>;
  /** Also deletes its files and batches, not the files of the storage. False when it does not exist. */
  delete(scope: Scope, id: string): Promise<boolean>;
  /** The owner of a vector store, for those that the operator names in shared assistants. */
  ownerOf(id: string): Promise<string | undefined>;
  /** Sets the `last_active_at` of the vector store to `at`, if that is later. */
  addFiles(scope: Scope, storeId: string, added: NewVectorStoreFiles, quotas?: Quotas): Promise<AddStoreFilesResult>;
  getFile(scope: Scope, storeId: string, fileId: string): Promise<VectorStoreFileObject | undefined>;
  /**
   * Ordered by `created_at`, then by insertion. Undefined when a cursor names no file of the vector store; that of a cursor need not meet
   * the filter. Empty when the vector store does not exist.
   */
  listFiles(scope: Scope, storeId: string, query: StoreFileListParams): Promise<ListPage<VectorStoreFileObject> | undefined>;
  /** Undefined when the vector store has no such file. */
  updateFile(scope: Scope, storeId: string, fileId: string, attributes: FileAttributes | null): Promise<VectorStoreFileObject | undefined>;
  /** False when the vector store has no such file. */
  deleteFile(scope: Scope, storeId: string, fileId: string): Promise<boolean>;
  /**
   * A batch with the counts of its files. `in_progress` while one of them is, else `cancelled` when it was cancelled, else
   * `completed`; so also when all of its files failed or were removed.
   */
  getBatch(scope: Scope, storeId: string, batchId: string): Promise<VectorStoreFileBatchObject | undefined>;
  /** Cancels the files of a batch that are `in_progress`, which invalidates their leases. A batch without such files stays as it is. */
  cancelBatch(scope: Scope, storeId: string, batchId: string): Promise<VectorStoreFileBatchObject | undefined>;
  /** The `completed` files of a vector store, oldest first; none when it does not exist or has expired. */
  listSearchable(scope: Scope, storeId: string): Promise<readonly SearchableFile[]>;
  /** The index of a segment; undefined when the content was deleted meanwhile. The content id is proof of access. */
  readIndex(contentId: string, segment: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The chunks of a `completed` file from number `from`, in order, at most `limit`. Empty when there are none. */
  readChunks(contentId: string, from: number, limit: number): Promise<readonly StoredChunk[]>;
  /** The content of a `completed` file. */
  getSearchable(scope: Scope, storeId: string, fileId: string): Promise<SearchableFile | undefined>;
  /** Leases files that are `in_progress` and have no valid lease, for `leaseMs` milliseconds: the oldest, at most `limit`. */
  claimIngest(workerId: string, leaseMs: number, limit: number): Promise<readonly IngestLease[]>;
  /**
   * Leases `completed` files with contents whose `embeddingModel` is not `model`, and that have no valid lease: at most `limit`, in any
   * order. `attempt` stays, so that such a lease is not lost to a later one of the same worker.
   */
  claimEmbedding(workerId: string, leaseMs: number, limit: number, model: string): Promise<readonly EmbeddingLease[]>;
  /** False when the lease is lost. */
  heartbeatIngest(lease: IngestLease, leaseMs: number): Promise<boolean>;
  /** Releases the lease and leaves the file, so that it can be claimed at once. */
  releaseIngest(lease: IngestLease): Promise<void>;
  /** Stores a segment, in order, once each. False when the lease is lost, and nothing was written. */
  writeSegment(lease: IngestLease, segment: ContentSegment): Promise<boolean>;
  /**
   * Replaces the index of a segment that is there. The file has no `embeddingModel` from then until `finishIngest`. False when the lease is lost, and
   * nothing was written.
   */
  replaceIndex(lease: EmbeddingLease, segment: number, index: Uint8Array<ArrayBuffer>): Promise<boolean>;
  /** Ends the processing and the lease. False when the lease is lost, and nothing was written. */
  finishIngest(lease: IngestLease, outcome: IngestOutcome): Promise<boolean>;
  /** Calls `listener` after files were added, as `Storage.onRelease` does after a release. */
  onIngest(listener: () => void): () => void;
  /**
   * Marks the vector stores of all owners as expired whose `last_active_at` is too long ago at `now` (Unix seconds). Their files stay, with
   * `usage_bytes` 0; those that were `in_progress` are `cancelled`.
   */
  dropExpired(now: number): Promise<void>;
  /** Deletes contents that no file has any more, some at a time. Returns whether there may be more. */
  dropContents(): Promise<boolean>;
}
/**
 * The rows that an operation may access; part of every query. A row of another owner, thread or run is treated as
 * absent.
 */
interface Scope {
  /** Derived from tenant and principal by the server; never from request data. */
  readonly owner: string;
  /** Limits the operation to one thread. */
  readonly threadId?: string;
  /** Limits the operation to one run. */
  readonly runId?: string;
  /** Treats reasoning steps as absent: those whose id begins with `step_reasoning_`. @defaultValue false */
  readonly hideReasoning?: boolean;
}
/** Owner of seeded assistants. Every owner may read its rows. */
declare const SHARED_OWNER = "";
/** Objects of one kind. Every method is atomic. */
interface Repository<R extends {
  id: string;
}> {
  /** Undefined when the scope has no such row. */
  get(scope: Scope, id: string): Promise<R | undefined>;
  /**
   * One page: 20 rows, newest first, unless the query says otherwise. Rows of a thread are ordered by insertion, since a clock
   * may be set back; assistants, threads and files by `created_at`, then by insertion. Undefined when a cursor names no row of
   * the scope.
   */
  list(scope: Scope, query: ListParams): Promise<ListPage<R> | undefined>;
  /** Replaces the given top-level fields. Undefined when the row does not exist. */
  update(scope: Scope, id: string, patch: Partial<R>): Promise<R | undefined>;
  /** Also deletes everything below the row. False when the row does not exist. */
  delete(scope: Scope, id: string): Promise<boolean>;
}
/**
 * How far the server is with a call of its own tool. `pending`: not decided yet · `asking`: the client is asked first · `approved`
 * and `declined`: by the client · `started`: written before the tool is executed, so that a call that is found in this state may
 * have been executed. A call with an output has no state.
 */
type ToolExecution = {
  readonly state: 'pending' | 'asking';
} | {
  readonly state: 'approved' | 'started';
  /** JSON text that replaces the model's arguments; absent for the model's. */
  readonly arguments?: string;
} | {
  readonly state: 'declined';
  readonly reason?: string;
};
/**
 * Data that an engine's provider needs back with the calls of a step, such as reasoning and signatures, and the state of the
 * server's own calls in it. Stored beside the step: no route, event or log shows it.
 */
interface StepPrivate {
  readonly stepId: string;
  /** The engine that wrote it, and the model of the run. */
  readonly engine: string;
  readonly model: string;
  /** Of the model call as a whole. Dropped when the run ends. Stored under this key, so it keeps its old name. */
  readonly turn?: EnginePrivate | undefined;
  /** By call id. Kept as long as the step. */
  readonly calls?: Readonly<Record<string, EnginePrivate>> | undefined;
  /**
   * The server's own calls without an output, by call id. Present: the model call has ended, and its calls are being executed.
   * Dropped when the run ends.
   */
  readonly executions?: Readonly<Record<string, ToolExecution>> | undefined;
}
/**
 * The writes of one atomic commit. Messages and steps are inserted, or replaced by id; each is given once, and includes all events up to those
 * of the commit. Later delta events continue one that is `in_progress`: it is read with them (`applyDeltas`), and its row is
 * not written again until it ends.
 */
interface RunCommit {
  /** Unix seconds. */
  readonly at: number;
  /** Numbered from the run's last event. */
  readonly events: readonly StreamEvent[];
  /** The run's new state; absent when it does not change. */
  readonly run?: RunObject;
  /** Messages of the run's thread. @defaultValue none */
  readonly messages?: readonly MessageObject[];
  /** Steps of the run. @defaultValue none */
  readonly steps?: readonly RunStepObject[];
  /** Usage of a model call that waits for tool outputs; null clears it, absent keeps it. */
  readonly pendingUsage?: RunCompletionUsage | null;
  readonly idempotencyRecord?: IdempotencyRecord;
  /** Of steps that are stored already or in the same commit. Replaces previous data of the step. */
  readonly privates?: readonly StepPrivate[];
}
/** A run with its internal state. */
interface RunRecord {
  readonly run: RunObject;
  readonly owner: string;
  /** Number of the last event; 0 before the first. */
  readonly seq: number;
  /** Events up to this number were dropped after the retention time; 0 while none is. */
  readonly droppedSeq: number;
  readonly pendingUsage: RunCompletionUsage | null;
  /** Who started it; undefined for a run that was stored before this was. */
  readonly principal: ToolPrincipal | undefined;
}
/** The exclusive right to write a run, until it expires and another worker claims the run. */
interface Lease extends RunRecord {
  readonly workerId: string;
  /** Fencing token: increases with each claim. */
  readonly attempt: number;
  /** How often the run was found in progress with an expired lease: its worker crashed, or fell silent. */
  readonly recoveries: number;
}
/**
 * `fenced`: the lease is lost. `conflict`: the run has another status or event number than expected. In both cases nothing
 * was written.
 */
type CommitResult = 'committed' | 'fenced' | 'conflict';
/** With `ok: false` nothing was written. `missing`: the thread does not exist. */
type AddMessageResult = {
  readonly ok: true;
} | {
  readonly ok: false;
  readonly reason: 'missing';
} |
/** The thread is locked by this run. */
{
  readonly ok: false;
  readonly reason: 'active';
  readonly runId: string;
} |
/** The resulting number of files, which exceeds the limit (`MAX_CODE_FILES`). */
{
  readonly ok: false;
  readonly reason: 'files';
  readonly count: number;
};
/** A run with everything that is written with it in one transaction. */
interface StartRunInput {
  /** A thread to create with the run. Absent when the thread exists. */
  readonly thread?: ThreadObject;
  readonly run: RunObject;
  /** Who starts it. Read back with the run's record and its leases. */
  readonly principal?: ToolPrincipal | undefined;
  readonly messages: readonly MessageObject[];
  readonly events: readonly StreamEvent[];
  readonly idempotencyRecord?: IdempotencyRecord;
  /** See `addMessage`. */
  readonly vectorStore?: AttachedVectorStore | undefined;
  /** Those of active runs and thread items, and with `thread` that of threads. @defaultValue no limits */
  readonly quotas?: Quotas | undefined;
}
/** An event as it is stored and sent. */
interface StoredEvent {
  /** Number within the run, from 1. */
  readonly seq: number;
  readonly event: StreamEvent['event'];
  /** Its data as JSON text, written once for the storage and all readers. */
  readonly json: string;
}
/** Bytes from `start` to before `end`, both within the content. */
interface ByteRange {
  readonly start: number;
  readonly end: number;
}
/** A file to store. */
interface FileUpload {
  readonly id: string;
  /** Read to its end. */
  readonly content: ReadableStream<Uint8Array>;
  /**
   * Makes the file with this id, when its content has been read. Its `bytes` count for quotas. What it throws is thrown, and nothing
   * is stored.
   */
  readonly toFile: (bytes: number) => FileObject;
  /** The content is at least this long: a file that exceeds a quota is refused before it is read. @defaultValue 0 */
  readonly minBytes?: number | undefined;
}
/**
 * Persists threads and runs. Every method takes effect atomically, mostly as one statement or transaction; callers cannot keep a
 * transaction open. `createFile` may store content in several transactions before the file exists, and the stream of
 * `getFileContent` reads as it is consumed.
 * The storage itself guarantees at most one active run per thread and one record per idempotency key: a write with an
 * `idempotencyRecord` whose key exists already rejects with `IdempotencyConflictError`. A write with `quotas` that would exceed one
 * rejects with `QuotaExceededError` and writes nothing, also among concurrent writes. What is deleted does not count.
 */
interface Storage {
  /**
   * Idempotent. Rejects with an actionable reason when the storage cannot be used.
   *
   * @param onDamage Called with damage that the operator has to repair, such as a row that cannot be read and is left out of a
   *   list. The message has no stored text.
   */
  open(onDamage?: (message: string) => void): Promise<void>;
  /**
   * Unix milliseconds by the clock that leases are measured with. The server takes all times from it, so that servers on one
   * storage agree on them.
   */
  now(): number;
  /** Reads include shared rows; writes only affect the scope's own. */
  readonly assistants: Repository<AssistantObject>;
  readonly threads: Repository<ThreadObject>;
  /** With a run in the scope, `list` returns that run's messages. */
  readonly messages: Repository<MessageObject>;
  readonly steps: Pick<Repository<RunStepObject>, 'get' | 'list'>;
  readonly runs: Pick<Repository<RunObject>, 'get' | 'list'>;
  /** Deleting a file deletes its content. */
  readonly files: Pick<Repository<FileObject>, 'get' | 'delete'> & {
    /** As the lists of a `Repository`; with `purpose`, only files with this one. */
    list(scope: Scope, query: FileListParams): Promise<ListPage<FileObject> | undefined>;
  };
  /** Absent when the storage has none: their routes respond with 404, and `file_search` is not executed. */
  readonly vectorStores?: VectorStoreStorage | undefined;
  /**
   * Stores a file with its content and returns it. Rejects and stores nothing when the content breaks off or the id exists. The
   * file exists once the promise resolves. A file that exceeds a quota is refused before its content is read as far as its
   * length is known, or in the end.
   */
  createFile(scope: Scope, upload: FileUpload, quotas?: Quotas): Promise<FileObject>;
  /**
   * The content of a file, or the part `range` of it, read from the storage as it is consumed. Undefined when the scope has no such
   * file. The stream breaks off with an error when the file is deleted meanwhile.
   */
  getFileContent(scope: Scope, id: string, range?: ByteRange): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined>;
  /** Deletes the files of all owners whose `expires_at` is at `now` (Unix seconds) or before, and returns their ids. */
  dropExpiredFiles(now: number): Promise<readonly string[]>;
  /** The owner of a file; undefined when nobody has one with this id. */
  ownerOfFile(id: string): Promise<string | undefined>;
  /**
   * Stores an assistant of the scope's owner: `SHARED_OWNER` for one of all owners. Replaces one with the same id. A storage
   * without vector stores ignores `vectorStore`.
   */
  createAssistant(scope: Scope, assistant: AssistantObject, also?: {
    readonly idempotencyRecord?: IdempotencyRecord;
    readonly vectorStore?: AttachedVectorStore | undefined;
    readonly quotas?: Quotas | undefined;
  }): Promise<void>;
  /**
   * Stores a new thread with its first messages, in the given order. The caller has added their files to the thread. For `vectorStore`, see
   * `addMessage`.
   */
  createThread(scope: Scope, thread: ThreadObject, messages: readonly MessageObject[], also?: {
    readonly idempotencyRecord?: IdempotencyRecord;
    readonly vectorStore?: AttachedVectorStore | undefined;
    readonly quotas?: Quotas | undefined;
  }): Promise<void>;
  /**
   * Attached files become resources of the thread (`attachFiles`). When they are to be searched and the thread has no vector store, it
   * gets the id of `vectorStore`. Of this, what `attachedWrites` says is stored in the same transaction; a storage without vector stores uses the id only.
   */
  addMessage(scope: Scope, message: MessageObject, also?: {
    readonly idempotencyRecord?: IdempotencyRecord;
    readonly vectorStore?: AttachedVectorStore | undefined;
    readonly quotas?: Quotas | undefined;
  }): Promise<AddMessageResult>;
  /**
   * Stores a new run with its messages and events, and the thread when `thread` is given. Attaches files as `addMessage`
   * does, and writes nothing for the same reasons; the first of them is the reason. Of concurrent calls for one thread, one
   * succeeds.
   */
  startRun(scope: Scope, start: StartRunInput): Promise<AddMessageResult>;
  /** Private data of these steps, limited to the scope. Data of model calls is dropped when their run ends. */
  listStepPrivates(scope: Scope, stepIds: readonly string[]): Promise<readonly StepPrivate[]>;
  /** A run with its internal state. Undefined when the scope has no such run. */
  getRunRecord(scope: Scope, runId: string): Promise<RunRecord | undefined>;
  /** Commits without a lease, if the run is as expected. Ending a run invalidates its lease and so fences its worker. */
  commitTransition(scope: Scope, runId: string, expected: {
    readonly status: RunStatus;
    readonly seq?: number;
  }, commit: RunCommit): Promise<CommitResult>;
  /**
   * Leases runs that need a worker and have no valid lease, for `leaseMs` milliseconds: the oldest, at most `limit`. A run is
   * leased to one worker only.
   */
  claim(workerId: string, leaseMs: number, limit: number): Promise<readonly Lease[]>;
  /** Leases runs past their `expires_at`, including those leased by others, so that they can be expired. */
  claimOverdue(workerId: string, leaseMs: number, limit: number): Promise<readonly Lease[]>;
  /** Renews a lease and returns the run's status; undefined when the lease is lost. */
  heartbeat(lease: Lease, leaseMs: number): Promise<RunStatus | undefined>;
  /**
   * Releases the lease and leaves the run unchanged, so that it can be claimed at once. With `crashed`, the next claim of a run in
   * progress counts as a recovery, as that of an expired lease does.
   */
  release(lease: Lease, options?: {
    readonly crashed?: boolean;
  }): Promise<void>;
  /**
   * Releases the lease when the run moves to `requires_action` or ends. Whether a commit that rejects was written is unknown: the
   * server does not write to the run again under this lease.
   */
  commit(lease: Lease, from: readonly RunStatus[], commit: RunCommit): Promise<CommitResult>;
  /** Events with numbers above `after`, ascending, at most `limit`. */
  listEvents(scope: Scope, runId: string, after: number, limit: number): Promise<readonly StoredEvent[]>;
  /** The record stored for the owner's request with this key. */
  getIdempotencyRecord(scope: Scope, key: string): Promise<IdempotencyRecord | undefined>;
  /** Deletes records older than `before` (Unix seconds). */
  dropIdempotencyRecords(before: number): Promise<void>;
  /** Drops the events of runs that ended before `endedBefore` (Unix seconds). */
  dropEvents(endedBefore: number): Promise<void>;
  /**
   * Calls `listener` after each commit of the run, once its events can be read: with the events, or with an empty array when the
   * storage does not pass them; the server then calls `listEvents`. Not reliable: another process may write without a
   * notification. Returns a function that ends the subscription.
   */
  onCommit(runId: string, listener: (events: readonly StoredEvent[]) => void): () => void;
  /**
   * Calls `listener` after a lease was released, on any server as far as the storage knows. Not reliable: a server also looks for
   * runs to claim on its own. Returns a function that ends the subscription.
   */
  onRelease(listener: () => void): () => void;
  /** Releases the storage and removes the listeners. Called after the worker has stopped. Further calls have no effect. */
  close(): Promise<void>;
}
/**
 * Where the contents of files are stored instead of in the database: a folder, or an object storage. All servers on one database
 * need the same. The objects of files, their owners and quotas stay in the database; a content is only read for a file that is
 * there.
 */
interface FileStore {
  /**
   * Stores a content, which is read to its end, and returns its length in bytes. Rejects and keeps nothing when it breaks off. The
   * server never writes an id twice.
   */
  write(id: string, content: ReadableStream<Uint8Array>): Promise<number>;
  /** The content with this id, or the part `range` of it. Undefined when there is none. */
  read(id: string, range?: ByteRange): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined>;
  /** Deletes the content, if there is one. */
  delete(id: string): Promise<void>;
  /**
   * The contents that were written before `writtenBefore` (Unix milliseconds), so that those without a file are deleted: what a
   * server leaves behind that ends during an upload. @defaultValue contents without a file are kept
   */
  list?(writtenBefore: number): AsyncIterable<string>;
}
/**
 * The authenticated caller. Tenant and id together own every created row. With `role: 'user'`, an end user's token, the caller
 * may not change assistants, and of a run may set only its additional messages, metadata, `tool_choice`, `parallel_tool_calls`
 * and `stream`, and add function tools.
 */
interface Principal {
  /** Id of the user, unique within the tenant. */
  readonly id: string;
  /** Organization or workspace of the user. Rows of different tenants are separate. @defaultValue no tenant */
  readonly tenant?: string | undefined;
  /** `'admin'`: may also change assistants, and override any of their fields in a run · `'user'`: an end user. */
  readonly role: 'admin' | 'user';
}
/**
 * Authenticates a request by its headers, and authorizes it in the same step: the principal's `role` and owner decide
 * what the request may do, and both come from the token that identifies the caller. Null refuses the request with 401.
 * Must not read the body. Any other value without a valid id and role is treated as a bug of the function: the request
 * is refused with 500.
 */
type Authorize = (request: Request) => Principal | null | Promise<Principal | null>;
/** Which other origins may call the server from a page. */
interface CorsOptions {
  /** Exact origins with scheme and port, such as `https://app.example`. There is no wildcard; credentials are allowed. */
  readonly origins: readonly string[];
}
/** Runs the code of `code_interpreter`. `processExecutor` and `pyodideExecutor` of the entry `code` implement it. */
interface CodeExecutor {
  /** For logs, such as `process`. */
  readonly name: string;
  /** Whether what the code does is confined. `false` with `trustedUsersOnly`. */
  readonly isSandboxed: boolean;
  /**
   * Starts an interpreter with the files in its folder.
   *
   * @throws {@link CodeExecutorError} when the interpreter or its sandbox cannot be had here, or a file has no place in the folder. The reason of the
   * signal when that aborts.
   */
  open(options?: OpenCodeSessionOptions): Promise<CodeSession>;
}
/** Options of `open`. */
interface OpenCodeSessionOptions {
  /** Written into the folder of the session before the first code is executed. @defaultValue none */
  readonly files?: Iterable<CodeInputFile> | AsyncIterable<CodeInputFile> | undefined;
  /** Ends the start. Has no effect on the open session. */
  readonly signal?: AbortSignal | undefined;
}
/** A file for the code to read. */
interface CodeInputFile {
  /** Where it lies in the folder of the session, such as `sales.csv`: not absolute, without `..`, at most 200 bytes. */
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array> | Uint8Array;
}
/**
 * An interpreter. Variables, imports and the files in its folder stay from one call to the next. Calls are executed one after the other. Must be closed.
 */
interface CodeSession {
  /** The absolute path of the folder that the code shares with its caller, as the code sees it: `/mnt/data`, but another one with `trustedUsersOnly`. */
  readonly folder: string;
  /** `false` after `close`, a result with another status than `completed`, and when the interpreter has ended by itself. */
  readonly isOpen: boolean;
  /**
   * Executes Python. An exception in the code is a traceback in the logs, and the status `completed`.
   *
   * @throws {@link CodeExecutorError} when the session is closed. The reason of the signal when that aborts, which also closes the session.
   */
  execute(code: string, options?: ExecuteCodeOptions): Promise<CodeResult>;
  /**
   * Writes a file into the folder. Replaces a file with the same name.
   *
   * @throws {@link CodeExecutorError} when the name is not allowed, the folder is full or the session is closed.
   */
  addFile(file: CodeInputFile): Promise<void>;
  /** Ends the interpreter with every process that it has started, and resolves when they are gone. Its folder is deleted. */
  close(): Promise<void>;
}
/** Options of `execute`. */
interface ExecuteCodeOptions {
  /** Ends the call and the session. */
  readonly signal?: AbortSignal | undefined;
  /** Gets what the code prints while it runs, up to the limit of the logs. */
  readonly onLogs?: ((text: string) => void) | undefined;
}
/** What one call did. */
interface CodeResult {
  /**
   * `completed`: the code ended, also with an exception · `timed_out`: it exceeded the time limit of a call · `out_of_memory`: it exceeded the memory
   * limit of the session · `killed`: the interpreter ended, or was ended because it broke the protocol or printed without end.
   */
  readonly status: 'completed' | 'timed_out' | 'out_of_memory' | 'killed';
  /** The logs first, if there are any, then the images in the order in which they were shown. */
  readonly outputs: readonly CodeOutput[];
  /** The files of the folder that the code created or changed, except for those above the limits, which the logs name. */
  readonly files: readonly CodeFile[];
}
/** What one call showed. */
type CodeOutput = CodeLogs | CodeImage;
/** Text that one call printed. */
interface CodeLogs {
  readonly type: 'logs';
  /** What the code printed, its traceback, and sentences in brackets for what is left out, or why the session has ended. */
  readonly logs: string;
}
/** A picture that one call showed. */
interface CodeImage {
  readonly type: 'image';
  readonly mediaType: 'image/png';
  readonly bytes: Uint8Array;
}
/** A file that the code wrote. Comes from the code: neither its name nor its content can be trusted. */
interface CodeFile {
  /** Absolute, in the folder of the session: `/mnt/data/out.csv`. */
  readonly path: string;
  /** Its size at the end of the call. */
  readonly bytes: number;
  /**
   * Reads the file from the session, which must be open. Throws {@link CodeExecutorError} when the session has ended, or the file has changed its size.
   */
  content(): AsyncIterable<Uint8Array>;
}
/**
 * Reads files that are no text, for vector stores. `documentReader` of the entry `documents` implements it for PDF and Word documents; your own may
 * send them to a service.
 */
interface DocumentReader {
  /**
   * Returns the text of a document, or the reason for the user why it cannot be read. Called for at most two files at once.
   *
   * @throws The reason of the signal when that aborts. Any other error is a fault of the server: it is passed to `onError`, and the file fails.
   */
  readText(document: DocumentInput): Promise<DocumentText>;
}
/** What the first bytes of a file say. A zip archive is not always a Word document. */
type DocumentFormat = 'pdf' | 'zip';
/** A file to read. Anyone may have made it: neither its name nor its content can be trusted. */
interface DocumentInput {
  readonly filename: string;
  readonly format: DocumentFormat;
  /** Must be cancelled when it is not read to its end. */
  readonly content: ReadableStream<Uint8Array>;
  readonly signal: AbortSignal;
}
/** The text of a document, or why it has none: the `last_error` of the file, whose message is written for the user. */
type DocumentText = {
  readonly text: string;
} | {
  readonly error: NonNullable<VectorStoreFileObject['last_error']>;
};
/**
 * What a server does with the reasoning that models show. `omit`: nothing · `stream`: sends it, and keeps its time but not its text
 * after the run · `keep`: stores the text in the step.
 */
type ReasoningMode = 'omit' | 'stream' | 'keep';
/** One execution of a run: from its claim by a worker until its outcome is stored, or the worker gives it up. */
interface LoggedExecution {
  /** Id of the run. */
  readonly runId: string;
  /** Id of its thread. */
  readonly threadId: string;
  /** Model of the run. */
  readonly model: string;
  /** Id of the worker, which is new for each `createServer`. */
  readonly workerId: string;
  /** Number of the claim, from 1: a run is claimed again after each tool round and each recovery. */
  readonly attempt: number;
  /** How often the current model call was restarted. */
  readonly recoveries: number;
}
/** Something that happened in the life of a run or a server, as `info`. Times are in milliseconds. */
type LoggedOccurrence = {
  readonly event: 'server_opened' | 'server_closed';
} | ({
  /** `run_recovered`: an earlier worker had begun it, and lost or released it. */
  readonly event: 'run_claimed' | 'run_recovered';
} & LoggedExecution) | ({
  readonly event: 'run_requires_action';
  readonly durationMs: number;
  /** How many outputs it waits for. */
  readonly toolCalls: number;
} & LoggedExecution) | ({
  readonly event: 'run_ended';
  readonly status: RunStatus;
  /** Code of `last_error`, or the reason of `incomplete_details`; null for other statuses. */
  readonly reason: string | null;
  readonly durationMs: number;
  /** Of the whole run, with earlier executions. A model call without reported usage counts 0; null when no model call has ended. */
  readonly usage: RunCompletionUsage | null;
} & LoggedExecution) | ({
  /**
   * `run_released`: the server closes, and any worker can claim the run · `run_fenced`: another worker has claimed it, or its
   * thread was deleted · `run_abandoned`: the storage failed, and a worker can claim it when its lease has expired.
   */
  readonly event: 'run_released' | 'run_fenced' | 'run_abandoned';
  readonly durationMs: number;
} & LoggedExecution);
/** A condition that the operator of a server has to know about and usually has to fix, or a normal occurrence. */
type LogEntry = {
  /**
   * `info`: a normal occurrence · `warn`: one request, page or setting was refused · `error`: the server or its provider does not
   * work.
   */
  readonly level: 'info' | 'warn' | 'error';
  /**
   * What happened and what to do, on one line. Contains ids, names of models and tools, the provider's own message, and its host when it does not respond; never the
   * text of a conversation, a key, or an address with credentials. That of an MCP server whose program fails has the last lines of its
   * error output, which may contain what the program writes there.
   */
  readonly message: string;
} & ({
  readonly event: 'origin_refused';
  readonly origin: string;
} | {
  readonly event: 'assistant_not_found';
  readonly assistantId: string;
} | {
  readonly event: 'model_not_served';
  readonly model: string;
} | {
  readonly event: 'model_failed';
  readonly model: string;
  readonly runId: string;
  /** Name of the engine; null when no engine serves the model. */
  readonly engine: string | null;
  /** How long the provider asks to wait, in milliseconds, when it limits requests. */
  readonly retryAfterMs?: number;
} | {
  readonly event: 'model_warned';
  readonly model: string;
} | {
  readonly event: 'model_call_retried';
  readonly model: string;
} | {
  readonly event: 'response_cut_off';
  readonly model: string;
  readonly runId: string;
} | {
  readonly event: 'storage_unavailable';
} | {
  readonly event: 'embeddings_failed';
  readonly model: string;
} | {
  readonly event: 'storage_damaged';
} | {
  readonly event: 'tools_unavailable';
} | {
  readonly event: 'documents_not_read';
} | {
  readonly event: 'tool_failed';
  readonly runId: string;
  readonly toolName: string;
  readonly toolCallId: string;
  /** `timeout`, `output_too_long` or `invalid_arguments`; otherwise the name of the exception, `_OTHER` when it has none. */
  readonly reason: string;
} | {
  readonly event: 'tool_interrupted';
  readonly runId: string;
  readonly toolCallId: string;
} | {
  readonly event: 'tool_not_declared';
  readonly model: string;
  readonly runId: string;
  readonly toolCallId: string;
} | LoggedOccurrence);
/** Receives log entries, in order. */
type Log = (entry: LogEntry) => void;
/** Something that is in progress: a request, an execution of a run, or a model call. */
interface Observation<End> {
  /** Calls `work`, so that whatever it starts counts as part of this. Returns its result. */
  within<T>(work: () => T): T;
  /** Called once. */
  end(end: End): void;
}
/** A request that has arrived. */
interface RequestStart {
  /** As in the response header `x-request-id`. */
  readonly requestId: string;
  /** Chosen by the caller. */
  readonly method: string;
  /** Those of the request, with the context of a trace if it has one. Contain credentials. */
  readonly headers: Headers;
}
/** The response to a request. Its stream, if it has one, is sent afterwards. */
interface RequestEnd {
  /** Name of the operation, such as `createRun`; null for an unknown path. */
  readonly operation: string | null;
  /** Its path with placeholders, such as `/threads/{thread_id}/runs`. */
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
}
/** A run that a worker has claimed. */
interface RunStart extends LoggedExecution {
  /** An earlier worker had begun the model call. */
  readonly isRecovered: boolean;
}
/** What became of the run in one execution. */
interface RunEnd {
  /**
   * The status that was stored: `requires_action` or that of an ended run. Otherwise as in the log: `released`, `fenced` or
   * `abandoned`.
   */
  readonly outcome: RunStatus | 'released' | 'fenced' | 'abandoned';
  /** Code of `last_error`, or the reason of `incomplete_details`; null for other outcomes. */
  readonly reason: string | null;
  readonly durationMs: number;
}
/** A request to a model. A model call that is repeated, because the provider refused it, has several. */
interface ModelCallStart {
  /** Name of the engine. */
  readonly engine: string;
  readonly model: string;
  /** How often the model call was repeated before this request. */
  readonly retries: number;
}
/** The outcome of a request to a model. */
interface ModelCallOutcome {
  /** `stopped`: the run was cancelled, or is left to another worker. */
  readonly outcome: 'finished' | 'failed' | 'stopped';
  /** Why: the reason of the finish event, the code of the error, or that of the stop. */
  readonly reason: string;
  /** Null when it is not known. */
  readonly usage: RunCompletionUsage | null;
  /** Until the engine's first event; null when there was none. */
  readonly timeToFirstEventMs: number | null;
}
/** An execution of a tool of the server. */
interface ToolExecutionStart {
  readonly toolName: string;
  /** Id of the call. A call that is executed again after a crash has several executions. */
  readonly toolCallId: string;
}
/** The outcome of an execution of a tool of the server. */
interface ToolExecutionOutcome {
  /**
   * `failed`: the tool threw, or its output cannot be sent · `timed_out`: its time limit is over · `stopped`: the run was cancelled, or is left
   * to another worker, and nobody waits for the tool.
   */
  readonly outcome: 'finished' | 'failed' | 'timed_out' | 'stopped';
  /** Why: the name of the exception, `output_too_long`, `timeout`, or that of the stop; `_OTHER` when there is no name. Null when it finished. */
  readonly reason: string | null;
}
/** An execution of a run. */
interface ObservedRun extends Observation<RunEnd> {
  /** The model is called: once, after each batch of tools of the server, and again when the provider refused it. */
  startModelCall(start: ModelCallStart): Observation<ModelCallOutcome>;
  /** A tool of the server is executed: its approval, if it needs one, was given. @defaultValue not observed */
  startToolExecution?(start: ToolExecutionStart): Observation<ToolExecutionOutcome>;
}
/**
 * Observes what a server does; the entry `opentelemetry` has an implementation. Receives ids, names of models and tools, times and reasons,
 * and never text of a conversation. Its methods are called in the middle of the work, so they must be fast and must not throw.
 */
interface Instrumentation {
  startRequest(start: RequestStart): Observation<RequestEnd>;
  startRun(start: RunStart): ObservedRun;
  /** An event stream is read. The returned function is called when it ends. */
  startStream(): () => void;
}
/** Tools that come from elsewhere and may change, such as those of an MCP server. Given to `createServer` among its `tools`. */
interface ToolSource {
  /**
   * The names of its tools begin with it and two underscores: `files__read`. They are reserved, whether or not the source has such a
   * tool at the moment.
   */
  readonly name: string;
  /**
   * The tools as of now. Called before each model call, so it returns what it knows rather than waiting for a server that is away.
   * Must not reject: `onProblem` is called with what the operator has to know, also later when a call fails, and the remaining tools are
   * returned.
   */
  listTools(onProblem: (message: string) => void): Promise<readonly AnyTool[]>;
  /** Called when the server has closed. */
  close(): Promise<void>;
}
/**
 * Limits against oversized and excessive requests. A request beyond a size is refused with 413 (`body_too_large`, `file_too_large`), one beyond
 * a count with 429 (`rate_limit_exceeded`) and `retry-after`; its message names the limit. Counts are whole numbers from 0 (`responseChars` and `modelCallsPerRun`: from 1), or `Infinity`; `createServer` throws for any other value and for an unknown name.
 *
 * A limit per principal applies to each user, and to admins too. A limit per tenant applies to all principals of a tenant together; those
 * without a tenant count as one tenant. Of what is stored, only what exists counts: deleting makes room.
 */
interface ServerLimits {
  /** Bytes of a JSON request body. @defaultValue 4 MiB */
  readonly bodyBytes?: number | undefined;
  /** Bytes of an uploaded file. @defaultValue 20 MiB */
  readonly fileBytes?: number | undefined;
  /**
   * Characters of one model call, arguments of tool calls included. A longer response is cut off: its run
   * ends `incomplete` with the reason `max_completion_tokens`, and keeps the text so far.
   * @defaultValue 2,000,000
   */
  readonly responseChars?: number | undefined;
  /** Model calls of one run. A run whose model calls tools in all of them fails. @defaultValue 100 */
  readonly modelCallsPerRun?: number | undefined;
  /** Characters of the output of a tool of `createServer`. The model reads an error instead of a longer one. @defaultValue 200,000 */
  readonly toolOutputChars?: number | undefined;
  /** Runs that are active at once, including those that wait for tool outputs. @defaultValue unlimited */
  readonly runsPerPrincipal?: number | undefined;
  /** Runs that are active at once. @defaultValue unlimited */
  readonly runsPerTenant?: number | undefined;
  /** Event streams that are open at once, counted in this process only. @defaultValue unlimited */
  readonly streamsPerPrincipal?: number | undefined;
  /** Event streams that are open at once, counted in this process only. @defaultValue unlimited */
  readonly streamsPerTenant?: number | undefined;
  /** Threads. @defaultValue unlimited */
  readonly threadsPerPrincipal?: number | undefined;
  /** Threads. @defaultValue unlimited */
  readonly threadsPerTenant?: number | undefined;
  /**
   * Messages and runs of one thread, together. Refuses further messages and runs; what a run writes is not refused.
   * @defaultValue unlimited
   */
  readonly itemsPerThread?: number | undefined;
  /** Stored files. @defaultValue unlimited */
  readonly filesPerPrincipal?: number | undefined;
  /** Stored files. @defaultValue unlimited */
  readonly filesPerTenant?: number | undefined;
  /** Bytes of all stored files together. Every upload adds them up, so also limit the number of files. @defaultValue unlimited */
  readonly storedFileBytesPerPrincipal?: number | undefined;
  /** Bytes of all stored files together. Every upload adds them up, so also limit the number of files. @defaultValue unlimited */
  readonly storedFileBytesPerTenant?: number | undefined;
  /** Vector stores, those of threads included. @defaultValue unlimited */
  readonly vectorStoresPerPrincipal?: number | undefined;
  /** Vector stores, those of threads included. @defaultValue unlimited */
  readonly vectorStoresPerTenant?: number | undefined;
  /**
   * Bytes of what is stored for searching, in all vector stores together. No files are added once it is used up: files that are being
   * processed at that time may go beyond it.
   * @defaultValue unlimited
   */
  readonly vectorStoreBytesPerPrincipal?: number | undefined;
  /** As `vectorStoreBytesPerPrincipal`. @defaultValue unlimited */
  readonly vectorStoreBytesPerTenant?: number | undefined;
}
/** Options of `createServer`. Required: `storage`, `engine` and `authorize`. */
interface ServerOptions {
  /** Where threads and runs are persisted: `memoryStorage()`, `sqliteStorage(file)`, `postgresStorage(…)` or your own. Closed by `close()`. */
  readonly storage: Storage;
  /**
   * Where the contents of files are stored: `folderFileStore(folder)` of `@threadkit/server/node`, or your own for an object storage.
   * All servers on one storage need the same. Contents that are in the database already are read from there.
   * @defaultValue the database of `storage`
   */
  readonly fileStore?: FileStore | undefined;
  /**
   * Reads PDF files and Word documents in vector stores: `documentReader()` of `@threadkit/server/documents`, or your own.
   * @defaultValue such files fail with `unsupported_file`
   */
  readonly documents?: DocumentReader | undefined;
  /**
   * One engine for every model, or a function that returns the engine of a model. A run of a model without an engine is
   * refused with 400 (`model_not_found`).
   */
  readonly engine: Engine | ((model: string) => Engine | undefined);
  /**
   * Makes vectors of the texts in vector stores, so that searches also find by meaning: `openaiEmbeddings(…)`, or your own function. Files are
   * found by keywords while it fails, and are embedded when it works again. All servers on one storage need the same.
   * @defaultValue searches by keywords only
   */
  readonly embeddings?: Embeddings | undefined;
  /**
   * Identifies and authorizes the caller of a request. `'allow-everyone'` makes every caller the same admin: for tests and
   * loopback only.
   */
  readonly authorize: Authorize | 'allow-everyone';
  /**
   * Assistants with fixed ids, shared by all owners. Created when the storage does not have them; later changes through the
   * API are kept. @defaultValue none
   */
  readonly assistants?: readonly (CreateAssistantRequest & {
    readonly id: string;
  })[] | undefined;
  /**
   * Tools that this server executes, made with `defineTool` of `@threadkit/core/tools`. They are offered to the model of every run, in addition
   * to the assistant's and the page's functions. Their names are reserved: a request that defines a function with one is refused
   * with 400. A {@link ToolSource} adds tools that may change, such as those of an MCP server. @defaultValue none
   */
  readonly tools?: readonly (AnyTool | ToolSource)[] | undefined;
  /**
   * Executes the code of `code_interpreter`: `processExecutor()` or `pyodideExecutor()` of `@threadkit/server/code`. Each thread has a session of its own,
   * in the process that executes its run, for an hour after its last call. @defaultValue none: the model is told that code is not executed
   */
  readonly codeExecutor?: CodeExecutor | undefined;
  /**
   * What to do with the reasoning that models show, as a summary or as thinking. `'omit'`: nothing · `'stream'`: send it in run steps of the
   * type `reasoning`. The stored step has its times and no text; the events have it until they are dropped (`eventRetentionMs`) ·
   * `'keep'`: also store the text in the step. Only clients that
   * declare it get such steps. @defaultValue 'stream'
   */
  readonly reasoning?: ReasoningMode | undefined;
  /**
   * Other origins whose pages may call. Pages of all others cannot read responses, and their writing requests are refused
   * with 403 (`origin_not_allowed`). @defaultValue none
   */
  readonly cors?: CorsOptions | undefined;
  /** Limits of requests and responses. @defaultValue the default of each limit */
  readonly limits?: ServerLimits | undefined;
  /**
   * How long events can be replayed after their run ended, in milliseconds. Later replays get 404 (`events_expired`).
   * @defaultValue an hour
   */
  readonly eventRetentionMs?: number | undefined;
  /**
   * How long the lease of a run lasts, in milliseconds. A worker renews it three times in that time; when it expires,
   * another worker on the same storage continues the run. @defaultValue 30 seconds
   */
  readonly leaseMs?: number | undefined;
  /**
   * How long `close()` waits for running model calls to end, in milliseconds. Meanwhile requests are served, and no run is
   * claimed. Model calls that are left are repeated by another worker. @defaultValue 0
   */
  readonly drainMs?: number | undefined;
  /**
   * How often a model call is repeated that the provider refused before it generated anything, for a reason that passes: a rate limit
   * (429), a fault (5xx), a refused connection. The wait is the provider's `retry-after`, otherwise about 1, 2, 4 … seconds. A
   * call is not repeated when the wait would be longer than a minute, or than the run may last. 0: never. @defaultValue 2
   */
  readonly maxRetries?: number | undefined;
  /** Starts all timers of the server and its worker. Engines have their own. @defaultValue setTimeout */
  readonly setTimer?: SetTimer | undefined;
  /** A number from 0 inclusive to 1 exclusive, for the jitter of retries. @defaultValue Math.random */
  readonly random?: (() => number) | undefined;
  /**
   * Called with conditions that the operator has to know about or fix (`warn`, `error`): a refused origin, an unknown
   * assistant, an unavailable model or storage. The same message is passed once, that of an unavailable storage once a minute.
   * Also called with occurrences in the life of runs (`info`), which the default leaves out. `jsonLog()` writes lines of JSON.
   * @defaultValue console.warn and console.error
   */
  readonly log?: Log | undefined;
  /**
   * Observes requests, runs, model calls and streams, for traces and metrics. See `openTelemetry` of the entry
   * `opentelemetry`. @defaultValue none
   */
  readonly instrumentation?: Instrumentation | undefined;
  /**
   * Called with unexpected errors, as they were thrown, and where they occurred: of a request (its caller only sees a 500 without the
   * reason), a run, a tool of the server, or `log`. They may contain anything, such as text of a conversation.
   *
   * @defaultValue console.error
   */
  readonly onError?: ((error: unknown, where: string) => void) | undefined;
}
/** A server as a Fetch handler, independent of any HTTP listener. */
interface Server {
  /**
   * Responds to a request. Never rejects: every failure is a response in the wire's error shape. Besides the API it serves
   * `GET /healthz` (200 until `close()` has finished) and `GET /readyz` (200 when the storage answers and runs are executed,
   * otherwise 503 with a `reason`), without authorization.
   */
  fetch(request: Request): Promise<Response>;
  /**
   * Opens the storage and continues unfinished runs now, rather than at the first request. Rejects when the storage cannot
   * be opened, or after `close()`.
   */
  open(): Promise<void>;
  /**
   * Waits for running model calls (`drainMs`), ends streams, releases the other runs and closes the storage. Another server on
   * the same storage continues these runs, or the next start. `/readyz` responds with 503 from the beginning, all requests when
   * the streams end. Further calls return the same promise.
   */
  close(): Promise<void>;
}
/**
 * Creates a server of the Assistants API v2 as a Fetch handler, on any storage and any engine. Does nothing until the first
 * request or `open()`; then its worker executes runs, independently of open connections.
 *
 * @throws `TypeError` or `RangeError` for an option with a wrong value.
 */
declare function createServer(options: ServerOptions): Server;
/** Options of {@link jsonLog}. */
interface JsonLogOptions {
  /** Called with each line, without its line break. @defaultValue console.log */
  readonly write?: ((line: string) => void) | undefined;
  /** The lowest level that is written. @defaultValue 'info' */
  readonly level?: LogEntry['level'] | undefined;
  /** Returns Unix milliseconds. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
}
/**
 * A log for `createServer` that writes each entry as one line of JSON: `time` (ISO 8601), `level`, `event`, `message` and the
 * fields of the event, in this order. It does not get unexpected exceptions, such as those of tools: set `onError` of
 * `createServer` too, which otherwise writes them to the console as text.
 */
declare function jsonLog({ write, level: lowest, now }?: JsonLogOptions): Log;
/** Whether a message or step is still being written by its run, so that later delta events continue it. */
declare function isOpenObject({ run_id: runId, status }: {
  run_id?: string | null;
  status?: string;
}): boolean;
/**
 * A message or step with the deltas among these events, which come after its stored state and in order. Events of other objects
 * have no effect. For storages: rows in progress are read with the delta events that were stored after them.
 */
declare function applyDeltas<R extends MessageObject | RunStepObject>(object: R, events: readonly StoredEvent[]): R;
/** The number of files in `after`, if it exceeds the limit and is larger than before; otherwise undefined. */
declare function fileCountOverLimit(before: ThreadObject, after: ThreadObject): number | undefined;
/**
 * The thread with its messages' attachments added to its resources: file ids for `code_interpreter`, and a vector store,
 * `vectorStoreId` unless it has one, for `file_search`. Files are never removed.
 */
declare function attachFiles(thread: ThreadObject, messages: readonly MessageObject[], vectorStoreId: string | undefined): ThreadObject;
/** What a storage writes of an {@link AttachedVectorStore}. */
interface AttachedWrites {
  /** The vector store that gets the files. */
  readonly storeId: string;
  /** Whether it is inserted first. */
  readonly isNew: boolean;
  /** Undefined when there are none. Added as far as the vector store takes them: a refusal is not an error. */
  readonly files: NewVectorStoreFiles | undefined;
  /** What counts for quotas. */
  readonly additions: Readonly<Partial<Record<OwnedKind, number>>>;
}
/** What is written for a thread or assistant that has these resources, after attachments were added. Undefined for nothing. */
declare function attachedWrites(attached: AttachedVectorStore | undefined, resources: ToolResources | null | undefined): AttachedWrites | undefined;
/** Options of {@link memoryStorage}. */
interface MemoryStorageOptions {
  /** Returns Unix milliseconds. The clock of the server, for its leases and all times of objects. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
}
/**
 * In-memory storage for tests, stories and trials. Runs on any runtime. Data is lost with the page or process. Objects are
 * stored by reference: callers must not change them afterwards.
 */
declare function memoryStorage({ now }?: MemoryStorageOptions): Storage;
/** Options of `StorageUnavailableError`. */
interface StorageUnavailableOptions extends ErrorOptions {
  /** Milliseconds after which a retry may succeed. Absent when the operator has to fix the cause. */
  readonly retryAfterMs?: number | undefined;
}
/**
 * Thrown by a storage that cannot be read or written at the moment. The message tells the operator what is wrong and
 * what to do, without any stored text. Callers get a 503 with less detail.
 */
declare class StorageUnavailableError extends Error {
  readonly name = "StorageUnavailableError";
  /** Milliseconds after which a retry may succeed, or `undefined` when the operator has to fix the cause. */
  readonly retryAfterMs: number | undefined;
  constructor(message: string, { retryAfterMs, ...options }?: StorageUnavailableOptions);
}
/** Unix seconds; null for a vector store that does not expire. */
declare function vectorStoreExpiry({ expires_after: after, last_active_at: activeAt }: Pick<NewVectorStore, 'expires_after' | 'last_active_at'>): number | null;
/** A file of a vector store as storages keep it. */
interface StoreFileState {
  readonly vectorStoreId: string;
  readonly file: Omit<NewVectorStoreFile, 'filename'>;
  /** Unix seconds. */
  readonly createdAt: number;
  readonly status: VectorStoreFileStatus;
  readonly lastError: VectorStoreFileObject['last_error'];
  readonly usageBytes: number;
}
/** The file of a vector store, as the API returns it. */
declare function toStoreFileObject(state: StoreFileState): VectorStoreFileObject;
/** Adds up the numbers of files by status. */
declare function toFileCounts(numbers: Iterable<readonly [VectorStoreFileStatus, number]>): FileCounts;
/** A batch of files as storages keep it. */
interface BatchState {
  readonly id: string;
  readonly vectorStoreId: string;
  /** Unix seconds. */
  readonly createdAt: number;
  readonly isCancelled: boolean;
}
/** `counts` are those of its files. */
declare function toBatchObject(batch: BatchState, counts: FileCounts): VectorStoreFileBatchObject;
export { type AddMessageResult, type AddStoreFilesResult, type AttachedVectorStore, type AttachedWrites, type Authorize, type BatchState, type ByteRange, type CommitResult, type ContentSegment, type ContextWindow, type CorsOptions, type EmbeddingLease, type EmbeddingPurpose, type Embeddings, type Engine, EngineError, type EngineErrorOptions, type EngineEvent, type EngineInput, type EngineMessage, type EnginePrivate, type EngineSettings, type EngineToolCall, type ExceededQuota, FILES_TO_PROCESS, type FailureKind, type FileStore, type FileUpload, type HostedCallPiece, IdempotencyConflictError, type IdempotencyRecord, type IngestLease, type IngestOutcome, type Instrumentation, type JsonLogOptions, type Lease, type Log, type LogEntry, type LoggedExecution, type LoggedOccurrence, MAX_STORE_FILES, type MemoryStorageOptions, type ModelCallOutcome, type ModelCallStart, type NewVectorStore, type NewVectorStoreFile, type NewVectorStoreFiles, type Observation, type ObservedRun, type OpenAIEmbeddingsOptions, type OwnedKind, type Owners, type Principal, type Quota, type QuotaCheck, QuotaExceededError, type Quotas, type Repository, type RequestEnd, type RequestStart, type RetryInfo, type RunCommit, type RunEnd, type RunRecord, type RunStart, SHARED_OWNER, type Scope, type ScriptedOptions, type SearchableFile, type Server, type ServerLimits, type ServerOptions, type SetTimer, SimulatedCrashError, type StartRunInput, type StepPrivate, type Storage, StorageUnavailableError, type StorageUnavailableOptions, type StoreFileListParams, type StoreFileState, type StoredChunk, type StoredEvent, type ToolExecutionOutcome, type ToolExecutionStart, type ToolSource, type VectorStoreRecord, type VectorStoreStorage, applyDeltas, attachFiles, attachedWrites, createServer, fileCountOverLimit, isOpenObject, jsonLog, memoryStorage, openaiEmbeddings, quotaChecks, refuseThreadItems, scripted, toBatchObject, toFileCounts, toStoreFileObject, vectorStoreExpiry };