/** One line of a key-and-value list. `was` is what the value replaces. */
export interface KeyValue {
  readonly label: string;
  readonly value: string;
  readonly was?: string | undefined;
}
