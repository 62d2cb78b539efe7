/** The reason why a worker abandons a run in the middle of a model call. */
export class RunStoppedError extends Error {
  override readonly name = 'RunStoppedError';
  /** `cancelling`: a caller cancelled it. `fenced`: another worker has claimed it. `closing`: this server closes. */
  readonly reason: 'cancelling' | 'fenced' | 'closing';

  constructor(reason: RunStoppedError['reason']) {
    super(`The run was stopped: ${reason}.`);
    this.reason = reason;
  }
}
