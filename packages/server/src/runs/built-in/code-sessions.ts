import { createSemaphore } from '@threadkit/core/tools';
import type { CodeExecutor, CodeInputFile, CodeSession } from '../../code/code-executor.ts';
import type { SetTimer } from '../../shared/timers.ts';
import { isFileError } from './is-file-error.ts';

/** How long a session is kept after its last call. As the contract has it. */
const IDLE_MS = 3_600_000;
/** Each is a process with its own memory. */
const MAX_SESSIONS = 16;

/** Files by id, each with a way to read it. */
export type SessionFiles = ReadonlyMap<string, CodeInputFile>;

/** The sessions of this server: one per thread. They live in memory, so another server begins with new ones. */
export interface CodeSessions {
  /**
   * Calls `use` with the session of a thread, in which the files are: opened when there is none. One call at a time for each thread, in the
   * order of the calls. Files that the executor refuses are passed to `use` by name. Rejects with what the executor throws,
   * {@link SessionsBusyError}, or what `use` throws.
   */
  use<T>(
    threadId: string,
    files: SessionFiles,
    signal: AbortSignal,
    use: (session: CodeSession, refused: readonly string[]) => Promise<T>,
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
  /** Resolves when the session whose place it takes is closed. */
  readonly hasPlace: Promise<void>;
  /** Ids of the files that are in the session, or were refused. */
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
  function enter(threadId: string): Entry {
    const entry = entries.get(threadId) ?? newEntry();
    entries.delete(threadId);
    entries.set(threadId, entry);
    entry.cancelExpiry();
    entry.users += 1;
    return entry;
  }

  /** In the place of an idle one, when there are too many. */
  function newEntry(): Entry {
    let hasPlace = Promise.resolve();
    if (entries.size >= MAX_SESSIONS) {
      const idle = [...entries].find(([, { users }]) => users === 0);
      if (!idle) throw new SessionsBusyError(`${MAX_SESSIONS} sandboxes are in use.`);
      hasPlace = closeEntry(...idle);
    }
    return {
      take: createSemaphore(1).take,
      session: undefined,
      hasPlace,
      written: new Set(),
      users: 0,
      cancelExpiry: () => {},
    };
  }

  function leave(threadId: string, entry: Entry): void {
    entry.users -= 1;
    if (entry.users > 0) return;
    if (!entry.session?.isOpen) void closeEntry(threadId, entry);
    else {
      entry.cancelExpiry = setTimer(() => void closeEntry(threadId, entry), IDLE_MS, { background: true });
    }
  }

  /** The open session of an entry. */
  async function openSession(entry: Entry, signal: AbortSignal): Promise<CodeSession> {
    if (entry.session?.isOpen) return entry.session;
    const ended = entry.session;
    entry.session = undefined;
    await Promise.all([entry.hasPlace, ended?.close().catch(onError)]);
    entry.written = new Set();
    entry.session = await executor.open({ signal });
    return entry.session;
  }

  /** Writes the files that are not in the session. Returns the names of those that it refuses: a file without a place must not prevent code. */
  async function addFiles(session: CodeSession, { written }: Entry, files: SessionFiles): Promise<string[]> {
    const refused: string[] = [];
    for (const [id, file] of files) {
      if (written.has(id)) continue;
      try {
        await session.addFile(file);
      } catch (error) {
        if (!isFileError(error) || !session.isOpen) throw error;
        refused.push(file.name);
      }
      written.add(id);
    }
    return refused;
  }

  return {
    async use(threadId, files, signal, use) {
      const entry = enter(threadId);
      try {
        return await entry.take(async () => {
          signal.throwIfAborted();
          const session = await openSession(entry, signal);
          return use(session, await addFiles(session, entry, files));
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
