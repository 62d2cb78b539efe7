import type {
  AssistantObject,
  ErrorBody,
  FileObject,
  ListPage,
  MessageObject,
  RunObject,
  RunStepObject,
  StreamEvent,
  ThreadObject,
} from '@threadkit/core/api';
import { trackWork } from '@threadkit/core/testing';
import type { Server } from '../server/server-options.ts';

/** Tests name the body that they expect. */
export interface ResponseBodies {
  assistant: AssistantObject;
  thread: ThreadObject;
  message: MessageObject;
  run: RunObject;
  step: RunStepObject;
  file: FileObject;
  assistants: ListPage<AssistantObject>;
  threads: ListPage<ThreadObject>;
  messages: ListPage<MessageObject>;
  runs: ListPage<RunObject>;
  steps: ListPage<RunStepObject>;
  deleted: { id: string; object: string; deleted: boolean };
}

export type SeenEvent = StreamEvent & { readonly seq: number };

/** Real time: only a failing test waits this long. */
const PATIENCE_MS = 10_000;

/** Sends requests to an in-process server with one set of headers. */
export class Caller {
  readonly #server: Pick<Server, 'fetch'>;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(server: Pick<Server, 'fetch'>, headers: Readonly<Record<string, string>> = {}) {
    this.#server = server;
    this.#headers = headers;
  }

  send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = this.#server.fetch(
      new Request(`http://server.test/v1${path}`, {
        method,
        headers: {
          ...this.#headers,
          // A form sets its own content type.
          ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && {
          body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body),
        }),
      }),
    );
    return trackWork(`${method} ${path}`, response);
  }

  async ask<K extends keyof ResponseBodies>(
    _kind: K,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<ResponseBodies[K]> {
    const response = await this.send(method, path, body);
    const text = await response.text();
    if (response.status !== 200)
      throw new Error(`${method} ${path} responded with ${response.status}: ${text}`);
    return JSON.parse(text) as ResponseBodies[K];
  }

  /** The error of a request that must fail. */
  async refusal(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<ErrorBody['error'] & { status: number }> {
    const response = await this.send(method, path, body, headers);
    const json = (await response.json()) as ErrorBody;
    return { status: response.status, ...json.error };
  }

  /** All events of a stream that ends with `done`. */
  async stream(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<SeenEvent[]> {
    const response = await this.send(method, path, body, headers);
    if (response.status !== 200) throw new Error(`${method} ${path} responded with ${await response.text()}`);
    const frames = parseFrames(await response.text());
    if (frames.at(-1)?.event !== 'done') throw new Error(`The stream of ${path} did not end with done.`);
    return frames.slice(0, -1) as SeenEvent[];
  }

  async newThread(text: string): Promise<ThreadObject> {
    return this.ask('thread', 'POST', '/threads', { messages: [{ role: 'user', content: text }] });
  }

  /** Polls until the run has one of the statuses. */
  async runIn(
    run: Pick<RunObject, 'id' | 'thread_id'>,
    ...statuses: RunObject['status'][]
  ): Promise<RunObject> {
    let current: RunObject | undefined;
    await this.until(async () => {
      current = await this.ask('run', 'GET', `/threads/${run.thread_id}/runs/${run.id}`);
      return statuses.includes(current.status);
    });
    if (!current) throw new Error('The run was never read.');
    return current;
  }

  /** Repeats the check between other tasks, for at most ten seconds of real time. */
  async until(check: () => Promise<boolean>): Promise<void> {
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (performance.now() < giveUpAt) {
      if (await check()) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error('The awaited condition was never met.');
  }
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
