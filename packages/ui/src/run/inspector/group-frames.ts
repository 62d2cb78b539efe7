import type { RunFrame } from '@threadkit/react';
import { eventGist } from './event-gist.ts';
import { eventTime } from './event-time.ts';

/** Longer gists are cut: they are one line in a list. */
const GIST_CHARS = 200;

/** One row of the list: an event, or deltas of one object that came one after the other. */
export interface FrameGroup {
  readonly name: string;
  /** Indexes into the frames, both included. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds from the run's creation; undefined where the wire does not say. */
  readonly offsetMs: number | undefined;
  readonly gist: string;
}

/** The frames as rows: thousands of deltas are a few of them. */
export function groupFrames(frames: readonly RunFrame[]): readonly FrameGroup[] {
  const groups: FrameGroup[] = [];
  const begin = frames.find(({ state }) => state.run !== undefined)?.state.run?.created_at;
  for (const [index, { event }] of frames.entries()) {
    const last = groups.at(-1);
    const before = frames[index - 1]?.event;
    if (last && before && continues(before, event)) {
      const gist = last.gist.length < GIST_CHARS ? last.gist + eventGist(event) : last.gist;
      groups[groups.length - 1] = { ...last, to: index, gist };
      continue;
    }
    const time = eventTime(event);
    const offsetMs = time === undefined || begin === undefined ? undefined : (time - begin) * 1000;
    groups.push({ name: event.event, from: index, to: index, offsetMs, gist: eventGist(event) });
  }
  return groups.map((group) => ({ ...group, gist: oneLine(group.gist) }));
}

function continues(before: RunFrame['event'], event: RunFrame['event']): boolean {
  return (
    event.event === before.event &&
    event.event.endsWith('.delta') &&
    'id' in event.data &&
    'id' in before.data &&
    event.data.id === before.data.id
  );
}

function oneLine(text: string): string {
  return text.slice(0, GIST_CHARS).replace(/\s+/g, ' ').trim();
}
