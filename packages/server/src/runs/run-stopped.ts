/** Why a worker lets go of a run before its turn is done. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
  /** `cancelling`: someone asked for it. `fenced`: the run is another's. `closing`: this server closes. */
  readonly why: 'cancelling' | 'fenced' | 'closing';

  constructor(why: RunStopped['why']) {
    super(`The run was stopped: ${why}.`);
    this.why = why;
  }
}
