import type { RunCompletionUsage, RunStatus } from '@threadkit/core/api';

/** One execution of a run: from its claim by a worker until its outcome is stored, or the worker gives it up. */
export interface LoggedExecution {
  /** Id of the run. */
  readonly runId: string;
  /** Id of its thread. */
  readonly threadId: string;
  /** Model of the run. */
  readonly model: string;
  /** Id of the worker, which is new for each `createServer`. */
  readonly workerId: string;
  /** Number of the claim, from 1: a run is claimed again after each tool round and each recovery. */
  readonly attempt: number;
  /** How often the current model call was restarted. */
  readonly recoveries: number;
}

/** Something that happened in the life of a run or a server, as `info`. Times are in milliseconds. */
export type LoggedOccurrence =
  | { readonly event: 'server_opened' | 'server_closed' }
  | ({
      /** `run_recovered`: an earlier worker had begun it, and lost or released it. */
      readonly event: 'run_claimed' | 'run_recovered';
    } & LoggedExecution)
  | ({
      readonly event: 'run_requires_action';
      readonly durationMs: number;
      /** How many outputs it waits for. */
      readonly toolCalls: number;
    } & LoggedExecution)
  | ({
      readonly event: 'run_ended';
      readonly status: RunStatus;
      /** Code of `last_error`, or the reason of `incomplete_details`; null for other statuses. */
      readonly reason: string | null;
      readonly durationMs: number;
      /** Of the whole run, with earlier executions. A model call without reported usage counts 0; null when no model call has ended. */
      readonly usage: RunCompletionUsage | null;
    } & LoggedExecution)
  | ({
      /**
       * `run_released`: the server closes, and any worker can claim the run · `run_fenced`: another worker has claimed it, or its
       * thread was deleted · `run_abandoned`: the storage failed, and a worker can claim it when its lease has expired.
       */
      readonly event: 'run_released' | 'run_fenced' | 'run_abandoned';
      readonly durationMs: number;
    } & LoggedExecution);

/** A condition that the operator of a server has to know about and usually has to fix, or a normal occurrence. */
export type LogEntry = {
  /**
   * `info`: a normal occurrence · `warn`: one request, page or setting was refused · `error`: the server or its provider does not
   * work.
   */
  readonly level: 'info' | 'warn' | 'error';
  /**
   * What happened and what to do, on one line. Contains ids, names of models and tools, the provider's own message, and its host when it does not respond; never the
   * text of a conversation, a key, or an address with credentials. That of an MCP server whose program fails has the last lines of its
   * error output, which may contain what the program writes there.
   */
  readonly message: string;
} & (
  | { readonly event: 'origin_refused'; readonly origin: string }
  | { readonly event: 'assistant_not_found'; readonly assistantId: string }
  | { readonly event: 'model_not_served'; readonly model: string }
  | {
      readonly event: 'model_failed';
      readonly model: string;
      readonly runId: string;
      /** Name of the engine; null when no engine serves the model. */
      readonly engine: string | null;
      /** How long the provider asks to wait, in milliseconds, when it limits requests. */
      readonly retryAfterMs?: number;
    }
  | { readonly event: 'model_warned'; readonly model: string }
  | { readonly event: 'model_call_retried'; readonly model: string }
  | { readonly event: 'response_cut_off'; readonly model: string; readonly runId: string }
  | { readonly event: 'storage_unavailable' }
  | { readonly event: 'embeddings_failed'; readonly model: string }
  | { readonly event: 'storage_damaged' }
  | { readonly event: 'tools_unavailable' }
  | { readonly event: 'documents_not_read' }
  | {
      readonly event: 'tool_failed';
      readonly runId: string;
      readonly toolName: string;
      readonly toolCallId: string;
      /** `timeout`, `output_too_long` or `invalid_arguments`; otherwise the name of the exception, `_OTHER` when it has none. */
      readonly reason: string;
    }
  | { readonly event: 'tool_interrupted'; readonly runId: string; readonly toolCallId: string }
  | {
      readonly event: 'tool_not_declared';
      readonly model: string;
      readonly runId: string;
      readonly toolCallId: string;
    }
  | LoggedOccurrence
);

/** Receives log entries, in order. */
export type Log = (entry: LogEntry) => void;

/** Writes the message of a condition to the console. Occurrences are left out: each run has several. */
export function logToConsole({ level, message }: LogEntry): void {
  if (level === 'info') return;
  console[level](`threadkit server: ${message}`);
}

/** Callers choose origins and ids, so the number of remembered messages is bounded. */
const MAX_REMEMBERED = 200;

/** A log that drops repeated messages of conditions. */
export interface RepeatingLog {
  /** Writes the entry, unless it is a condition and the same message was written within `everyMs`. @defaultValue never repeats a message */
  write(entry: LogEntry, everyMs?: number): void;
}

export function createRepeatingLog(log: Log, now: () => number): RepeatingLog {
  const writtenAt = new Map<string, number>();
  return {
    write(entry, everyMs = Number.POSITIVE_INFINITY) {
      if (entry.level === 'info') return log(entry);
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
