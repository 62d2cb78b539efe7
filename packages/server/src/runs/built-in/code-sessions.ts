import { createSemaphore } from '@threadkit/core/tools';
import type { CodeExecutor, CodeInputFile, CodeSession } from '../../code/code-executor.ts';
import type { SetTimer } from '../../shared/timers.ts';

/** How long a session is kept after its last call. As the contract has it. */
const IDLE_MS = 3_600_000;
/** Each is a process with its own memory. */
const MAX_SESSIONS = 16;

/** Files by id, each with a way to read it. */
export type SessionFiles = ReadonlyMap<string, CodeInputFile>;

/** The sessions of this server: one per thread. They live in memory, so another server begins with new ones. */
export interface CodeSessions {
  /**
   * Calls `use` with the session of a thread, in which the files are: opened when there is none. One call at a time for each thread. Rejects with
   * what the executor throws, {@link SessionsBusyError}, or what `use` throws.
   */
  use<T>(
    threadId: string,
    files: SessionFiles,
    signal: AbortSignal,
    use: (session: CodeSession) => Promise<T>,
  ): Promise<T>;
  /** Ends all sessions. */
  close(): Promise<void>;
}

/** All sessions are in use. */
export class SessionsBusyError extends Error {
  override readonly name = 'SessionsBusyError';
}

interface Entry {
  readonly take: <T>(task: () => Promise<T>) => Promise<T>;
  session: CodeSession | undefined;
  /** Ids of the files that are in the session. */
  written: Set<string>;
  /** Calls that use it, or wait for it. */
  users: number;
  cancelExpiry: () => void;
}

export function createCodeSessions(
  executor: CodeExecutor,
  { setTimer, onError }: { readonly setTimer: SetTimer; readonly onError: (error: unknown) => void },
): CodeSessions {
  /** By thread id, least recently used first. */
  const entries = new Map<string, Entry>();

  async function closeEntry(threadId: string, entry: Entry): Promise<void> {
    entry.cancelExpiry();
    if (entries.get(threadId) === entry) entries.delete(threadId);
    const { session } = entry;
    entry.session = undefined;
    await session?.close().catch(onError);
  }

  /** The entry of a thread, as the most recently used one. */
  async function enter(threadId: string): Promise<Entry> {
    const known = entries.get(threadId);
    if (!known && entries.size >= MAX_SESSIONS) {
      const [idle] = [...entries].filter(([, { users }]) => users === 0);
      if (!idle) throw new SessionsBusyError(`${MAX_SESSIONS} sandboxes are in use.`);
      await closeEntry(...idle);
    }
    const entry = known ??
      entries.get(threadId) ?? {
        take: createSemaphore(1).take,
        session: undefined,
        written: new Set(),
        users: 0,
        cancelExpiry: () => {},
      };
    entries.delete(threadId);
    entries.set(threadId, entry);
    entry.cancelExpiry();
    entry.users += 1;
    return entry;
  }

  function leave(threadId: string, entry: Entry): void {
    entry.users -= 1;
    if (entry.users > 0) return;
    if (!entry.session?.isOpen) void closeEntry(threadId, entry);
    else {
      entry.cancelExpiry = setTimer(() => void closeEntry(threadId, entry), IDLE_MS, { background: true });
    }
  }

  /** The open session of an entry, with the files. */
  async function prepare(entry: Entry, files: SessionFiles, signal: AbortSignal): Promise<CodeSession> {
    if (!entry.session?.isOpen) {
      const ended = entry.session;
      entry.session = undefined;
      await ended?.close().catch(onError);
      entry.written = new Set();
      entry.session = await executor.open({ signal });
    }
    for (const [id, file] of files) {
      if (entry.written.has(id)) continue;
      await entry.session.addFile(file);
      entry.written.add(id);
    }
    return entry.session;
  }

  return {
    async use(threadId, files, signal, use) {
      const entry = await enter(threadId);
      try {
        return await entry.take(async () => {
          signal.throwIfAborted();
          return use(await prepare(entry, files, signal));
        });
      } finally {
        leave(threadId, entry);
      }
    },
    async close() {
      await Promise.all(Array.from(entries, (one) => closeEntry(...one)));
    },
  };
}
