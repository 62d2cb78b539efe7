// @threadkit/server: what it exports. Written by `pnpm api --update`.

import { Annotation, AssistantObject, CreateAssistantRequest, FileObject, FileSearchToolCall, FunctionTool, ListPage, ListParams, MessageContentPart, MessageObject, ReasoningEffort, ResponseFormat, RunCompletionUsage, RunError, RunObject, RunStatus, RunStepObject, StepToolCallDelta, StreamEvent, ThreadObject, ToolChoice } from "@threadkit/core/api";
/**
 * What the provider behind an engine wants to see again, in a form that only the engine knows. It is kept beside the
 * step of the calls, where no route, event or log shows it, and comes back with the history to the same engine and model.
 */
type EnginePrivate = Readonly<Record<string, unknown>>;
interface EngineToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text as a model wrote it. */
  readonly arguments: string;
  /** As this engine said it of the call, in this run or an earlier one of the thread. */
  readonly private?: EnginePrivate;
}
/** The conversation as a model sees it, oldest first. */
type EngineMessage = {
  readonly role: 'user';
  readonly content: readonly MessageContentPart[];
} | {
  readonly role: 'assistant';
  readonly content: readonly MessageContentPart[];
  readonly toolCalls?: readonly EngineToolCall[];
  /** As this engine said it of the turn; in the same run only. */
  readonly private?: EnginePrivate;
} |
/** Untrusted: whoever ran the tool wrote it. Never part of the instructions. */
{
  readonly role: 'tool';
  readonly toolCallId: string;
  readonly output: string;
};
/** Absent or null: the model's own default. */
interface EngineSettings {
  readonly temperature?: number | null;
  readonly topP?: number | null;
  /** What is left of the run's budget. */
  readonly maxCompletionTokens?: number | null;
  readonly responseFormat?: ResponseFormat | null;
  /** With `'none'` the tools are there for the history's sake, and no call of them is carried out. */
  readonly toolChoice?: ToolChoice | null;
  readonly parallelToolCalls?: boolean;
  readonly reasoningEffort?: ReasoningEffort | null;
}
interface EngineInput {
  readonly model: string;
  readonly instructions: string | null;
  readonly messages: readonly EngineMessage[];
  readonly tools: readonly FunctionTool[];
  readonly settings: EngineSettings;
  /**
   * An `image_file` part as a `data:` address, for models that see. Undefined when there is no such image, or when
   * it is too large to hand on.
   */
  readonly imageOf?: (fileId: string) => Promise<string | undefined>;
  /** How often this turn was begun anew after its worker died. Absent: never. */
  readonly recoveries?: number;
}
type CodeInterpreterDelta = Extract<StepToolCallDelta, {
  type: 'code_interpreter';
}>;
/**
 * A piece of a call of a tool that the engine runs itself. Input and logs are continued, outputs addressed by
 * their `index`; what a search found comes whole.
 */
type HostedCallPiece = {
  readonly type: 'code_interpreter';
  readonly code_interpreter: NonNullable<CodeInterpreterDelta['code_interpreter']>;
} | {
  readonly type: 'file_search';
  readonly file_search: FileSearchToolCall['file_search'];
};
/**
 * `part` numbers the content parts of the answer, `index` the calls of the turn; both from 0. What is said
 * behind a hosted call is a new message, whose parts count from 0 again.
 */
