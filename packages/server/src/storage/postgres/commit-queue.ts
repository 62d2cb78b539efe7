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
    const before = await write(group.map(({ wanted }) => wanted));
    const refused: Pending[] = [];
    for (const pending of group) {
      const { wanted, settle, fail } = pending;
      const lastSeq = before.get(wanted.runId);
      if (lastSeq === undefined) {
        refused.push(pending);
        continue;
      }
      try {
        if (wanted.events.length > 0) onCommit(wanted.runId, numbered(wanted, lastSeq));
        settle('committed');
      } catch (error) {
        // The others of the group must still settle.
        fail(error);
      }
    }
    if (refused.length > 0) await explainRefusals(refused);
  }

  /** Writes the commits in one statement. Returns the written runs with the number of their last event before it. */
  function write(commits: readonly ConditionalCommit[]): Promise<ReadonlyMap<string, number>> {
    let sent: number | undefined;
    return database.retry(async (query) => {
      if (sent !== undefined) {
        // Takes a higher number, so that the lost statement cannot be executed any more, and waits while it is being executed. This
        // statement may be lost as well: the next one recognizes by `written` what this one found.
        lastNumber += 1;
        const [last] = await query(
          `UPDATE ${s}.writers SET last_commit = $2, written = CASE WHEN last_commit >= $3 THEN written END
           WHERE id = $1 AND last_commit < $2 RETURNING written`,
          [writerId, lastNumber, sent],
        );
        if (typeof last?.['written'] === 'string') return toMap(last['written']);
      }
      for (;;) {
        lastNumber += 1;
        sent = lastNumber;
        const { sql, values } = commitStatement(s, commits, { id: writerId, number: sent });
        const [row] = await query(sql, values);
        if (row?.['had_turn'] !== false) return toMap(row?.['json']);
        // Another server deleted the row because this one committed nothing for long.
        await query(`INSERT INTO ${s}.writers (id) VALUES ($1) ON CONFLICT DO NOTHING`, [writerId]);
      }
    });
  }

  /** Settles the commits whose run is not in the required state. That the reason cannot be read concerns only these. */
  async function explainRefusals(refused: readonly Pending[]): Promise<void> {
    try {
      const rows = await database.run(`SELECT id, worker_id, attempt FROM ${s}.runs WHERE id = ANY ($1)`, [
        refused.map(({ wanted }) => wanted.runId),
      ]);
      const leases = new Map(rows.map((row) => [row['id'], row]));
      for (const { wanted, settle } of refused) {
        const { runId, lease } = wanted;
        const row = leases.get(runId);
        const isFenced =
          lease !== undefined && (row?.['worker_id'] !== lease.workerId || row['attempt'] !== lease.attempt);
        settle(isFenced ? 'fenced' : 'conflict');
      }
    } catch (error) {
      for (const { fail } of refused) fail(error);
    }
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
