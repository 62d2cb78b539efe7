import { vi } from 'vitest';

/** Ends a wait for what never comes about. A busy machine takes many times as long as an idle one. */
const PATIENCE_MS = 20_000;

/** Repeats a check until it passes: for what must come about, and then stays. */
export function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: PATIENCE_MS });
}
