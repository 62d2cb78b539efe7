// @threadkit/server/node: what it exports. Written by `pnpm api --update`.

import { AssistantObject, FileObject, ListPage, ListParams, MessageObject, RunCompletionUsage, RunObject, RunStatus, RunStepObject, StreamEvent, ThreadObject } from "@threadkit/core/api";
/** The answer to a request that came with an `Idempotency-Key`: stored in one act with what it made. */
interface IdempotencyRecord {
  readonly key: string;
  /** Of operation, ids and body: another one under the same key is another request. */
  readonly fingerprint: string;
  readonly object: AssistantObject | ThreadObject | MessageObject | RunObject;
  /** Number of the event behind which a stream of the answer begins. */
  readonly after: number;
  /** Unix seconds. */
  readonly at: number;
}
/**
 * Whose rows an act may touch. It is part of every query: a row of another owner, or below another thread or
 * run, is as good as absent.
 */
interface Scope {
  /** Made from tenant and principal by the server; never from anything a user can write. */
  readonly owner: string;
  readonly threadId?: string;
  readonly runId?: string;
}
/** One kind of object. Every method is one atomic act. */
interface Repository<R extends {
  id: string;
}> {
  get(scope: Scope, id: string): Promise<R | undefined>;
  /** By `created_at`, ties in the order of insertion. Undefined when a cursor names no row of the scope. */
  list(scope: Scope, query: ListParams): Promise<ListPage<R> | undefined>;
  /** Replaces the given fields whole. Undefined when there is no such row. */
  update(scope: Scope, id: string, patch: Partial<R>): Promise<R | undefined>;
  /** What lies below goes with it. False when there was no such row. */
  delete(scope: Scope, id: string): Promise<boolean>;
}
/** JSON of an engine, which nothing but that engine understands. */
type PrivateJson = Readonly<Record<string, unknown>>;
/**
 * What the provider behind an engine wants to see again with the calls of a step, such as its reasoning and the
 * signatures of its calls. It is kept beside the step and is no part of it: no route, event or log shows it.
 */
