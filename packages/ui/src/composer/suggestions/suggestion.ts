/** One thing to choose from the list over a composer. */
export interface Suggestion {
  /** Tells it from the others of the list. */
  readonly id: string;
  readonly label: string;
  /** A few words on what it is or does. */
  readonly detail?: string | undefined;
}

/** Where suggestions come from, and what choosing one does. */
export interface SuggestionSource<T extends Suggestion = Suggestion> {
  /**
   * The suggestions for what was typed behind the character, best first; it may be `''`. A list is searched by label.
   * The signal is aborted when the person types on.
   */
  readonly items:
    | readonly T[]
    | ((query: string, signal: AbortSignal) => readonly T[] | Promise<readonly T[]>);
  /**
   * What stands in the text afterwards, in place of the character and the query; undefined takes them out, for what
   * is done at once. @defaultValue the character and the label
   */
  onPick?(item: T): string | undefined;
}

/** A character that opens a list of suggestions where a word begins with it. */
export interface SuggestionTrigger<T extends Suggestion = Suggestion> extends SuggestionSource<T> {
  /** One character: `'/'`, `'@'`, `'#'`. */
  readonly char: string;
  /** Names the list: "Commands". */
  readonly label: string;
  /** `start`: only as the text's first word, as for commands. @defaultValue 'word' */
  readonly at?: 'start' | 'word' | undefined;
}
