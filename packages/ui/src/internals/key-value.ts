/** An entry of a key-value list. */
export interface KeyValue {
  /** The name shown before the value. */
  readonly label: string;
  /** The value as text. */
  readonly value: string;
  /** The value that `value` replaces. Shown struck through. */
  readonly previousValue?: string | undefined;
}