interface StepPrivate {
  readonly stepId: string;
  /** The engine and the model of the run that it belongs to. */
  readonly engine: string;
  readonly model: string;
  /** Of the turn as a whole: kept until the run ends. */
  readonly turn?: PrivateJson | undefined;
  /** By the id of a call: kept as long as the step. */
  readonly calls?: Readonly<Record<string, PrivateJson>> | undefined;
}
/** What one act writes: all of it or nothing. Messages and steps are inserted or replaced by id. */
interface Commit {
  /** Unix seconds. */
  readonly at: number;
  /** Numbered on from the run's last event. */
  readonly events: readonly StreamEvent[];
  readonly run?: RunObject;
  readonly messages?: readonly MessageObject[];
  readonly steps?: readonly RunStepObject[];
  /** Tokens of a tool round that waits for outputs; null forgets them. */
  readonly pendingUsage?: RunCompletionUsage | null;
  readonly keyed?: IdempotencyRecord;
  /** Beside steps that are stored, or written by the same act. Each replaces what was kept beside its step. */
  readonly privates?: readonly StepPrivate[];
}
/** A run with what the wire does not show. */
interface RunRecord {
  readonly run: RunObject;
  readonly owner: string;
  /** Number of its last event; 0 before the first. */
  readonly seq: number;
  /** The events up to here were dropped after the retention time; 0 as long as all are there. */
  readonly droppedSeq: number;
  readonly pendingUsage: RunCompletionUsage | null;
}
/** The right to write a run, until another worker takes it. */
interface Lease extends RunRecord {
  readonly workerId: string;
  /** Grows with each claim: the fencing token. */
  readonly attempt: number;
  /** How often the run was found half done, with nobody working on it. */
  readonly recoveries: number;
}
/** `fenced`: the lease is lost. `moved`: the run is not in an expected state. Either way nothing was written. */
type CommitOutcome = 'committed' | 'fenced' | 'moved';
type AddOutcome = {
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
/** The thread would have this many files, which is more than it may (`MAX_CODE_FILES`). */
{
  readonly ok: false;
  readonly reason: 'files';
  readonly count: number;
};
/** `limit`: the owner has as many active runs as it may. */
type StartOutcome = AddOutcome | {
  readonly ok: false;
  readonly reason: 'limit';
};
interface StartRun {
  /** A thread to create with the run. Absent: the scope's thread exists. */
  readonly thread?: ThreadObject;
  readonly run: RunObject;
  readonly messages: readonly MessageObject[];
  readonly events: readonly StreamEvent[];
  readonly keyed?: IdempotencyRecord;
  /** As in `addMessage`. */
  readonly vectorStoreId?: string;
  /** Refuses the run when its owner has this many active ones. */
  readonly maxActive?: number;
}
type StoredEvent = StreamEvent & {
  readonly seq: number;
};
/**
 * Where threads and runs live. Every method is one atomic statement or transaction of its own; there is none
 * that a caller could hold open. One active run a thread is the storage's own promise, not its callers', and so
 * is one answer a key: an act whose `keyed` answer comes too late rejects with `IdempotencyConflict`.
 */
interface Storage {
  /** Idempotent. Rejects when the place cannot be used, with a reason a person can act on. */
  open(): Promise<void>;
  /** Reads see shared rows too; writes only the scope's own. */
  readonly assistants: Repository<AssistantObject>;
  readonly threads: Repository<ThreadObject>;
  /** A scope with a run lists that run's messages. */
  readonly messages: Repository<MessageObject>;
  readonly steps: Pick<Repository<RunStepObject>, 'get' | 'list'>;
  readonly runs: Pick<Repository<RunObject>, 'get' | 'list'>;
  /** A file's content goes with it. */
  readonly files: Pick<Repository<FileObject>, 'get' | 'delete'>;
  createFile(scope: Scope, file: FileObject, content: Uint8Array<ArrayBuffer>): Promise<void>;
  /** What is in a file. Nobody may change the bytes. */
  fileContent(scope: Scope, id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  createAssistant(scope: Scope, assistant: AssistantObject, keyed?: IdempotencyRecord): Promise<void>;
  createThread(scope: Scope, thread: ThreadObject, messages: readonly MessageObject[], keyed?: IdempotencyRecord): Promise<void>;
  /**
   * The files that it attaches become resources of the thread (`attachFiles`), in a vector store with the given
   * id where they are to be searched and the thread has none.
   */
  addMessage(scope: Scope, message: MessageObject, also?: {
    readonly keyed?: IdempotencyRecord;
    readonly vectorStoreId?: string;
  }): Promise<AddOutcome>;
  startRun(scope: Scope, start: StartRun): Promise<StartOutcome>;
  /** What is kept beside these steps of the scope. A run that ends forgets what was kept of its turns. */
  stepPrivates(scope: Scope, stepIds: readonly string[]): Promise<readonly StepPrivate[]>;
  runRecord(scope: Scope, runId: string): Promise<RunRecord | undefined>;
  /** Without a lease, if the run is still as expected. A run that ends loses its lease: its worker is fenced. */
  transitionRun(scope: Scope, runId: string, expected: {
    readonly status: RunStatus;
    readonly seq?: number;
  }, commit: Commit): Promise<CommitOutcome>;
  /** The oldest run that has work and no living lease. `now` and `leaseMs` in milliseconds. */
  claim(workerId: string, now: number, leaseMs: number): Promise<Lease | undefined>;
  /** Takes over runs past their `expires_at`, whoever holds them, so that they can be ended. */
  claimOverdue(workerId: string, now: number, leaseMs: number, limit: number): Promise<readonly Lease[]>;
  /** Prolongs a lease and tells the run's status. Undefined: fenced off. */
  heartbeat(lease: Lease, now: number, leaseMs: number): Promise<RunStatus | undefined>;
  /** Gives the lease back, with the run as it is. */
  release(lease: Lease): Promise<void>;
  /** A run that moves to `requires_action` or ends gives its lease back. */
  commit(lease: Lease, from: readonly RunStatus[], commit: Commit): Promise<CommitOutcome>;
  /** Ascending, at most `limit`, numbers above `after`. */
  events(scope: Scope, runId: string, after: number, limit: number): Promise<readonly StoredEvent[]>;
  /** What was answered to the owner's request under this key. */
  idempotencyRecord(scope: Scope, key: string): Promise<IdempotencyRecord | undefined>;
  /** Forgets the keys of before (Unix seconds). */
  dropKeyedAnswers(before: number): Promise<void>;
  /** Drops the events of runs that ended before `endedBefore` (Unix seconds). */
  dropEvents(endedBefore: number): Promise<void>;
  /** Called after each act that wrote events. A hint: another process may write without it. */
  onCommit(listener: (runId: string) => void): () => void;
  close(): Promise<void>;
}
interface Server {
  /** Answers a request. Never rejects: every failure is an answer in the wire's error shape. */
  fetch(request: Request): Promise<Response>;
  /** Opens the storage and starts working on what is left over, now rather than at the first request. */
  open(): Promise<void>;
  /** Ends streams, lets go of runs (they continue at the next start) and closes the storage. */
  close(): Promise<void>;
}
interface ServeOptions {
  readonly server: Server;
  /** 0 takes a free one. @defaultValue 4010 */
  readonly port?: number | undefined;
  /** On a loopback address only requests for this very machine are answered. @defaultValue '127.0.0.1' */
  readonly host?: string | undefined;
}
interface Served {
  /** Without a trailing slash. */
  readonly url: string;
  /** Frees the port, ends open streams and closes the server. */
  close(): Promise<void>;
}
/** Puts a server on a port. Rejects, in words to act on, when the port or its storage cannot be had. */
declare function serve({ server, port, host }: ServeOptions): Promise<Served>;
/**
 * Storage in one SQLite file, by Node's own `node:sqlite` (Node 22.13 and later), or in memory with
 * `':memory:'`. The file belongs to one process at a time; a second one is refused when it opens. A killed
 * process loses nothing that was committed, and its runs are taken up by the next one at once.
 */
declare function sqliteStorage(file: string): Storage;
export { type ServeOptions, type Served, serve, sqliteStorage };