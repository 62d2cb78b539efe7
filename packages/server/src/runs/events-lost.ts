/** What a reader follows is not there any more: the run, gone with its thread, or events it has not read yet. */
export class EventsLost extends Error {
  override readonly name = 'EventsLost';
  readonly runId: string;
  readonly what: 'run' | 'events';

  constructor(runId: string, what: 'run' | 'events') {
    super(`The ${what} behind a stream of ${runId} went while it was read.`);
    this.runId = runId;
    this.what = what;
  }
}
