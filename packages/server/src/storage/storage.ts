import type {
  AssistantObject,
  FileListParams,
  FileObject,
  ListPage,
  ListParams,
  MessageObject,
  RunCompletionUsage,
  RunObject,
  RunStatus,
  RunStepObject,
  StreamEvent,
  ThreadObject,
} from '@threadkit/core/api';
import type { ToolPrincipal } from '@threadkit/core/tools';
import type { EnginePrivate } from '../shared/engine-private.ts';
import type { IdempotencyRecord } from './idempotency-record.ts';
import type { Quotas } from './quota.ts';
import type { AttachedVectorStore, VectorStoreStorage } from './vector-store-storage.ts';

/**
 * The rows that an operation may access; part of every query. A row of another owner, thread or run is treated as
 * absent.
 */
export interface Scope {
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
export const SHARED_OWNER = '';

/** Objects of one kind. Every method is atomic. */
export interface Repository<R extends { id: string }> {
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
export type ToolExecution =
  | { readonly state: 'pending' | 'asking' }
  | {
      readonly state: 'approved' | 'started';
      /** JSON text that replaces the model's arguments; absent for the model's. */
      readonly arguments?: string;
    }
  | { readonly state: 'declined'; readonly reason?: string };

/**
 * Data that an engine's provider needs back with the calls of a step, such as reasoning and signatures, and the state of the
 * server's own calls in it. Stored beside the step: no route, event or log shows it.
 */
export interface StepPrivate {
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
export interface RunCommit {
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
export interface RunRecord {
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
export interface Lease extends RunRecord {
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
export type CommitResult = 'committed' | 'fenced' | 'conflict';

/** With `ok: false` nothing was written. `missing`: the thread does not exist. */
export type AddMessageResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'missing' }
  /** The thread is locked by this run. */
  | { readonly ok: false; readonly reason: 'active'; readonly runId: string }
  /** The resulting number of files, which exceeds the limit (`MAX_CODE_FILES`). */
  | { readonly ok: false; readonly reason: 'files'; readonly count: number };

/** A run with everything that is written with it in one transaction. */
export interface StartRunInput {
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
export interface StoredEvent {
  /** Number within the run, from 1. */
  readonly seq: number;
  readonly event: StreamEvent['event'];
  /** Its data as JSON text, written once for the storage and all readers. */
  readonly json: string;
}

/** Bytes from `start` to before `end`, both within the content. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A file to store. */
export interface FileUpload {
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
export interface Storage {
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
  getFileContent(
    scope: Scope,
    id: string,
    range?: ByteRange,
  ): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined>;
  /** Deletes the files of all owners whose `expires_at` is at `now` (Unix seconds) or before, and returns their ids. */
  dropExpiredFiles(now: number): Promise<readonly string[]>;
  /** The owner of a file; undefined when nobody has one with this id. */
  ownerOfFile(id: string): Promise<string | undefined>;
  /**
   * Stores an assistant of the scope's owner: `SHARED_OWNER` for one of all owners. Replaces one with the same id. A storage
   * without vector stores ignores `vectorStore`.
   */
  createAssistant(
    scope: Scope,
    assistant: AssistantObject,
    also?: {
      readonly idempotencyRecord?: IdempotencyRecord;
      readonly vectorStore?: AttachedVectorStore | undefined;
      readonly quotas?: Quotas | undefined;
    },
  ): Promise<void>;
  /**
   * Stores a new thread with its first messages, in the given order. The caller has added their files to the thread. For `vectorStore`, see
   * `addMessage`.
   */
  createThread(
    scope: Scope,
    thread: ThreadObject,
    messages: readonly MessageObject[],
    also?: {
      readonly idempotencyRecord?: IdempotencyRecord;
      readonly vectorStore?: AttachedVectorStore | undefined;
      readonly quotas?: Quotas | undefined;
    },
  ): Promise<void>;
  /**
   * Attached files become resources of the thread (`attachFiles`). When they are to be searched and the thread has no vector store, it
   * gets the id of `vectorStore`. Of this, what `attachedWrites` says is stored in the same transaction; a storage without vector stores uses the id only.
   */
  addMessage(
    scope: Scope,
    message: MessageObject,
    also?: {
      readonly idempotencyRecord?: IdempotencyRecord;
      readonly vectorStore?: AttachedVectorStore | undefined;
      readonly quotas?: Quotas | undefined;
    },
  ): Promise<AddMessageResult>;
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
  commitTransition(
    scope: Scope,
    runId: string,
    expected: { readonly status: RunStatus; readonly seq?: number },
    commit: RunCommit,
  ): Promise<CommitResult>;

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
  release(lease: Lease, options?: { readonly crashed?: boolean }): Promise<void>;
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
