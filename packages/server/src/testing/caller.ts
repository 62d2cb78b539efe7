import {
  type AssistantObject,
  type ErrorBody,
  type FileObject,
  isTerminal,
  type ListPage,
  type MessageObject,
  type RunObject,
  type RunStepObject,
  type StreamEvent,
  type ThreadObject,
  type VectorStoreFileBatchObject,
  type VectorStoreFileContentPage,
  type VectorStoreFileObject,
  type VectorStoreObject,
  type VectorStoreSearchPage,
} from '@threadkit/core/api';
import { trackWork } from '@threadkit/core/testing';
import type { Server } from '../server/server-options.ts';
import { until } from './until.ts';

/** Tests name the body that they expect. */
export interface ResponseBodies {
  assistant: AssistantObject;
  thread: ThreadObject;
  message: MessageObject;
  run: RunObject;
  step: RunStepObject;
  file: FileObject;
  files: ListPage<FileObject>;
  assistants: ListPage<AssistantObject>;
  threads: ListPage<ThreadObject>;
  messages: ListPage<MessageObject>;
  runs: ListPage<RunObject>;
  steps: ListPage<RunStepObject>;
  vectorStore: VectorStoreObject;
  vectorStores: ListPage<VectorStoreObject>;
  vectorStoreFile: VectorStoreFileObject;
  vectorStoreFiles: ListPage<VectorStoreFileObject>;
  fileBatch: VectorStoreFileBatchObject;
  fileContent: VectorStoreFileContentPage;
  searchResults: VectorStoreSearchPage;
  deleted: { id: string; object: string; deleted: boolean };
}

export type SeenEvent = StreamEvent & { readonly seq: number };

/** Sends requests to an in-process server with one set of headers. */
export interface Caller {
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** The body of a request that must succeed. */
  readonly ask: <K extends keyof ResponseBodies>(
    kind: K,
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<ResponseBodies[K]>;
  /** The error of a request that must fail. */
  readonly refusal: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<ErrorBody['error'] & { status: number }>;
  /** All events of a stream that ends with `done`. */
  readonly stream: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<SeenEvent[]>;
  readonly newThread: (text: string) => Promise<ThreadObject>;
  /** Polls until the run has one of the statuses. Rejects when it ends with another. */
  readonly runIn: (
    run: Pick<RunObject, 'id' | 'thread_id'>,
    ...statuses: RunObject['status'][]
  ) => Promise<RunObject>;
}

export function createCaller(
  server: Pick<Server, 'fetch'>,
  headers: Readonly<Record<string, string>> = {},
): Caller {
  const send: Caller['send'] = (method, path, body, extra = {}) => {
    const response = server.fetch(
      new Request(`http://server.test/v1${path}`, {
        method,
        headers: {
          ...headers,
          // A form sets its own content type.
          ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
          ...extra,
        },
        ...(body !== undefined && {
          body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body),
        }),
      }),
    );
    return trackWork(`${method} ${path}`, response);
  };

  const ask: Caller['ask'] = async <K extends keyof ResponseBodies>(
    _kind: K,
    method: string,
    path: string,
    body?: unknown,
  ) => {
    const response = await send(method, path, body);
    const text = await response.text();
    if (response.status !== 200) {
      throw new Error(`${method} ${path} responded with ${response.status}: ${text}`);
    }
    return JSON.parse(text) as ResponseBodies[K];
  };

  return {
    send,
    ask,

    async refusal(...request) {
      const response = await send(...request);
      const json = (await response.json()) as ErrorBody;
      return { status: response.status, ...json.error };
    },

    async stream(method, path, ...rest) {
      const response = await send(method, path, ...rest);
      if (response.status !== 200) {
        throw new Error(`${method} ${path} responded with ${await response.text()}`);
      }
      const frames = parseFrames(await response.text());
      if (frames.at(-1)?.event !== 'done') throw new Error(`The stream of ${path} did not end with done.`);
      return frames.slice(0, -1) as SeenEvent[];
    },

    newThread: (text) => ask('thread', 'POST', '/threads', { messages: [{ role: 'user', content: text }] }),

    async runIn(run, ...statuses) {
      let current: RunObject | undefined;
      await until(async () => {
        current = await ask('run', 'GET', `/threads/${run.thread_id}/runs/${run.id}`);
        if (statuses.includes(current.status)) return true;
        if (!isTerminal(current)) return false;
        throw new Error(`Run ${run.id} ended as ${current.status}, not as ${statuses.join(' or ')}.`);
      });
      if (!current) throw new Error('The run was never read.');
      return current;
    },
  };
}

interface ParsedFrame {
  readonly event: string;
  readonly data: unknown;
  readonly seq: number | undefined;
}

/** The frames of an SSE body, without comments. */
export function parseFrames(text: string): ParsedFrame[] {
  return text
    .split('\n\n')
    .filter((frame) => frame !== '' && !frame.startsWith(':'))
    .map((frame) => {
      const fields = Object.fromEntries(
        frame
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
      );
      return {
        event: fields['event'] ?? '',
        data: fields['data'] === '[DONE]' ? '[DONE]' : (JSON.parse(fields['data'] ?? 'null') as unknown),
        seq: fields['id'] === undefined ? undefined : Number(fields['id']),
      };
    });
}
