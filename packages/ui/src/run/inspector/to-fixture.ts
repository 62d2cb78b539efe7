import type { SequencedEvent } from '@threadkit/core';

/**
 * The events of a run as TypeScript source of a test fixture. The fixture has one turn per stream of the run, as
 * `scriptedClient` expects; `turns.flatMap(({ events }) => events)` are the events for `reduceEvent`. Event ids are
 * omitted, because a scripted client has none.
 */
export function toFixture(events: readonly SequencedEvent[]): string {
  const turns: SequencedEvent[][] = [[]];
  for (const { seq: _, ...event } of events) {
    turns.at(-1)?.push(event);
    // The tool outputs are submitted by another request, which has its own stream.
    if (event.event === 'thread.run.requires_action') turns.push([]);
  }
  const turnLiterals = turns.filter((turn) => turn.length > 0).map((turn) => `  { events: ${write(turn)} },`);
  return [
    `import type { StreamEvent } from '@threadkit/core';`,
    `import type { ScriptedTurn } from '@threadkit/core/testing';`,
    '',
    '/** For `scriptedClient(turns)` and `reduceEvent`. */',
    'export const turns: readonly ScriptedTurn[] = [',
    ...turnLiterals,
    '];',
    '',
  ].join('\n');
}

/** A type assertion, because a backend may send properties and events that the types do not have. */
function write(events: readonly SequencedEvent[]): string {
  const rows = events.map((event) => `    ${JSON.stringify(event)},`);
  return ['[', ...rows, '  ] as StreamEvent[]'].join('\n');
}
