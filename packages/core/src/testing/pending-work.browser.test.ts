import { describe, expect, it } from 'vitest';
import { createPendingWork, settle, trackWork } from './pending-work.ts';

/** Resolves after `count` tasks of the event loop. */
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

/** A response whose body takes `tasks` tasks to arrive. */
function slowResponse(tasks: number, type: string): Response {
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      if (isSent) return stream.close();
      await passTasks(tasks);
      isSent = true;
      stream.enqueue(new TextEncoder().encode('whole'));
    },
  });
  return new Response(body, { headers: { 'content-type': type } });
}

const never = (): Promise<never> => new Promise(() => {});

/** Pending work with a clock that advances by a second in each task. */
function impatientWork() {
  let seconds = 0;
  return createPendingWork({
    now: () => seconds * 1000,
    nextTask: async () => {
      seconds += 1;
      await passTasks(1);
    },
  });
}

describe('settle', () => {
  it('settle waits for a chain of 100 000 uncounted promises', async () => {
    let isOver = false;
    const chain = async (): Promise<void> => {
      for (let link = 0; link < 100_000; link += 1) await Promise.resolve();
      isOver = true;
    };
    void chain();
    await settle();
    expect(isOver).toBe(true);
  });

  it('settle waits for counted work of 200 tasks, and for work that it starts at its end', async () => {
    const over: string[] = [];
    void trackWork('first', passTasks(200)).then(async () => {
      over.push('first');
      await trackWork('second', passTasks(200));
      over.push('second');
    });
    await settle();
    expect(over).toEqual(['first', 'second']);
  });

  it('settle waits for the body of a counted response while it is read', async () => {
    let text = '';
    void trackWork('GET /threads', Promise.resolve(slowResponse(200, 'application/json')))
      .then((response) => response.text())
      .then((read) => {
        text = read;
      });
    await settle();
    expect(text).toBe('whole');
  });

  it('settle does not wait for a stream of events', async () => {
    const events = Promise.resolve(
      new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } }),
    );
    const response = await trackWork('POST /runs', events);
    void response.text();
    await settle();
    expect(response.bodyUsed).toBe(true);
  });

  it('settle reports work that never ends, once', async () => {
    const work = impatientWork();
    void work.track('GET /threads', never());
    void work.track('storage.claim', never());
    void work.track('POST /threads', passTasks(1));
    await expect(work.settle()).rejects.toThrow('Still pending after 10 s: GET /threads, storage.claim.');
    await expect(work.settle()).resolves.toBeUndefined();
  });

  it('settle rejects for work that starts again in every task', async () => {
    const work = impatientWork();
    const stop = new AbortController();
    const loop = async (): Promise<void> => {
      while (!stop.signal.aborted) await work.track('GET /runs', passTasks(1));
    };
    const looping = loop();
    await expect(work.settle()).rejects.toThrow('10 s');
    stop.abort();
    await looping;
  });
});

it('counted work rejects with its own error and is not counted any more', async () => {
  await expect(trackWork('GET /threads', Promise.reject(new TypeError('network error')))).rejects.toThrow(
    new TypeError('network error'),
  );
  await settle();
});
