import type {
  ExtensionOperationName,
  FileOperationName,
  OperationName,
  StreamEvent,
  VectorStoreOperationName,
} from '@threadkit/core/api';
import type { z } from 'zod';
import { errorBody } from './error-body.ts';
import { EVENTS } from './events.ts';
import { operationOf } from './operation-of.ts';
import { RESPONSES } from './responses.ts';
import { createStreamRules, type StreamStart } from './stream-rules.ts';

/** A used operation; with `stream`, its events were read to the end. */
export type Used =
  | OperationName
  | `${'createRun' | 'createThreadAndRun' | 'submitToolOutputsToRun'} stream`
  | ExtensionOperationName
  | FileOperationName
  | VectorStoreOperationName;

const STARTS: Record<string, StreamStart> = {
  createRun: 'creation',
  createThreadAndRun: 'creation',
  submitToolOutputsToRun: 'continuation',
  streamRunEvents: 'middle',
};

/** Checks every response and event against the schemas, and records the used operations. */
export interface WireLog {
  readonly problems: readonly string[];
  readonly used: ReadonlySet<Used>;
  /** A `fetch` that checks its responses. */
  readonly fetch: typeof fetch;
  /** Checks one JSON response. */
  addResponse(method: string, url: string, status: number, text: string): void;
}

export function createWireLog(): WireLog {
  const problems: string[] = [];
  const used = new Set<Used>();

  async function checkedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const url = input instanceof Request ? input.url : String(input);
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    const response = await fetch(input, init);
    // The SDK uses this property to detect the runtime's form implementation.
    if (url.startsWith('data:')) return response;
    const type = response.headers.get('content-type') ?? '';
    const at = `${method} ${new URL(url).pathname} (${response.status})`;
    if (!/^req_\w+$/.test(response.headers.get('x-request-id') ?? '')) problems.push(`${at}: no request id`);
    if (response.ok && type === 'text/event-stream; charset=utf-8' && response.body) {
      const body = response.body.pipeThrough(watch(at, operationOf(method, url)?.name));
      return new Response(body, { status: response.status, headers: response.headers });
    }
    if (response.ok && operationOf(method, url)?.name === 'getFileContent') {
      if (response.headers.get('x-content-type-options') !== 'nosniff')
        problems.push(`${at}: may be sniffed`);
      used.add('getFileContent');
      return response;
    }
    const text = await response.text();
    if (!type.startsWith('application/json')) problems.push(`${at}: content type ${type}`);
    else addResponse(method, url, response.status, text);
    return new Response(text, { status: response.status, headers: response.headers });
  }

  function addResponse(method: string, url: string, status: number, text: string): void {
    const at = `${method} ${new URL(url).pathname} (${status})`;
    const name = operationOf(method, url)?.name;
    if (status !== 200) {
      if (status < 400) problems.push(`${at}: every success is a 200`);
      check(at, errorBody, text);
    } else if (name === undefined || name === 'streamRunEvents' || name === 'getFileContent') {
      problems.push(`${at}: no operation has this path`);
    } else {
      check(at, RESPONSES[name], text);
      used.add(name);
    }
  }

  function check(at: string, schema: z.ZodType, text: string): void {
    const result = schema.safeParse(parse(text));
    if (result.success) return;
    const issues = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    problems.push(`${at}: ${issues.join('; ')} in ${text.slice(0, 2000)}`);
  }

  function watch(at: string, name: Used | undefined): TransformStream<Uint8Array, Uint8Array> {
    const rules = createStreamRules(STARTS[name ?? ''] ?? 'middle', (problem) =>
      problems.push(`${at}: ${problem}`),
    );
    const decoder = new TextDecoder();
    let rest = '';
    let lastSeq: number | undefined;
    const frame = (text: string) => {
      if (text.startsWith(':')) return;
      const match = /^(?:id: (\d+)\n)?event: ([\w.]+)\ndata: ([^\n]*)$/.exec(text);
      if (!match) {
        problems.push(`${at}: not a frame: ${text.slice(0, 200)}`);
        return;
      }
      const [, id, event = '', data = ''] = match;
      if (event === 'done') {
        if (data !== '[DONE]' || id !== undefined) problems.push(`${at}: done as ${text}`);
        rules.end();
        if (name) used.add((name === 'streamRunEvents' ? name : `${name} stream`) as Used);
        return;
      }
      const seq = id === undefined ? undefined : Number(id);
      if (event !== 'error' && seq === undefined) problems.push(`${at}: ${event} without a number`);
      if (seq !== undefined && lastSeq !== undefined && seq !== lastSeq + 1) {
        problems.push(`${at}: ${event} ${seq} follows ${lastSeq}`);
      }
      lastSeq = seq;
      if (!(event in EVENTS)) problems.push(`${at}: unknown event ${event}`);
      else check(`${at} ${event}`, EVENTS[event as StreamEvent['event']], data);
      rules.addEvent({ event, data: parse(data) } as StreamEvent);
    };
    return new TransformStream({
      transform(chunk, controller) {
        controller.enqueue(chunk);
        const frames = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
        rest = frames.pop() ?? '';
        for (const text of frames) frame(text);
      },
      flush: () => {
        if (rest !== '') problems.push(`${at}: the body ends within a frame`);
      },
    });
  }

  return { problems, used, fetch: checkedFetch, addResponse };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
