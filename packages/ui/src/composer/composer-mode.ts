/** What the composer's button does. `idle`: nothing to send, nothing to stop. */
export type ComposerMode = 'idle' | 'send' | 'queue' | 'stop';

/** Text always wins: while a run lives it is queued, and only an empty composer stops the run. */
export function composerMode({ isBusy, hasText }: { isBusy: boolean; hasText: boolean }): ComposerMode {
  if (hasText) return isBusy ? 'queue' : 'send';
  return isBusy ? 'stop' : 'idle';
}
