/** One item of the list above the composer. */
export interface Suggestion {
  /** Unique within the list. */
  readonly id: string;
  /** The text of the option. Items given as an array are searched by it. */
  readonly label: string;
  /** A short description. */
  readonly detail?: string | undefined;
}

/** Provides suggestions and handles the one that is picked. */
export interface SuggestionSource<T extends Suggestion = Suggestion> {
  /**
   * An array, searched by label, or a function that returns the suggestions for the text after the trigger character,
   * best first. The query may be empty. The signal is aborted when the query changes.
   */
  readonly items:
    | readonly T[]
    | ((query: string, signal: AbortSignal) => readonly T[] | Promise<readonly T[]>);
  /**
   * Returns the text that replaces the trigger character and the query. Return undefined to remove them, for a command
   * that is executed at once. @defaultValue the trigger character and the label
   */
  onPick?(item: T): string | undefined;
}

/** A character that opens a list of suggestions when a word starts with it. */
export interface SuggestionTrigger<T extends Suggestion = Suggestion> extends SuggestionSource<T> {
  /** One character: `'/'`, `'@'`, `'#'`. */
  readonly char: string;
  /** Accessible name of the list, such as "Commands". */
  readonly label: string;
  /** `start`: only in the first word of the text, as for commands. @defaultValue 'word' */
  readonly at?: 'start' | 'word' | undefined;
}
