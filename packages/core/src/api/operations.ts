/**
 * One operation of the API. The client's requests, the server's routes, the coverage table and the isolation tests are made
 * from the tables `OPERATIONS`, `EXTENSION_OPERATIONS`, `FILE_OPERATIONS` and `VECTOR_STORE_OPERATIONS`, so that no path is written twice.
 */
export interface Operation {
  /** As the API reference names it. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path below the base URL. `{name}` is an id; literal segments take precedence over ids. */
  readonly path: string;
  /** The ids of the path, in order. */
  readonly ids: readonly (
    | 'thread_id'
    | 'assistant_id'
    | 'message_id'
    | 'run_id'
    | 'step_id'
    | 'file_id'
    | 'vector_store_id'
    | 'batch_id'
  )[];
  /** Allowed query parameters. `include` travels as repeated `include[]`. */
  readonly query: readonly (
    | 'limit'
    | 'order'
    | 'after'
    | 'before'
    | 'run_id'
    | 'include'
    | 'purpose'
    | 'filter'
  )[];
  /** JSON, or a multipart `form`. */
  readonly body: 'none' | 'optional' | 'required' | 'form';
  /** Responds with an event stream when the body has `stream: true`. */
  readonly stream: boolean;
  /** The capability that the operation requires, where it is not part of the contract. */
  readonly capability?: Capability;
}

const list = ['limit', 'order', 'after', 'before'] as const;
const thread = ['thread_id'] as const;
const run = ['thread_id', 'run_id'] as const;
const message = ['thread_id', 'message_id'] as const;

/** The 23 operations of the contract. Paths are relative to the base URL, such as `https://host/v1`. */
// biome-ignore format: a table reads best with one row on one line
export const OPERATIONS = [
  { name: 'listAssistants', method: 'GET', path: '/assistants', ids: [], query: list, body: 'none', stream: false },
  { name: 'createAssistant', method: 'POST', path: '/assistants', ids: [], query: [], body: 'required', stream: false },
  { name: 'getAssistant', method: 'GET', path: '/assistants/{assistant_id}', ids: ['assistant_id'], query: [], body: 'none', stream: false },
  { name: 'modifyAssistant', method: 'POST', path: '/assistants/{assistant_id}', ids: ['assistant_id'], query: [], body: 'required', stream: false },
  { name: 'deleteAssistant', method: 'DELETE', path: '/assistants/{assistant_id}', ids: ['assistant_id'], query: [], body: 'none', stream: false },
  { name: 'createThread', method: 'POST', path: '/threads', ids: [], query: [], body: 'optional', stream: false },
  { name: 'createThreadAndRun', method: 'POST', path: '/threads/runs', ids: [], query: [], body: 'required', stream: true },
  { name: 'getThread', method: 'GET', path: '/threads/{thread_id}', ids: thread, query: [], body: 'none', stream: false },
  { name: 'modifyThread', method: 'POST', path: '/threads/{thread_id}', ids: thread, query: [], body: 'required', stream: false },
  { name: 'deleteThread', method: 'DELETE', path: '/threads/{thread_id}', ids: thread, query: [], body: 'none', stream: false },
  { name: 'listMessages', method: 'GET', path: '/threads/{thread_id}/messages', ids: thread, query: [...list, 'run_id'], body: 'none', stream: false },
  { name: 'createMessage', method: 'POST', path: '/threads/{thread_id}/messages', ids: thread, query: [], body: 'required', stream: false },
  { name: 'getMessage', method: 'GET', path: '/threads/{thread_id}/messages/{message_id}', ids: message, query: [], body: 'none', stream: false },
  { name: 'modifyMessage', method: 'POST', path: '/threads/{thread_id}/messages/{message_id}', ids: message, query: [], body: 'required', stream: false },
  { name: 'deleteMessage', method: 'DELETE', path: '/threads/{thread_id}/messages/{message_id}', ids: message, query: [], body: 'none', stream: false },
  { name: 'listRuns', method: 'GET', path: '/threads/{thread_id}/runs', ids: thread, query: list, body: 'none', stream: false },
  { name: 'createRun', method: 'POST', path: '/threads/{thread_id}/runs', ids: thread, query: ['include'], body: 'required', stream: true },
  { name: 'getRun', method: 'GET', path: '/threads/{thread_id}/runs/{run_id}', ids: run, query: [], body: 'none', stream: false },
  { name: 'modifyRun', method: 'POST', path: '/threads/{thread_id}/runs/{run_id}', ids: run, query: [], body: 'required', stream: false },
  { name: 'cancelRun', method: 'POST', path: '/threads/{thread_id}/runs/{run_id}/cancel', ids: run, query: [], body: 'none', stream: false },
  /** The published description spells it `submitToolOuputsToRun`. */
  { name: 'submitToolOutputsToRun', method: 'POST', path: '/threads/{thread_id}/runs/{run_id}/submit_tool_outputs', ids: run, query: [], body: 'required', stream: true },
  { name: 'listRunSteps', method: 'GET', path: '/threads/{thread_id}/runs/{run_id}/steps', ids: run, query: [...list, 'include'], body: 'none', stream: false },
  { name: 'getRunStep', method: 'GET', path: '/threads/{thread_id}/runs/{run_id}/steps/{step_id}', ids: ['thread_id', 'run_id', 'step_id'], query: ['include'], body: 'none', stream: false },
] as const satisfies readonly Operation[];

/** The `name` of an operation of the contract; clients have a method of this name. */
export type OperationName = (typeof OPERATIONS)[number]['name'];

/** Operations that Threadkit's server adds to the contract. {@link CAPABILITIES_HEADER} declares them. */
// biome-ignore format: a table reads best with one row on one line
export const EXTENSION_OPERATIONS = [
  { name: 'listThreads', method: 'GET', path: '/threads', ids: [], query: list, body: 'none', stream: false, capability: 'listThreads' },
  { name: 'streamRunEvents', method: 'GET', path: '/threads/{thread_id}/runs/{run_id}/events', ids: run, query: ['after'], body: 'none', stream: true, capability: 'runEvents' },
] as const satisfies readonly Operation[];

/** The `name` of an operation that Threadkit adds. */
export type ExtensionOperationName = (typeof EXTENSION_OPERATIONS)[number]['name'];

/** Response header with the server's capabilities: comma-separated {@link Capability} words. */
export const CAPABILITIES_HEADER = 'threadkit-capabilities';

/** Request header with what a client can read beyond the contract: comma-separated words, of which `reasoning` exists. */
export const ACCEPT_HEADER = 'threadkit-accept';

/**
 * What a backend can do beyond the contract: list threads, replay the events of a run, deduplicate requests by
 * `Idempotency-Key`, store files, search files in vector stores, send the reasoning of models to clients that declare it by
 * {@link ACCEPT_HEADER}.
 */
export type Capability = 'listThreads' | 'runEvents' | 'idempotency' | 'files' | 'vectorStores' | 'reasoning';
