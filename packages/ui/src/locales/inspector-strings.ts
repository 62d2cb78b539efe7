'use client';

import { useStrings } from './locale-provider.tsx';

/** Strings of the run inspector: the section `inspector` of a `LocaleStrings`. */
export interface InspectorStrings {
  readonly label: string;
  readonly events: string;
  /** Accessible name of the slider. */
  readonly position: string;
  /** The slider's value. */
  positionText(index: string, count: string): string;
  readonly run: string;
  readonly steps: string;
  readonly text: string;
  readonly event: string;
  readonly state: string;
  readonly empty: string;
  readonly loading: string;
  readonly copy: string;
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
