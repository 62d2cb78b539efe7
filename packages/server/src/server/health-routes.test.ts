import { settle } from '@threadkit/core/testing';
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { StorageUnavailableError } from '../storage/storage-unavailable-error.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { gate } from '../testing/step-engine.ts';
import { testServer } from '../testing/test-server.ts';
import type { Server } from './server-options.ts';

const probe = (server: Server, path: string, init?: RequestInit) =>
  server.fetch(new Request(`http://server.test${path}`, init));

async function readiness(server: Server): Promise<unknown> {
  const response = await probe(server, '/readyz');
  return [response.status, await response.json()];
}

const READY = [200, { status: 'ok' }];
const unready = (reason: string) => [503, { status: 'unavailable', reason }];

/** A storage whose method hangs until the test lets it go on. */
function hangingStorage(now: () => number) {
  const storage = memoryStorage({ now });
  const held = gate();
  let reads = 0;
  return {
    reads: () => reads,
    goOn: held.open,
    storage: {
      ...storage,
      assistants: {
        ...storage.assistants,
        async get(...args: Parameters<typeof storage.assistants.get>) {
          if (args[1] === 'asst_demo') return storage.assistants.get(...args);
          reads += 1;
          await held.opened;
          return storage.assistants.get(...args);
        },
      },
    },
  };
}

describe('GET /healthz', () => {
  it('GET /healthz responds with 200 while the server runs, without opening the storage', async () => {
    const { server } = testServer({
      storage: { ...memoryStorage(), open: () => Promise.reject(new Error('must not be opened')) },
    });
    const response = await probe(server, '/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('GET /healthz responds with 200 until close() has finished', async () => {
    const { server } = testServer();
    await server.open();
    const closing = server.close();
    expect((await probe(server, '/healthz')).status).toBe(200);
    await closing;
    expect((await probe(server, '/healthz')).status).toBe(503);
  });
});

describe('GET /readyz', () => {
  it('GET /readyz opens the storage and responds with 200, without authorization', async () => {
    const { server, log, faults } = testServer({ authorize: () => null });
    expect(await readiness(server)).toEqual(READY);
    expect([log, faults]).toEqual([[], []]);
  });

  it('GET /readyz responds with 503 and no reason of the storage while this cannot be opened, and with 200 later', async () => {
    const storage = memoryStorage();
    let isFull = true;
    const { server, log } = testServer({
      storage: {
        ...storage,
        open: (...args) =>
          isFull
            ? Promise.reject(new StorageUnavailableError('The disk of /srv/db is full.'))
            : storage.open(...args),
      },
    });
    expect(await readiness(server)).toEqual(unready('storage_unavailable'));
    expect(log).toMatchObject([{ event: 'storage_unavailable' }]);
    isFull = false;
    expect(await readiness(server)).toEqual(READY);
  });

  it('GET /readyz responds with 503 after a limit while the storage is being opened', async () => {
    const clock = createManualClock();
    const opening = gate();
    const { server } = testServer({
      storage: { ...memoryStorage(), open: () => opening.opened },
      setTimer: clock.setTimer,
    });
    const response = readiness(server);
    await clock.advance(800);
    expect(await response).toEqual(unready('starting'));
    // That of the log, which says that the storage takes long to open.
    expect(clock.pendingTimers).toBe(1);
    opening.open();
  });

  it('GET /readyz responds with 503 after a limit while a read hangs, and does not start another read', async () => {
    const clock = createManualClock();
    const { storage, goOn, reads } = hangingStorage(clock.now);
    const { server } = testServer({ storage, setTimer: clock.setTimer });
    const responses = Promise.all([readiness(server), readiness(server)]);
    await clock.advance(800);
    expect(await responses).toEqual([unready('storage_slow'), unready('storage_slow')]);
    const later = readiness(server);
    await settle();
    expect(reads()).toBe(1);
    goOn();
    expect(await later).toEqual(READY);
    expect(await readiness(server)).toEqual(READY);
    expect(reads()).toBe(2);
  });

  it('GET /readyz responds with 503 while the worker does not look for runs', async () => {
    const clock = createManualClock();
    const storage = memoryStorage({ now: clock.now });
    let isBroken = false;
    const { server } = testServer({
      storage: {
        ...storage,
        claimOverdue: (...args) =>
          isBroken ? Promise.reject(new Error('no index')) : storage.claimOverdue(...args),
      },
      setTimer: clock.setTimer,
      leaseMs: 6000,
    });
    expect(await readiness(server)).toEqual(READY);
    await clock.advance(20_000);
    expect(await readiness(server)).toEqual(READY);
    isBroken = true;
    await clock.advance(8000);
    expect(await readiness(server)).toEqual(unready('worker_stalled'));
    isBroken = false;
    await clock.advance(1000);
    expect(await readiness(server)).toEqual(READY);
  });

  it('GET /readyz responds with 503 from the moment the server closes', async () => {
    const { server } = testServer();
    expect(await readiness(server)).toEqual(READY);
    const checking = readiness(server);
    const closing = server.close();
    expect(await checking).toEqual(unready('closing'));
    expect(await readiness(server)).toEqual(unready('closing'));
    await closing;
    expect(await readiness(server)).toEqual(unready('closing'));
  });
});

describe('a probe', () => {
  it.each(['/healthz', '/readyz'])('a probe of %s by HEAD gets the status only', async (path) => {
    const { server } = testServer();
    const response = await probe(server, path, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it.each(['POST', 'OPTIONS', 'DELETE'])('a probe by %s gets 405', async (method) => {
    const { server } = testServer();
    const response = await probe(server, '/readyz', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('a probe cannot be read by pages of other origins, even allowed ones, and is not logged as refused', async () => {
    const { server, log } = testServer({ cors: { origins: ['https://app.example'] } });
    for (const origin of ['https://app.example', 'https://other.example']) {
      const { headers } = await probe(server, '/healthz', {
        headers: { origin, 'sec-fetch-site': 'cross-site' },
      });
      expect(headers.has('access-control-allow-origin')).toBe(false);
    }
    expect(log).toEqual([]);
  });

  it('a probe is served at the root only', async () => {
    const { server } = testServer();
    expect((await probe(server, '/v1/healthz')).status).toBe(404);
    expect((await probe(server, '/healthz/more')).status).toBe(404);
  });
});
