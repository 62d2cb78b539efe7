import type { Environment } from '../../environment/environment.ts';

/** A free lock is granted within a few milliseconds. Only a longer wait means that another tab has it. */
const REPORT_DELAY_MS = 200;

/**
 * Decides which of several tabs executes the tools of a run: the tab that holds the run's lock. That is the tab that started
 * the run, until it closes. Without Web Locks every tab owns the run, and a tab that did not start it asks the user before it
 * executes.
 */
export interface ToolLock {
  /** Requests the lock of a run. May be called again: the newest `onOwned` is called. */
  claim(runId: string, onOwned?: () => void, onElsewhere?: () => void): void;
  /** Releases the lock, or withdraws the request for it. */
  release(): void;
}

interface Claim {
  readonly runId: string;
  isOwned: boolean;
  onOwned: () => void;
  release: () => void;
}

export function createToolLock(
  { lock, setTimer }: Pick<Environment, 'lock' | 'setTimer'>,
  clientKey: string,
): ToolLock {
  let current: Claim | undefined;

  function ask(claim: Claim, hold: NonNullable<typeof lock>): void {
    const released = new Promise<void>((resolve) => {
      claim.release = resolve;
    });
    const granted = hold(`tools:${clientKey}:${claim.runId}`, async () => {
      // Released while it was waiting for the lock.
      if (claim !== current) return;
      claim.isOwned = true;
      claim.onOwned();
      await released;
    });
    // The browser rejected the lock: behave as without Web Locks.
    granted.catch(() => {
      claim.isOwned = true;
      claim.onOwned();
    });
  }

  return {
    claim(runId, onOwned = () => {}, onElsewhere = () => {}) {
      if (!lock) return onOwned();
      if (current?.runId !== runId) {
        current?.release();
        current = { runId, isOwned: false, onOwned, release: () => {} };
        ask(current, lock);
      }
      const claim = current;
      claim.onOwned = onOwned;
      if (claim.isOwned) return onOwned();
      setTimer(() => {
        if (claim === current && !claim.isOwned) onElsewhere();
      }, REPORT_DELAY_MS);
    },
    release() {
      current?.release();
      current = undefined;
    },
  };
}
