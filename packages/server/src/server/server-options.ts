import type { CreateAssistantRequest } from '@threadkit/core/api';
import type { AnyTool } from '@threadkit/core/tools';
import type { CodeExecutor } from '../code/code-executor.ts';
import type { DocumentReader } from '../documents/document-reader.ts';
import type { Embeddings } from '../embeddings/embeddings.ts';
import type { Engine } from '../engines/engine.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Authorize } from '../http/authorize.ts';
import type { CorsOptions } from '../http/cors.ts';
import type { ReasoningMode } from '../runs/reasoning.ts';
import type { Instrumentation } from '../shared/instrumentation.ts';
import type { Log } from '../shared/log.ts';
import type { SetTimer } from '../shared/timers.ts';
import type { ToolSource } from '../shared/tool-source.ts';
import type { Storage } from '../storage/storage.ts';
import type { ServerLimits } from './server-limits.ts';

/** Options of `createServer`. Required: `storage`, `engine` and `authorize`. */
export interface ServerOptions {
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
  readonly assistants?: readonly (CreateAssistantRequest & { readonly id: string })[] | undefined;
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
export interface Server {
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
