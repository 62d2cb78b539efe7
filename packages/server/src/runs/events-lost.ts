/** A followed run, or events not read yet, were deleted in the meantime. */
export class EventsLost extends Error {
  override readonly name = 'EventsLost';
  readonly runId: string;
  readonly what: 'run' | 'events';

  constructor(runId: string, what: 'run' | 'events') {
    super(`The ${what} of a stream of ${runId} were deleted while it was read.`);
    this.runId = runId;
    this.what = what;
  }
}
