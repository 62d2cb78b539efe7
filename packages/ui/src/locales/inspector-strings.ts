/**
 * What `RunInspector` says beyond {@link Words}. A catalogue of its own, so that a chat does not load the words of a
 * tool for developers.
 */
export interface InspectorStrings {
  readonly label: string;
  readonly events: string;
  /** Names the slider. */
  readonly position: string;
  /** The slider's value. */
  at(index: string, count: string): string;
  readonly run: string;
  readonly steps: string;
  readonly text: string;
  readonly event: string;
  readonly state: string;
  readonly none: string;
  readonly reading: string;
  readonly copy: string;
  readonly copied: string;
  /** The backend keeps no events of runs. */
  readonly unsupported: string;
  /** It did, and has dropped this run's. */
  readonly expired: string;
}

/** The inspector in English. */
export const inspectorEn: InspectorStrings = {
  label: 'Events of this run',
  events: 'Events',
  position: 'Event',
  at: (index, count) => `${index} of ${count}`,
  run: 'Run',
  steps: 'Steps',
  text: 'Text',
  event: 'Event as JSON',
  state: 'State as JSON',
  none: 'None yet',
  reading: 'Reading the events',
  copy: 'Copy as a fixture',
  copied: 'Copied',
  unsupported:
    'This server does not keep the events of its runs, so there is nothing to go back through. The run and its steps can still be read.',
  expired: 'The events of this run are no longer kept. The run and its steps can still be read.',
};
