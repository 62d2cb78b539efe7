import type { Environment } from '../../environment/environment.ts';

/** A lock that is free is granted within a few milliseconds: only then is it worth saying that it is not. */
const TELL_AFTER_MS = 200;

/**
 * Which of several tabs runs the tools of a run: the one that holds its lock, which is the one that sent, until
 * it goes. Where the origin has no locks every tab owns what it looks at, and the tool round asks before it executes in a tab that did not
 * send.
 */
export interface ToolLock {
  /** Asks for a run's tools. May be called again: the newest `onOwned` counts. */
  claim(runId: string, onOwned?: () => void, onElsewhere?: () => void): void;
  /** Lets go, of a lock or of the wish for it. */
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
      // Released while it waited in line.
      if (claim !== current) return;
      claim.isOwned = true;
      claim.onOwned();
      await released;
    });
    // A browser that refuses locks after all leaves this tab as good an owner as any.
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
      }, TELL_AFTER_MS);
    },
    release() {
      current?.release();
      current = undefined;
    },
  };
}
