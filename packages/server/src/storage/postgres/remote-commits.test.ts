import { EventEmitter } from 'node:events';
import type { ClientBase, Pool } from 'pg';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRunListeners } from '../run-listeners.ts';
import { Database } from './database.ts';
import { createRemoteCommits } from './remote-commits.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

class FakeClient extends EventEmitter {
  readonly end = vi.fn(async () => {
    this.emit('end');
  });
  readonly query: () => Promise<void>;

  constructor(query: (client: FakeClient) => Promise<void>) {
    super();
    this.query = () => query(this);
  }
}

const listens = async () => {};

/** Starts with clients that listen as given; all later ones do. */
async function start(...first: ((client: FakeClient) => Promise<void>)[]) {
  const clients: FakeClient[] = [];
  const remote = createRemoteCommits({
    database: new Database({} as Pool, { name: 'test', retryForMs: 0, prepare: false }),
    listeners: createRunListeners(),
    onReleased: () => {},
    onAdded: () => {},
    serverId: 'server',
    channel: 'channel',
    lastSeqs: async () => new Map(),
    connect: async () => {
      const client = new FakeClient(first[clients.length] ?? listens);
      clients.push(client);
      // Only these methods are used.
      return { client: client as unknown as ClientBase, end: client.end };
    },
  });
  await remote.start();
  return { remote, clients };
}

it('a connection that is lost before it listens is replaced by a single one', async () => {
  const { remote, clients } = await start(async (client) => {
    client.emit('error', new Error('lost'));
    throw new Error('lost');
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clients).toHaveLength(2);
  await remote.stop();
  for (const { end } of clients) expect(end).toHaveBeenCalled();
});

it('a connection that refuses to listen is ended', async () => {
  const refuses = async () => {
    throw new Error('cannot execute LISTEN during recovery');
  };
  const { remote, clients } = await start(refuses, refuses);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clients.map(({ end }) => end.mock.calls.length)).toEqual([1, 1, 0]);
  await remote.stop();
});

it('a connection that is lost while it listens is replaced at once', async () => {
  const { remote, clients } = await start();
  clients[0]?.emit('error', new Error('lost'));
  await vi.advanceTimersByTimeAsync(0);
  expect(clients).toHaveLength(2);
  await remote.stop();
});
