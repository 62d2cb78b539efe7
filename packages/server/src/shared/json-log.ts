import type { Log, LogEntry } from './log.ts';

/** Options of {@link jsonLog}. */
export interface JsonLogOptions {
  /** Called with each line, without its line break. @defaultValue console.log */
  readonly write?: ((line: string) => void) | undefined;
  /** The lowest level that is written. @defaultValue 'info' */
  readonly level?: LogEntry['level'] | undefined;
  /** Returns Unix milliseconds. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
}

const LEVELS: readonly LogEntry['level'][] = ['info', 'warn', 'error'];

/**
 * A log for `createServer` that writes each entry as one line of JSON: `time` (ISO 8601), `level`, `event`, `message` and the
 * fields of the event, in this order. It does not get unexpected exceptions, such as those of tools: set `onError` of
 * `createServer` too, which otherwise writes them to the console as text.
 */
export function jsonLog({
  write = (line) => console.log(line),
  level: lowest = 'info',
  now = Date.now,
}: JsonLogOptions = {}): Log {
  const minimum = LEVELS.indexOf(lowest);
  return ({ level, event, message, ...fields }) => {
    if (LEVELS.indexOf(level) < minimum) return;
    write(JSON.stringify({ time: new Date(now()).toISOString(), level, event, message, ...fields }));
  };
}
