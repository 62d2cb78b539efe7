import { setTimeout as sleep } from 'node:timers/promises';
import type { ListPage, RunObject } from '@threadkit/core/api';
import { WEATHER } from '../../src/testing/test-server.ts';

/** A request or stream that fails is tried again on another server for this long. */
const RETRY_FOR_MS = 120_000;
const RETRY_MS = 100;
/** A stream of a server that is stopped says nothing: the client goes to another one. */
const SILENCE_MS = 8000;

/** What a client saw of its run. */
export interface SeenRun {
  readonly threadId: string;
  readonly runId: string;
  /** Texts of the frames, by number. */
  readonly frames: ReadonlyMap<number, string>;
  /** How often each call was executed, by its id. */
  readonly executions: ReadonlyMap<string, number>;
  /** How often a stream was continued on another server. */
  readonly resumed: number;
  readonly status: string;
}

/**
 * Executes one run with a tool round on a new thread, through any server that responds, and follows its events to the end.
 *
 * @param onFrame Called with each frame.
 * @throws When a frame is missing or comes twice, or a request fails for other reasons than a server that is away.
 */
export async function playRun(name: string, anyUrl: () => string, onFrame: () => void): Promise<SeenRun> {
  const frames = new Map<number, string>();
  const executions = new Map<string, number>();
  let lastSeq = 0;
  let resumed = 0;
  const started = await request<RunObject>(anyUrl, '/threads/runs', `${name}-start`, {
    assistant_id: 'asst_demo',
    thread: { messages: [{ role: 'user', content: 'what is the weather?' }] },
    tools: [WEATHER],
    tool_choice: 'required',
  });
  const place = `/threads/${started.thread_id}/runs/${started.id}`;
  let run = started;
  const deadline = Date.now() + RETRY_FOR_MS;
  for (;;) {
    try {
      await follow(`${anyUrl()}/v1${place}/events?after=${lastSeq}`);
    } catch (error) {
      if (error instanceof BrokenOrderError || Date.now() > deadline) throw error;
      resumed += 1;
      await sleep(RETRY_MS);
      continue;
    }
    run = await request<RunObject>(anyUrl, place);
    if (run.status === 'requires_action') {
      await submit(run);
    } else if (run.expires_at === null) {
      return { threadId: run.thread_id, runId: run.id, frames, executions, resumed, status: run.status };
    }
  }

  async function submit({ required_action: action }: RunObject): Promise<void> {
    const calls = action?.submit_tool_outputs.tool_calls ?? [];
    for (const { id } of calls) executions.set(id, (executions.get(id) ?? 0) + 1);
    const outputs = calls.map(({ id }) => ({ tool_call_id: id, output: 'dry, 21 °C' }));
    await request(anyUrl, `${place}/submit_tool_outputs`, `${name}-${calls[0]?.id}`, {
      tool_outputs: outputs,
    });
  }

  /** Reads the stream up to its end or the next pause. */
  async function follow(url: string): Promise<void> {
    const stop = new AbortController();
    const response = await fetch(url, {
      signal: AbortSignal.any([stop.signal, AbortSignal.timeout(60_000)]),
    });
    if (response.status !== 200 || !response.body)
      throw new Error(`${url} responded with ${response.status}`);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const silence = setTimeout(() => stop.abort(new Error('The stream is silent.')), SILENCE_MS);
      const { done, value } = await reader.read().finally(() => clearTimeout(silence));
      if (done) throw new Error('The stream ended without `done`.');
      const parts = (rest + value).split('\n\n');
      rest = parts.pop() ?? '';
      for (const frame of parts) {
        const event = /^event: (\S+)$/m.exec(frame)?.[1];
        if (event === 'done') return;
        if (event === 'error') throw new Error('The server ends.');
        const seq = Number(/^id: (\d+)$/m.exec(frame)?.[1] ?? Number.NaN);
        if (Number.isNaN(seq)) continue;
        if (seq !== lastSeq + 1) throw new BrokenOrderError(`event ${seq} came after ${lastSeq}`);
        lastSeq = seq;
        frames.set(seq, frame);
        onFrame();
        if (event === 'thread.run.requires_action') {
          await reader.cancel();
          return;
        }
      }
    }
  }
}

/** Events that are out of order, twice, or missing. */
export class BrokenOrderError extends Error {
  override readonly name = 'BrokenOrderError';
}

/** Sends a request until a server responds: a POST always with the same key. */
export async function request<T>(
  anyUrl: () => string,
  path: string,
  key?: string,
  body?: object,
): Promise<T> {
  const deadline = Date.now() + RETRY_FOR_MS;
  for (;;) {
    const failure = await attempt<T>(`${anyUrl()}/v1${path}`, key, body);
    if ('object' in failure) return failure.object;
    if (failure.isFinal || Date.now() > deadline) throw failure.error;
    await sleep(RETRY_MS);
  }
}

type Attempt<T> = { readonly object: T } | { readonly error: Error; readonly isFinal: boolean };

async function attempt<T>(
  url: string,
  key: string | undefined,
  body: object | undefined,
): Promise<Attempt<T>> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(SILENCE_MS),
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key ?? '' },
        body: JSON.stringify(body),
      }),
    });
    const text = await response.text();
    if (response.status === 200) return { object: JSON.parse(text) as T };
    const error = new Error(`${url} responded with ${response.status}: ${text}`);
    return { error, isFinal: response.status < 500 && response.status !== 429 && response.status !== 409 };
  } catch (error) {
    return { error: error as Error, isFinal: false };
  }
}

/** All objects of a list, in pages. */
export async function listAll<T extends { id: string }>(anyUrl: () => string, path: string): Promise<T[]> {
  const objects: T[] = [];
  for (;;) {
    const cursor = objects.length > 0 ? `&after=${objects.at(-1)?.id}` : '';
    const page = await request<ListPage<T>>(anyUrl, `${path}?limit=100&order=asc${cursor}`);
    objects.push(...page.data);
    if (!page.has_more) return objects;
  }
}
