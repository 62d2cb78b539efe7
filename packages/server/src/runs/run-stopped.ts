/** The reason why a worker abandons a run in the middle of a model call. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
  /** `cancelling`: a caller cancelled it. `fenced`: another worker has claimed it. `closing`: this server closes. */
  readonly why: 'cancelling' | 'fenced' | 'closing';

  constructor(why: RunStopped['why']) {
    super(`The run was stopped: ${why}.`);
    this.why = why;
  }
}
