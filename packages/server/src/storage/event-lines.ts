import type { StoredEvent } from './storage.ts';

/** The events of a commit as the text of one row: a line per event, with its name, a tab and its data. */
export function toEventLines(events: readonly Pick<StoredEvent, 'event' | 'json'>[]): string {
  // JSON text without indentation contains neither tabs nor line breaks.
  return events.map(({ event, json }) => `${event}\t${json}`).join('\n');
}

/** The events of such a text, of which the first has the number `firstSeq`. */
export function readEventLines(text: string, firstSeq: number): StoredEvent[] {
  return text.split('\n').map((line, index) => {
    const tab = line.indexOf('\t');
    return {
      seq: firstSeq + index,
      // Only written by `toEventLines`, with a name of the contract.
      event: line.slice(0, tab) as StoredEvent['event'],
      json: line.slice(tab + 1),
    };
  });
}
