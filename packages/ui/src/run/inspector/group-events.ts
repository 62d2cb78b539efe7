import type { SequencedEvent } from '@threadkit/core';
import type { RecordedEvent } from '@threadkit/react';
import { summarizeEvent } from './summarize-event.ts';

/** Maximum length of a summary, which is one line in a list. */
const SUMMARY_CHARS = 200;

/** One row of the list: an event, or consecutive deltas of one object. */
export interface EventGroup {
  readonly name: string;
  /** Indexes into the events, both inclusive. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds since the run's creation; undefined if the event has no time. */
  readonly offsetMs: number | undefined;
  readonly summary: string;
}

/** Groups events into rows: thousands of deltas become a few. */
export function groupEvents(events: readonly RecordedEvent[]): readonly EventGroup[] {
  const groups: EventGroup[] = [];
  const begin = events.find(({ state }) => state.run !== undefined)?.state.run?.created_at;
  for (const [index, { event }] of events.entries()) {
    const last = groups.at(-1);
    const before = events[index - 1]?.event;
    if (last && before && continues(before, event)) {
      const summary =
        last.summary.length < SUMMARY_CHARS ? last.summary + summarizeEvent(event) : last.summary;
      groups[groups.length - 1] = { ...last, to: index, summary };
      continue;
    }
    const time = eventTime(event);
    const offsetMs = time === undefined || begin === undefined ? undefined : (time - begin) * 1000;
    groups.push({ name: event.event, from: index, to: index, offsetMs, summary: summarizeEvent(event) });
  }
  return groups.map((group) => ({ ...group, summary: oneLine(group.summary) }));
}

function continues(before: RecordedEvent['event'], event: RecordedEvent['event']): boolean {
  return (
    event.event === before.event &&
    event.event.endsWith('.delta') &&
    'id' in event.data &&
    'id' in before.data &&
    event.data.id === before.data.id
  );
}

function oneLine(text: string): string {
  return text.slice(0, SUMMARY_CHARS).replace(/\s+/g, ' ').trim();
}

/**
 * Time of an event in Unix seconds, read from its object: events themselves have no timestamp. Undefined for deltas, and
 * for a run that continues after tool outputs.
 */
export function eventTime({ event, data }: SequencedEvent): number | undefined {
  if (!('created_at' in data)) return undefined;
  const times: Record<string, unknown> = { ...data };
  const name = event.slice(event.lastIndexOf('.') + 1);
  // A run is queued again after tool outputs, without a timestamp for it.
  const field = name === 'in_progress' && event === 'thread.run.in_progress' ? 'started_at' : `${name}_at`;
  const time = times[field];
  return typeof time === 'number' ? time : undefined;
}
