import type { SequencedEvent } from '@threadkit/core';

/**
 * A run's events as the source of a fixture: TypeScript that a test of an app can hold. They are in turns, one for
 * each stream that the run took, because that is what `scriptedClient` plays; `turns.flatMap(({ events }) => events)`
 * is what `reduceEvent` folds. Their numbers are left out: a scripted backend counts none.
 */
export function toFixture(events: readonly SequencedEvent[]): string {
  const turns: SequencedEvent[][] = [[]];
  for (const { seq: _, ...event } of events) {
    turns.at(-1)?.push(event);
    // The outputs that follow go out with a request of their own, which has a stream of its own.
    if (event.event === 'thread.run.requires_action') turns.push([]);
  }
  const told = turns.filter((turn) => turn.length > 0).map((turn) => `  { events: ${write(turn)} },`);
  return [
    `import type { StreamEvent } from '@threadkit/core';`,
    `import type { ScriptedTurn } from '@threadkit/core/testing';`,
    '',
    '/** Plays with `scriptedClient(turns)`; folds with `reduceEvent`. */',
    'export const turns: readonly ScriptedTurn[] = [',
    ...told,
    '];',
    '',
  ].join('\n');
}

/** As the wire's type by assertion: a backend may send more than the contract names. */
function write(events: readonly SequencedEvent[]): string {
  const rows = events.map((event) => `    ${JSON.stringify(event)},`);
  return ['[', ...rows, '  ] as StreamEvent[]'].join('\n');
}
