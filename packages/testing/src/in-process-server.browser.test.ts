import { settle } from '@threadkit/core/testing';
import { memoryStorage, type Storage } from '@threadkit/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { engineGate, SOME_WORDS } from './engine-gate.ts';
import {
  ASSISTANT,
  type InProcessServer,
  type InProcessServerOptions,
  inProcessServer,
} from './in-process-server.ts';

function serve(options?: InProcessServerOptions): InProcessServer {
  const inProcess = inProcessServer(options);
  onTestFinished(() => inProcess.server.close());
  return inProcess;
}

/** The current state of a promise. */
function watch<T>(promise: Promise<T>): { readonly result: T | undefined } {
  const seen: { result: T | undefined } = { result: undefined };
  void promise.then((result) => {
    seen.result = result;
  });
  return seen;
}

async function passTasks(count: number): Promise<void> {
  for (let task = 0; task < count; task += 1) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        port1.close();
        resolve();
      });
      port1.start();
      port2.postMessage(undefined);
    });
  }
}

/** An in-memory storage that takes 200 tasks to create a thread. */
function slowStorage(): Storage {
  const storage = memoryStorage();
  const createThread = storage.createThread.bind(storage);
  return Object.assign(storage, {
    async createThread(...args: Parameters<Storage['createThread']>): Promise<void> {
      await passTasks(200);
      await createThread(...args);
    },
  });
}

describe('settle', () => {
  it('settle waits for a request whose storage takes 200 tasks', async () => {
    const client = serve({ storage: slowStorage() }).connect();
    const created = watch(client.createThread());
    await settle();
    expect(created.result).toMatchObject({ object: 'thread' });
  });

  // Chromium reads the body of a form in dozens of tasks; their number depends on its size and on the machine.
  it('settle waits for a form of 400 kB, and for the body of its response', async () => {
    const form = new FormData();
    form.append('purpose', 'assistants');
    form.append('file', new File(['x'.repeat(400_000)], 'notes.txt'));
    const request = new Request('http://in-process/v1/files', { method: 'POST', body: form });
    const uploaded = watch(
      serve()
        .fetch(request)
        .then((response) => response.json()),
    );
    await settle();
    expect(uploaded.result).toMatchObject({ filename: 'notes.txt', bytes: 400_000 });
  });

  it('settle does not wait for an engine that pauses at a closed gate', async () => {
    const gate = engineGate({ closedAfter: SOME_WORDS });
    const client = serve({ gate }).connect();
    const { id } = await client.createThread({ messages: [{ role: 'user', content: 'What are runs?' }] });
    const names: string[] = [];
    const play = async (): Promise<void> => {
      for await (const { event } of client.streamRun(id, { assistant_id: ASSISTANT })) names.push(event);
    };
    const playing = play();
    await settle();
    expect(names.at(-1)).toBe('thread.message.delta');
    expect(gate.waiting).toBe(1);
    gate.open();
    await settle();
    expect(names.at(-1)).toBe('thread.run.completed');
    await playing;
  });

  it('settle does not wait for a request that is held by an interceptor', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const inProcess = serve({ intercept: (request, next) => held.then(() => next(request)) });
    const created = watch(inProcess.connect().createThread());
    await settle();
    expect(created.result).toBeUndefined();
    release();
    await settle();
    expect(created.result).toMatchObject({ object: 'thread' });
  });
});
