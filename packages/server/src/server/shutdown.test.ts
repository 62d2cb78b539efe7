import { settle } from '@threadkit/core/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { parseFrames } from '../testing/caller.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { gate, stepEngine } from '../testing/step-engine.ts';
import { testServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

const START = {
  assistant_id: 'asst_demo',
  thread: { messages: [{ role: 'user', content: 'hello' }] },
};

/** Says half a sentence, and the rest when the test lets it; stops when it is aborted. */
function pausedEngine() {
  const pause = gate();
  const engine = stepEngine(async (play, _input, signal) => {
    play.say('Half a sen');
    await Promise.race([
      pause.opened,
      new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      }),
    ]);
    play.say('tence.');
    play.finish();
  });
  return { engine, goOn: pause.open };
}

const respondingEngine = () =>
  stepEngine(async (play) => {
    play.say('A whole sentence.');
    play.finish();
  });

/** Two servers on one storage, with one clock. */
function twoServers(drainMs?: number) {
  const clock = createManualClock();
  const storage = memoryStorage({ now: clock.now });
  const { engine, goOn } = pausedEngine();
  const shared = { storage: { ...storage, close: async () => {} }, setTimer: clock.setTimer };
  onTestFinished(() => storage.close());
  const second = testServer({ ...shared, engine: respondingEngine() });
  const first = testServer({ ...shared, engine, drainMs });
  return { clock, first, second, engine, goOn };
}

async function readyStatus({ server }: ReturnType<typeof testServer>): Promise<number> {
  return (await server.fetch(new Request('http://server.test/readyz'))).status;
}

