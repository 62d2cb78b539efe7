import type { CommitResult, StoredEvent } from '../storage.ts';
import { toStoredEvents } from '../to-stored-events.ts';
import { type ConditionalCommit, commitStatement } from './commit-statement.ts';
import type { Database, Query } from './database.ts';

/** The largest number of commits in one transaction. */
const MAX_GROUP = 200;

/** Commits the writes of all runs of this server, in groups. */
export interface CommitQueue {
  /**
   * Resolves once the commit is committed, or was refused because its run is not in the required state. The first commit starts at
   * once; those that come meanwhile are the next group, in one transaction. A commit that fails does not affect the others.
   */
  add(commit: Omit<ConditionalCommit, 'events'>): Promise<CommitResult>;
}

interface Pending {
  readonly wanted: ConditionalCommit;
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
}

interface Outcome {
  readonly result: CommitResult;
  readonly stored: readonly StoredEvent[];
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
  let transactions = 0;

  async function commitAll(): Promise<void> {
    isBusy = true;
    while (waiting.length > 0) {
      const group = takeGroup();
      await commitGroup(group).catch(async (error: unknown) => {
        if (group.length === 1) {
          group[0]?.fail(error);
          return;
        }
        // One of them is the cause; the others must not fail with it.
        for (const pending of group) await commitGroup([pending]).catch(pending.fail);
      });
    }
    isBusy = false;
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
    transactions += 1;
    const number = transactions;
    const outcomes = await database.transact(
      async (query) => {
        await query(
          `INSERT INTO ${s}.writers (id, last_commit) VALUES ($1, $2)
           ON CONFLICT (id) DO UPDATE SET last_commit = excluded.last_commit, committed_at = excluded.committed_at`,
          [writerId, number],
        );
        const wanted = group.map((pending) => pending.wanted);
        const { sql, values } = commitStatement(s, wanted);
        const before = new Map((await query(sql, values)).map((row) => [row['id'], Number(row['before'])]));
        const refused = wanted.filter(({ runId }) => !before.has(runId));
        const reasons = refused.length > 0 ? await explainRefusals(query, refused) : undefined;
        return wanted.map((commit): Outcome => {
          const seq = before.get(commit.runId);
          if (seq === undefined) return { result: reasons?.get(commit.runId) ?? 'conflict', stored: [] };
          return { result: 'committed', stored: numbered(commit, seq) };
        });
      },
      async (query) => {
        const rows = await query(`SELECT 1 FROM ${s}.writers WHERE id = $1 AND last_commit = $2`, [
          writerId,
          number,
        ]);
        return rows.length > 0;
      },
    );
    for (const [index, { wanted, settle, fail }] of group.entries()) {
      const outcome = outcomes[index];
      if (!outcome) continue;
      try {
        if (outcome.stored.length > 0) onCommit(wanted.runId, outcome.stored);
        settle(outcome);
      } catch (error) {
        // The others of the group must still settle.
        fail(error);
      }
    }
  }

  async function explainRefusals(
    query: Query,
    refused: readonly ConditionalCommit[],
  ): Promise<Map<string, CommitResult>> {
    const rows = await query(`SELECT id, worker_id, attempt FROM ${s}.runs WHERE id = ANY ($1)`, [
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
          settle: ({ result }) => resolve(result),
          fail: reject,
        });
        if (!isBusy) void commitAll();
      });
    },
  };
}

/** The events with their numbers, which follow the run's last one. */
function numbered({ events }: ConditionalCommit, lastSeq: number): StoredEvent[] {
  return events.map(({ event, json }, index) => ({ seq: lastSeq + 1 + index, event, json }));
}
