'use client';

import { useStrings } from './locale-provider.tsx';

/** Strings of the run inspector: the section `inspector` of a `LocaleStrings`. */
export interface InspectorStrings {
  /** Accessible name of the inspector. */
  readonly label: string;
  /** Accessible name of the list of events. */
  readonly events: string;
  /** Accessible name of the slider. */
  readonly position: string;
  /** The slider's value, from formatted numbers: the event's position, beginning with 1, and the number of events. */
  positionText(index: string, count: string): string;
  /** Label of the run's status. */
  readonly run: string;
  /** Label of the list of steps. */
  readonly steps: string;
  /** Label of the text of the messages. */
  readonly text: string;
  /** The button that shows the event as JSON. */
  readonly event: string;
  /** The button that shows the run's state as JSON. */
  readonly state: string;
  /** Shown in place of a run, steps or text that do not exist after the event. */
  readonly empty: string;
  /** Announced until the first event has been read. */
  readonly loading: string;
  /** The button that copies the events as a test fixture. */
  readonly copy: string;
  /** The same button after copying. */
  readonly copied: string;
  /** The server does not store run events. */
  readonly unsupported: string;
  /** The server has deleted the events of this run. */
  readonly expired: string;
}

export const enInspector: InspectorStrings = {
  label: 'Run events',
  events: 'Events',
  position: 'Event',
  positionText: (index, count) => `${index} of ${count}`,
  run: 'Run',
  steps: 'Steps',
  text: 'Text',
  event: 'Event (JSON)',
  state: 'State (JSON)',
  empty: 'None yet',
  loading: 'Loading events…',
  copy: 'Copy as fixture',
  copied: 'Copied',
  unsupported: 'This server does not store run events. You can still view the run and its steps.',
  expired: 'The events of this run are no longer stored. You can still view the run and its steps.',
};

/** The inspector strings of the nearest `LocaleProvider`. */
export function useInspectorStrings(): InspectorStrings {
  return useStrings().inspector ?? enInspector;
}
