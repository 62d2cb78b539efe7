/** Whether the value is a usable size of a context window, in tokens. */
export function isContextSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 1;
}
