import type { CommitResult, StoredEvent } from '../storage.ts';
import { StorageUnavailableError } from '../storage-unavailable-error.ts';
import { toStoredEvents } from '../to-stored-events.ts';
import { type ConditionalCommit, commitStatement } from './commit-statement.ts';
import type { Database } from './database.ts';

/** The largest number of commits in one statement. */
const MAX_GROUP = 500;

/** Commits the writes of all runs of this server, in groups. */
export interface CommitQueue {
  /**
   * Resolves once the commit is committed, or was refused because its run is not in the required state. The first commit starts at
   * once; those that come meanwhile are the next group, in one statement. A commit that fails does not affect the others.
   */
  add(commit: Omit<ConditionalCommit, 'events'>): Promise<CommitResult>;
}

interface Pending {
  readonly wanted: ConditionalCommit;
  readonly settle: (result: CommitResult) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * `s` is the quoted schema, and `writerId` a name of this server's own. `onCommit` is called with the events of each commit before
 * its promise resolves.
 */
export function createCommitQueue(
  database: Database,
  s: string,
  writerId: string,
  onCommit: (runId: string, events: readonly StoredEvent[]) => void,
): CommitQueue {
  let waiting: Pending[] = [];
  let isBusy = false;
  let lastNumber = 0;

  async function commitAll(): Promise<void> {
    isBusy = true;
    while (waiting.length > 0) {
      const group = takeGroup();
      await commitGroup(group).catch((error: unknown) => commitOneByOne(group, error));
    }
    isBusy = false;
  }

  async function commitOneByOne(group: readonly Pending[], error: unknown): Promise<void> {
    // While the database is away, nobody knows what was written, and each commit would wait again.
    if (group.length === 1 || error instanceof StorageUnavailableError) {
      for (const { fail } of group) fail(error);
      return;
    }
    // One of them is the cause, and nothing was written; the others must not fail with it.
    for (const pending of group) await commitGroup([pending]).catch(pending.fail);
  }

  /** The oldest commits, at most one of a run: its next one is for the state after it. */
  function takeGroup(): Pending[] {
    const group = new Map<string, Pending>();
    const later: Pending[] = [];
    for (const pending of waiting) {
      const { runId } = pending.wanted;
      if (group.size === MAX_GROUP || group.has(runId)) later.push(pending);
      else group.set(runId, pending);
    }
    waiting = later;
    // In one order on all servers, so that groups with the same runs rather wait for each other than deadlock.
    return [...group.values()].toSorted((a, b) => (a.wanted.runId < b.wanted.runId ? -1 : 1));
  }

  async function commitGroup(group: readonly Pending[]): Promise<void> {
    const commits = group.map(({ wanted }) => wanted);
    const before = await write(commits);
    const refused = commits.filter(({ runId }) => !before.has(runId));
    const reasons = refused.length > 0 ? await explainRefusals(refused) : undefined;
    for (const { wanted, settle, fail } of group) {
      const lastSeq = before.get(wanted.runId);
      try {
        if (lastSeq === undefined) {
          settle(reasons?.get(wanted.runId) ?? 'conflict');
          continue;
        }
        if (wanted.events.length > 0) onCommit(wanted.runId, numbered(wanted, lastSeq));
        settle('committed');
      } catch (error) {
        // The others of the group must still settle.
        fail(error);
      }
    }
  }

  /** Writes the commits in one statement. Returns the written runs with the number of their last event before it. */
  function write(commits: readonly ConditionalCommit[]): Promise<ReadonlyMap<string, number>> {
    let sent: number | undefined;
    return database.retry(async (query) => {
      if (sent !== undefined) {
        // Takes a higher number, so that the lost statement cannot be executed any more, and waits while it is being executed.
        lastNumber += 1;
        const [last] = await query(
          `WITH known AS MATERIALIZED (SELECT last_commit, written FROM ${s}.writers WHERE id = $1 FOR UPDATE)
           UPDATE ${s}.writers SET last_commit = $2 FROM known WHERE id = $1 RETURNING known.last_commit, known.written`,
          [writerId, lastNumber],
        );
        if (Number(last?.['last_commit']) === sent) return toMap(last?.['written']);
      }
      lastNumber += 1;
      sent = lastNumber;
      const { sql, values } = commitStatement(s, commits, { id: writerId, number: sent });
      const [row] = await query(sql, values);
      return toMap(row?.['json']);
    });
  }

  async function explainRefusals(refused: readonly ConditionalCommit[]): Promise<Map<string, CommitResult>> {
    const rows = await database.run(`SELECT id, worker_id, attempt FROM ${s}.runs WHERE id = ANY ($1)`, [
      refused.map(({ runId }) => runId),
    ]);
    const leases = new Map(rows.map((row) => [row['id'], row]));
    return new Map(
      refused.map(({ runId, lease }) => {
        const row = leases.get(runId);
        const isFenced =
          lease !== undefined && (row?.['worker_id'] !== lease.workerId || row['attempt'] !== lease.attempt);
        return [runId, isFenced ? 'fenced' : 'conflict'];
      }),
    );
  }

  return {
    add(commit) {
      // Once, however often the group is tried.
      const events = toStoredEvents(commit.commit.events, 0);
      return new Promise((resolve, reject) => {
        waiting.push({
          wanted: { ...commit, events },
          settle: resolve,
          fail: reject,
        });
        if (!isBusy) void commitAll();
      });
    },
  };
}

/** From `[[id, before], …]`, as the statement returns it. */
function toMap(json: unknown): ReadonlyMap<string, number> {
  return new Map(JSON.parse(String(json)) as [string, number][]);
}

/** The events with their numbers, which follow the run's last one. */
function numbered({ events }: ConditionalCommit, lastSeq: number): StoredEvent[] {
  return events.map(({ event, json }, index) => ({ seq: lastSeq + 1 + index, event, json }));
}