type EngineEvent = {
  readonly type: 'text' | 'refusal';
  readonly part: number;
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
/** Hosted calls are counted apart from the caller's. Those that follow each other share a step. */
{
  readonly type: 'hosted-call';
  readonly index: number;
  readonly call: HostedCallPiece;
} |
/** The name comes with the first event of an index, the arguments in pieces. */
{
  readonly type: 'tool-call';
  readonly index: number;
  readonly name?: string;
  readonly arguments: string;
} |
/**
 * To have back with the history: of the call with that number, as long as the thread; without one, of the turn, until
 * the run ends. The last one of each counts. Kept only where the turn ends with function calls.
 */
{
  readonly type: 'private';
  readonly call?: number;
  readonly value: EnginePrivate;
} | {
  readonly type: 'finish';
  readonly reason: 'stop' | 'tool-calls' | 'length' | 'content-filter';
  readonly usage: RunCompletionUsage;
};
/**
 * Something that answers. A turn is one answer of a model: text and hosted calls in any order, then perhaps
 * function calls, then one `finish`. `private` may come anywhere before it.
 * The worker owns everything else: the loop over turns, ids, steps, storage and wire events.
 */
interface Engine {
  readonly name: string;
  /** Stops soon after the signal aborts. Throws {@link EngineError} for what a person may read. */
  generate(input: EngineInput, signal: AbortSignal): AsyncIterable<EngineEvent>;
}
/**
 * Who has to do something about a failed turn. `setup`: the operator, as the key, the model or the address is wrong ·
 * `provider`: nobody here, as the model's provider is down, unreachable or broke off.
 */
type FailureKind = 'setup' | 'provider';
interface EngineErrorOptions extends ErrorOptions {
  /** Kept in the failed run's metadata as `tk_failure`, where a page reads it. */
  readonly failure?: FailureKind | undefined;
  /** Written to the server's log: the cause, and what to do. Without keys, and without text of the conversation. */
  readonly forOperator?: string | undefined;
}
/** A turn that failed in a way that the run's `last_error` has words for: the message is shown to users. */
declare class EngineError extends Error {
  readonly name = "EngineError";
  readonly code: RunError['code'];
  readonly failure: FailureKind | undefined;
  readonly forOperator: string | undefined;
  constructor(code: RunError['code'], message: string, { failure, forOperator, ...options }?: EngineErrorOptions);
}
/**
 * Thrown by an engine to play a death: the worker drops the run as a killed process would, nothing is tidied
 * up, and the next worker finds it half told. For tests and demonstrations of what follows.
 */
declare class WorkerCrash extends Error {
  readonly name = "WorkerCrash";
  constructor();
}
/** Runs once after `ms`; the returned function calls it off. `background` timers keep no process alive. */
type SetTimer = (run: () => void, ms: number, options?: {
  background?: boolean;
}) => () => void;
interface ScriptedOptions {
  /** Between two pieces of an answer, in milliseconds; 0 for none. @defaultValue 22 */
  readonly paceMs?: number | undefined;
  /**
   * Your own script for some turns: its events are played at the pace. Undefined leaves the turn to the
   * engine. What it throws fails the run, in the words of an `EngineError`.
   */
  readonly script?: ((input: EngineInput) => Iterable<EngineEvent> | undefined) | undefined;
  /** @defaultValue setTimeout */
  readonly setTimer?: SetTimer | undefined;
}
/**
 * An engine without a model: deterministic, offline, and free. It answers in markdown about Threadkit, calls
 * the function tools whose name the last message hints at, and then answers from their outputs. A message that
 * begins with a command (`/fail`, `/code` … see the README) plays that situation.
 */
declare function scripted(options?: ScriptedOptions): Engine;
/**
 * Who is asking. Tenant and id together own every row made; `role: 'user'` is an end user's token, which may not
 * change assistants, nor instructions and model of a run.
 */
interface Principal {
  readonly id: string;
  readonly tenant?: string | undefined;
  readonly role: 'admin' | 'user';
}
/**
 * Tells who is asking, from the headers; null answers 401. It must leave the body unread. Anything that is neither null nor
 * a principal with an id and a role is a fault of the function: the request is answered with 500, and nobody is let in.
 */
type Authorize = (request: Request) => Principal | null | Promise<Principal | null>;
interface CorsOptions {
  /** Exact origins, such as `https://app.example`. There is no wildcard. */
  readonly origins: readonly string[];
}
/** Something that the operator of a server has to know, and mostly has to mend. */
type LogEntry = {
  readonly level: 'warn' | 'error';
  /**
   * What happened and what to do, on one line. Holds ids, names of models and the provider's own sentence; never the
   * text of a conversation, a key, or an address with credentials.
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
} | {
  readonly event: 'storage_unavailable';
});
type Log = (entry: LogEntry) => void;
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
/** Thrown by an act whose key was taken by another request in the meantime. Nothing was written. */
declare class IdempotencyConflict extends Error {
  readonly name = "IdempotencyConflict";
  constructor();
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
/** Owner of what the server's configuration brings (seeded assistants). Everyone may read it. */
declare const SHARED_OWNER = "";
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
/** Requests beyond these answer 413 (`body_too_large`), or 429 with `retry-after`. */
interface ServerLimits {
  /** Of a request. @defaultValue 4 MiB */
  readonly bodyBytes?: number | undefined;
  /** Of a file. @defaultValue 20 MiB */
  readonly fileBytes?: number | undefined;
  /**
   * Characters that a model may write in one turn, arguments of its calls included. A longer answer is cut off there, and
   * its run fails. @defaultValue 2,000,000
   */
  readonly answerChars?: number | undefined;
  /** Active runs at once, those that wait for tool outputs included. @defaultValue any number */
  readonly runsPerPrincipal?: number | undefined;
  /** Event streams at once, in this process. @defaultValue any number */
  readonly streamsPerPrincipal?: number | undefined;
}
interface ServerOptions {
  readonly storage: Storage;
  /** One engine for every model, or the one of a model; undefined refuses the model with a 400. */
  readonly engine: Engine | ((model: string) => Engine | undefined);
  /** Who is asking. `'allow-everyone'` makes every caller the same admin: for tests and loopback only. */
  readonly authorize: Authorize | 'allow-everyone';
  /**
   * Assistants with fixed ids, shared by everyone. Made when the storage does not have them; changes made
   * through the API are kept.
   */
  readonly assistants?: readonly (CreateAssistantRequest & {
    readonly id: string;
  })[] | undefined;
  /** Pages of other origins that may call. @defaultValue none */
  readonly cors?: CorsOptions | undefined;
  readonly limits?: ServerLimits | undefined;
  /** How long events can be replayed after their run ended, in milliseconds. @defaultValue an hour */
  readonly keepEventsMs?: number | undefined;
  /**
   * How long a worker that has fallen silent keeps its runs, in milliseconds; then another worker on the same
   * storage continues them. A worker renews its leases three times in that time. @defaultValue 30 seconds
   */
  readonly leaseMs?: number | undefined;
  /** Unix milliseconds. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
  /** @defaultValue setTimeout */
  readonly setTimer?: SetTimer | undefined;
  /**
   * Called with what the operator has to know or mend: a refused origin, an unknown assistant, a model or a storage
   * that cannot be used. What repeats is written once. @defaultValue console.warn and console.error
   */
  readonly log?: Log | undefined;
  /** Called with faults nobody foresaw, which callers see as "the server had an error". @defaultValue console.error */
  readonly onError?: ((error: unknown, where: string) => void) | undefined;
}
interface Server {
  /** Answers a request. Never rejects: every failure is an answer in the wire's error shape. */
  fetch(request: Request): Promise<Response>;
  /** Opens the storage and starts working on what is left over, now rather than at the first request. */
  open(): Promise<void>;
  /** Ends streams, lets go of runs (they continue at the next start) and closes the storage. */
  close(): Promise<void>;
}
/**
 * The Assistants API v2 as a Fetch handler, on any storage and any model. Inert until the first request (or
 * `open()`), then its worker lives runs through whether or not anyone listens.
 */
declare function createServer(options: ServerOptions): Server;
/** How many files the thread would have, where what was attached makes them too many. */
declare function excessFiles(before: ThreadObject, after: ThreadObject): number | undefined;
/**
 * The thread with its messages' attachments among its resources: files of `code_interpreter` by their ids, files
 * to search in its vector store, which is `vectorStoreId` where it has none. Files are never taken away again.
 */
declare function attachFiles(thread: ThreadObject, messages: readonly MessageObject[], vectorStoreId: string | undefined): ThreadObject;
/**
 * Storage that lives and dies with the page or process: for tests, stories and trying things out. Runs
 * anywhere. Objects are kept as they are given, so nobody may change them afterwards.
 */
declare function memoryStorage(): Storage;
interface StorageUnavailableOptions extends ErrorOptions {
  /** Seconds after which it is worth asking again. Left out where it takes a person to mend it. */
  readonly retryAfterS?: number | undefined;
}
/**
 * Thrown by a storage that cannot be read or written at the moment. Its message is for the operator: what is wrong and
 * what to do, without any stored text. Callers get a 503 that says less.
 */
declare class StorageUnavailable extends Error {
  readonly name = "StorageUnavailable";
  readonly retryAfterS: number | undefined;
  constructor(message: string, { retryAfterS, ...options }?: StorageUnavailableOptions);
}
export { type AddOutcome, type Authorize, type Commit, type CommitOutcome, type CorsOptions, type Engine, EngineError, type EngineErrorOptions, type EngineEvent, type EngineInput, type EngineMessage, type EnginePrivate, type EngineSettings, type EngineToolCall, type FailureKind, type HostedCallPiece, IdempotencyConflict, type IdempotencyRecord, type Lease, type Log, type LogEntry, type Principal, type PrivateJson, type Repository, type RunRecord, SHARED_OWNER, type Scope, type ScriptedOptions, type Server, type ServerLimits, type ServerOptions, type SetTimer, type StartOutcome, type StartRun, type StepPrivate, type Storage, StorageUnavailable, type StorageUnavailableOptions, type StoredEvent, WorkerCrash, attachFiles, createServer, excessFiles, memoryStorage, scripted };