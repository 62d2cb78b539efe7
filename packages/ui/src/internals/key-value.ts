/** An entry of a key-value list. `was` is the value that `value` replaces. */
export interface KeyValue {
  readonly label: string;
  readonly value: string;
  readonly was?: string | undefined;
}
