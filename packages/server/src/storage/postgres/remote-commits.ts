import { createHash } from 'node:crypto';
import type { ClientBase, Notification } from 'pg';
import type { RunListeners } from '../run-listeners.ts';
import type { Database } from './database.ts';

/** Notifications of one server in a transaction; each is one in PostgreSQL's global queue. */
const NOTIFY_EVERY_MS = 50;
/** PostgreSQL's limit is 8000 bytes. */
const PAYLOAD_CHARS = 7000;
const POLL_MS = 1000;
const POLL_WITHOUT_LISTEN_MS = 250;
const FIRST_RECONNECT_MS = 100;
const LONGEST_RECONNECT_MS = 5000;
/** In a payload, besides the ids of runs. */
const RELEASED = 'released';
const ADDED = 'added';

/** A connection that only listens. */
export interface ListenConnection {
  readonly client: ClientBase;
  end(): Promise<void>;
}

/**
 * Tells the readers of a run about commits of other servers. Polling is what they rely on; `LISTEN` and `NOTIFY` only make it
 * faster, so a lost notification or connection delays events and loses none.
 */
export interface RemoteCommits {
  /** Resolves once it listens, or that failed for the first time. */
  start(): Promise<void>;
  /** Tells the other servers, with other runs that are committed soon. `lastSeq` is the number of the run's last event. */
  announce(runId: string, lastSeq: number): void;
  /** Tells the other servers that a run was released, and can be claimed. */
  announceRelease(): void;
  /** Tells the other servers that files wait to be processed. */
  announceAdded(): void;
  /** Sends what was announced, and ends. */
  stop(): Promise<void>;
}

export interface RemoteCommitsOptions {
  readonly database: Database;
  readonly listeners: RunListeners;
  /** Called when another server released a run. */
  readonly onReleased: () => void;
  /** Called when another server added files that wait to be processed. */
  readonly onAdded: () => void;
  /** A name of this server's own. */
  readonly serverId: string;
  readonly channel: string;
  readonly lastSeqs: (runIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Connects a client that listens; undefined when the connections do not allow it. */
  readonly connect: (() => Promise<ListenConnection>) | undefined;
}

/** The channel of a schema: a name of at most 63 bytes, as `LISTEN` requires. */
export function channelOf(schema: string): string {
  return `threadkit ${createHash('sha256').update(schema).digest('hex').slice(0, 32)}`;
}

export function createRemoteCommits({
  database,
  listeners,
  onReleased,
  onAdded,
  serverId,
  channel,
  lastSeqs,
  connect,
}: RemoteCommitsOptions): RemoteCommits {
  const announced = new Set<string>();
  /** Of runs with readers: the last number that they were told about. */
  const knownSeqs = new Map<string, number>();
  let sending: Promise<void> | undefined;
  let notifyTimer: NodeJS.Timeout | undefined;
  let pollTimer: NodeJS.Timeout | undefined;
  let reconnectTimer: NodeJS.Timeout | undefined;
  let listening: ListenConnection | undefined;
  let isStopped = false;
  let hasListened = false;

  function announce(runId: string, lastSeq: number): void {
    if (knownSeqs.has(runId)) knownSeqs.set(runId, lastSeq);
    addToNext(runId);
  }

  function addToNext(word: string): void {
    if (!connect) return;
    announced.add(word);
    // The first at once; those that come within the time together.
    if (!notifyTimer) notify();
  }

  function notify(): void {
    notifyTimer = undefined;
    if (announced.size === 0) return;
    sending = send();
    notifyTimer = setTimeout(notify, NOTIFY_EVERY_MS).unref();
  }

  async function send(): Promise<void> {
    const payloads = inPayloads([...announced], serverId);
    announced.clear();
    // Other servers poll, so a notification that cannot be sent is left out.
    await database
      .run('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [channel, payloads])
      .catch(() => {});
  }

  function receive({ payload = '' }: Notification): void {
    const [from, ...words] = payload.split(' ');
    if (from === serverId) return;
    for (const word of words) {
      if (word === RELEASED) onReleased();
      else if (word === ADDED) onAdded();
      else listeners.notify(word, []);
    }
  }

  async function listen(delayMs = FIRST_RECONNECT_MS): Promise<void> {
    if (!connect || isStopped) return;
    const again = (): void => {
      if (isStopped) return;
      reconnectTimer = setTimeout(
        () => void listen(Math.min(2 * delayMs, LONGEST_RECONNECT_MS)),
        delayMs,
      ).unref();
    };
    let connection: ListenConnection;
    try {
      connection = await connect();
    } catch {
      return again();
    }
    const { client } = connection;
    let isListening = false;
    let isLost = false;
    const onLost = (): void => {
      if (isLost) return;
      isLost = true;
      if (listening === connection) listening = undefined;
      void connection.end().catch(() => {});
      if (isListening) void listen();
      else again();
    };
    client.on('notification', receive);
    client.on('error', onLost).on('end', onLost);
    try {
      await client.query(`LISTEN "${channel}"`);
    } catch {
      // Also when the connection goes on, such as one to a standby, which refuses to listen.
      return onLost();
    }
    if (isStopped) return await connection.end();
    if (isLost) return;
    isListening = true;
    listening = connection;
    // Notifications while the connection was lost are missed.
    if (hasListened) for (const runId of listeners.runIds()) listeners.notify(runId, []);
    hasListened = true;
  }

  async function poll(): Promise<void> {
    const runIds = listeners.runIds();
    for (const runId of knownSeqs.keys()) if (!runIds.includes(runId)) knownSeqs.delete(runId);
    if (runIds.length > 0) {
      const seqs = await lastSeqs(runIds);
      for (const runId of runIds) {
        const seq = seqs.get(runId) ?? -1;
        const known = knownSeqs.get(runId);
        // Of a local commit during the query, the readers know already.
        if (known === undefined || seq > known || seq === -1) listeners.notify(runId, []);
        knownSeqs.set(runId, Math.max(seq, knownSeqs.get(runId) ?? -1));
      }
    }
  }

  function schedulePoll(): void {
    if (isStopped) return;
    pollTimer = setTimeout(
      () => {
        // Readers also read on their own, so a poll that fails is tried again at the next turn.
        void poll()
          .catch(() => {})
          .finally(schedulePoll);
      },
      listening ? POLL_MS : POLL_WITHOUT_LISTEN_MS,
    ).unref();
  }

  return {
    announce,
    announceRelease: () => addToNext(RELEASED),
    announceAdded: () => addToNext(ADDED),
    async start() {
      await listen();
      schedulePoll();
    },
    async stop() {
      isStopped = true;
      clearTimeout(notifyTimer);
      clearTimeout(pollTimer);
      clearTimeout(reconnectTimer);
      if (announced.size > 0) sending = send();
      await sending;
      await listening?.end();
    },
  };
}

/** The words in payloads below the limit, each after the id of the server. */
function inPayloads(words: readonly string[], serverId: string): string[] {
  const payloads: string[] = [];
  let payload = serverId;
  for (const word of words) {
    if (payload.length + word.length >= PAYLOAD_CHARS) {
      payloads.push(payload);
      payload = serverId;
    }
    payload += ` ${word}`;
  }
  return [...payloads, payload];
}
