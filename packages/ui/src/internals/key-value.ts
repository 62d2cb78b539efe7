/** An entry of a key-value list. */
export interface KeyValue {
  readonly label: string;
  readonly value: string;
  /** The value that `value` replaces. Shown struck through. */
  readonly previousValue?: string | undefined;
}
