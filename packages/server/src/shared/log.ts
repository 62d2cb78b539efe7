/** A condition that the operator of a server has to know about, and usually has to fix. */
export type LogEntry = {
  /** `warn`: one request or page was refused · `error`: the server or its provider does not work. */
  readonly level: 'warn' | 'error';
  /**
   * What happened and what to do, on one line. Contains ids, model names and the provider's own message; never the
   * text of a conversation, a key, or an address with credentials.
   */
  readonly message: string;
} & (
  | { readonly event: 'origin_refused'; readonly origin: string }
  | { readonly event: 'assistant_not_found'; readonly assistantId: string }
  | { readonly event: 'model_not_served'; readonly model: string }
  | { readonly event: 'model_failed'; readonly model: string; readonly runId: string }
  | { readonly event: 'response_cut_off'; readonly model: string; readonly runId: string }
  | { readonly event: 'storage_unavailable' }
  | { readonly event: 'storage_damaged' }
);

/** Receives log entries, in order. */
export type Log = (entry: LogEntry) => void;

/** Writes the message to the console. */
export function logToConsole({ level, message }: LogEntry): void {
  console[level](`threadkit server: ${message}`);
}

/** Callers choose origins and ids, so the number of remembered messages is bounded. */
const MAX_REMEMBERED = 200;

/** A log that drops repeated messages. */
export interface RepeatingLog {
  /** Writes the entry, unless the same message was written within `everyMs`. @defaultValue never repeats a message */
  write(entry: LogEntry, everyMs?: number): void;
}

export function createRepeatingLog(log: Log, now: () => number): RepeatingLog {
  const writtenAt = new Map<string, number>();
  return {
    write(entry, everyMs = Number.POSITIVE_INFINITY) {
      const last = writtenAt.get(entry.message);
      const at = now();
      if (last !== undefined && at - last < everyMs) return;
      if (last === undefined && writtenAt.size >= MAX_REMEMBERED) {
        const [oldest] = writtenAt.keys();
        if (oldest !== undefined) writtenAt.delete(oldest);
      }
      writtenAt.set(entry.message, at);
      log(entry);
    },
  };
}

/** Quotes and shortens text chosen by a caller, so that it can neither start a new line nor fill the log. */
export function quoteForLog(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