describe('a server that closes', () => {
  it('a server that closes hands its run over: the stream continues on another server without gaps or repeats', async () => {
    const { first, second } = twoServers();
    await second.server.open();
    const stream = await first.caller.send('POST', '/threads/runs', { ...START, stream: true });
    const reading = stream.text();
    await settle();
    await first.server.close();
    const begun = parseFrames(await reading);
    expect(begun.at(-1)).toMatchObject({
      event: 'error',
      data: { error: { type: 'server_error', message: expect.stringContaining('The server is closing.') } },
      seq: undefined,
    });
    expect(begun.map(({ event }) => event)).not.toContain('done');
    const last = begun.findLast(({ seq }) => seq !== undefined)?.seq ?? 0;
    const run = begun.find(({ event }) => event === 'thread.run.created')?.data as {
      id: string;
      thread_id: string;
    };

    const path = `/threads/${run.thread_id}/runs/${run.id}/events`;
    // The clock stands still: the second server is told about the release.
    const rest = await second.caller.stream('GET', `${path}?after=${last}`);
    const numbers = [...begun.flatMap(({ seq }) => seq ?? []), ...rest.map(({ seq }) => seq)];
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(rest.at(-1)?.event).toBe('thread.run.completed');
    expect(await second.caller.stream('GET', `${path}?after=0`)).toHaveLength(numbers.length);
    const { data } = await second.caller.ask('messages', 'GET', `/threads/${run.thread_id}/messages`);
    expect(data.map(({ status }) => status)).toEqual(['completed', 'incomplete', 'completed']);
  });

  it('with drainMs, a server that closes waits for its runs, whose streams end with done', async () => {
    const { clock, first, goOn } = twoServers(10_000);
    const stream = await first.caller.send('POST', '/threads/runs', { ...START, stream: true });
    const reading = stream.text();
    await settle();
    const closing = first.server.close();
    await clock.advance(9000);
    goOn();
    await closing;
    const frames = parseFrames(await reading);
    expect(frames.slice(-2).map(({ event }) => event)).toEqual(['thread.run.completed', 'done']);
    expect(first.occurrences.map(({ event }) => event)).toEqual([
      'server_opened',
      'run_claimed',
      'run_ended',
      'server_closed',
    ]);
  });

  it('with drainMs, a server that closes is not ready, serves requests and claims no run', async () => {
    const { clock, first, second, engine, goOn } = twoServers(10_000);
    const running = await first.caller.ask('run', 'POST', '/threads/runs', START);
    await until(() => engine.inputs.length === 1);
    const closing = first.server.close();
    expect(await readyStatus(first)).toBe(503);
    await first.caller.ask('run', 'GET', `/threads/${running.thread_id}/runs/${running.id}`);
    const queued = await first.caller.ask('run', 'POST', '/threads/runs', START);
    await settle();
    expect(engine.inputs).toHaveLength(1);
    await second.server.open();
    await second.caller.runIn(queued, 'completed');
    expect(await readyStatus(second)).toBe(200);
    goOn();
    await closing;
    expect(clock.now()).toBe(createManualClock().now());
    expect((await first.caller.send('GET', '/threads')).status).toBe(503);
  });

  it('after drainMs, a server that closes hands the other runs over', async () => {
    const { clock, first, second, engine } = twoServers(10_000);
    const run = await first.caller.ask('run', 'POST', '/threads/runs', START);
    await until(() => engine.inputs.length === 1);
    const closing = first.server.close();
    await clock.advance(10_000);
    await closing;
    expect(first.occurrences.map(({ event }) => event)).toContain('run_released');
    await second.server.open();
    await second.caller.runIn(run, 'completed');
    expect(second.occurrences).toContainEqual(
      expect.objectContaining({ event: 'run_recovered', runId: run.id }),
    );
  });

  it('a server that closes without runs waits for nothing', async () => {
    const { clock, first } = twoServers(10_000);
    await first.server.open();
    await first.server.close();
    expect(clock.now()).toBe(createManualClock().now());
  });

  it('every call of close waits until the server is closed', async () => {
    const { first, goOn, engine } = twoServers(10_000);
    const run = await first.caller.ask('run', 'POST', '/threads/runs', START);
    await until(() => engine.inputs.length === 1);
    const calls = [first.server.close(), first.server.close()];
    goOn();
    await Promise.all(calls);
    expect(first.occurrences.at(-1)).toMatchObject({ event: 'server_closed' });
    expect(first.occurrences).toContainEqual(expect.objectContaining({ event: 'run_ended', runId: run.id }));
  });

  it('a server that closes responds to the requests that have begun, before it closes the storage', async () => {
    const storage = memoryStorage();
    const held = gate();
    let hasBegun = false;
    let isClosed = false;
    const { caller, server } = testServer({
      storage: {
        ...storage,
        async createThread(...args) {
          hasBegun = true;
          await held.opened;
          if (isClosed) throw new Error('The storage is closed.');
          return storage.createThread(...args);
        },
        async close() {
          isClosed = true;
        },
      },
    });
    const response = caller.send('POST', '/threads', {});
    await until(() => hasBegun);
    const closing = server.close();
    held.open();
    await closing;
    expect((await response).status).toBe(200);
  });

  it('a server that closes waits at most a second for a request whose body does not arrive', async () => {
    const clock = createManualClock();
    const { server } = testServer({ now: clock.now, setTimer: clock.setTimer });
    await server.open();
    const request = new Request('http://server.test/v1/threads', {
      method: 'POST',
      body: new ReadableStream(),
      duplex: 'half',
    } as RequestInit);
    void server.fetch(request);
    let isClosed = false;
    const closing = server.close().then(() => {
      isClosed = true;
    });
    await clock.advance(999);
    expect(isClosed).toBe(false);
    await clock.advance(1);
    await closing;
  });

  it('a server that closes ends uploads that do not arrive within a second, before it closes the storage', async () => {
    const clock = createManualClock();
    const storage = memoryStorage({ now: clock.now });
    const ends: string[] = [];
    const { server, faults } = testServer({
      setTimer: clock.setTimer,
      storage: {
        ...storage,
        createFile: (...args) => storage.createFile(...args).finally(() => ends.push('upload')),
        close: async () => void ends.push('storage'),
      },
    });
    await server.open();
    const beginning =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nThe beginning of a file that';
    const responding = server.fetch(
      new Request('http://server.test/v1/files', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        body: new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode(beginning)),
        }),
        duplex: 'half',
      } as RequestInit),
    );
    await settle();
    const closing = server.close();
    await clock.advance(1000);
    await closing;
    expect((await responding).status).toBe(503);
    expect(ends).toEqual(['upload', 'storage']);
    expect(faults).toEqual([]);
  });
});
