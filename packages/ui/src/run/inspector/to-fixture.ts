import type { SequencedEvent } from '@threadkit/core';

/**
 * The events of a run as TypeScript source of a test fixture. The fixture has one entry per stream of the run, as
 * `scriptedClient` expects; `streams.flatMap(({ events }) => events)` are the events for `reduceEvent`. Event ids are
 * omitted, because a scripted client has none.
 */
export function toFixture(events: readonly SequencedEvent[]): string {
  const streams: SequencedEvent[][] = [[]];
  for (const { seq: _, ...event } of events) {
    streams.at(-1)?.push(event);
    // The tool outputs are submitted by another request, which has its own stream.
    if (event.event === 'thread.run.requires_action') streams.push([]);
  }
  const literals = streams
    .filter((stream) => stream.length > 0)
    .map((stream) => `  { events: ${write(stream)} },`);
  return [
    `import type { StreamEvent } from '@threadkit/core';`,
    `import type { ScriptedStream } from '@threadkit/core/testing';`,
    '',
    '/** For `scriptedClient(streams)` and `reduceEvent`. */',
    'export const streams: readonly ScriptedStream[] = [',
    ...literals,
    '];',
    '',
  ].join('\n');
}

/** A type assertion, because a backend may send properties and events that the types do not have. */
function write(events: readonly SequencedEvent[]): string {
  const rows = events.map((event) => `    ${JSON.stringify(event)},`);
  return ['[', ...rows, '  ] as StreamEvent[]'].join('\n');
}
