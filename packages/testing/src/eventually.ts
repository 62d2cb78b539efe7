import { vi } from 'vitest';

/** Time-out of a failing check. A busy machine takes many times as long as an idle one. */
const TIMEOUT_MS = 20_000;

/** Repeats a check until it passes, for conditions that become true and stay true. */
export function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: TIMEOUT_MS });
}
