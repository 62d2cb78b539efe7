// @threadkit/server/postgres: what it exports. Written by `pnpm api --update`.

import { Pool, PoolConfig } from "pg";
import { AssistantObject, FileAttributes, FileCounts, FileListParams, FileObject, ListPage, ListParams, MessageObject, RunCompletionUsage, RunObject, RunStatus, RunStepObject, StaticChunkingStrategy, StreamEvent, ThreadObject, VectorStoreFileBatchObject, VectorStoreFileObject, VectorStoreFileStatus, VectorStoreObject } from "@threadkit/core/api";
import { ToolPrincipal } from "@threadkit/core/tools";
interface CommonOptions {
  /** Schema of the tables. Created when it does not exist. @defaultValue 'threadkit' */
  readonly schema?: string | undefined;
  /**
   * Create and migrate the tables when the storage is opened. With `false`, `open()` rejects when they are not those of this
   * version: for roles that may not create tables. Run `threadkit migrate` with another role then. @defaultValue true
   */
  readonly migrate?: boolean | undefined;
  /**
   * Set it when the connections go through a pooler in transaction mode, such as PgBouncer. Nothing then depends on a session:
   * no prepared statements, and no `LISTEN`, so that streams of runs on other servers are polled every 250 ms.
   * @defaultValue false
   */
  readonly transactionPooling?: boolean | undefined;
  /**
   * How long a read or write is tried again when the database restarts, fails over or drops the connection, in milliseconds.
   * Then it rejects with `StorageUnavailableError`. @defaultValue 10 seconds
   */
  readonly retryForMs?: number | undefined;
}
/** Options of {@link postgresStorage} with connections of its own. */
interface PostgresConnectionOptions extends CommonOptions {
  /** For example `postgres://user:password@host:5432/database?sslmode=verify-full`. Take it from the environment. */
  readonly connectionString: string;
  /** TLS options, as those of `pg`. @defaultValue what the connection string says */
  readonly ssl?: PoolConfig['ssl'];
  /** Connections of this server, besides one that listens. @defaultValue 10 */
  readonly maxConnections?: number | undefined;
  /** Milliseconds after which connecting, or waiting for a free connection, fails. @defaultValue 5 seconds */
  readonly connectTimeoutMs?: number | undefined;
  /**
   * Milliseconds after which the database cancels a statement. Not sent with `transactionPooling`: set it for the role.
   * A connection that has not answered 5 seconds later is given up.
   * @defaultValue 30 seconds
   */
  readonly statementTimeoutMs?: number | undefined;
}
/** Options of {@link postgresStorage} with a pool of the app, whose settings apply. It is not closed with the storage. */
interface PostgresPoolOptions extends CommonOptions {
  readonly pool: Pool;
}
/** Options of {@link postgresStorage}. */
type PostgresStorageOptions = PostgresConnectionOptions | PostgresPoolOptions;
/**
 * Creates the tables or brings them to this version, as `threadkit migrate` does: for a role that may create tables, apart from the
 * role that serves with `migrate: false`. Does nothing when they are.
 *
 * Rejects when the database cannot be reached, or was migrated by a newer version.
 */
declare function migratePostgres(options: PostgresStorageOptions): Promise<void>;
/**
 * Opaque data that the engine's provider requires back. Stored beside the step of the calls, where no route, event or log
 * shows it, and passed back with the history to the same engine and model.
 */
type EnginePrivate = Readonly<Record<string, unknown>>;
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
 * Storage in PostgreSQL 13 or later, for any number of servers. Each server may execute and stream every run: a run whose server ends
 * is continued by another one.
 */
declare function postgresStorage(options: PostgresStorageOptions): Storage;
export { type PostgresConnectionOptions, type PostgresPoolOptions, type PostgresStorageOptions, migratePostgres, postgresStorage };