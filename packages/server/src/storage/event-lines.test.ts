import { expect, it } from 'vitest';
import { readEventLines, toEventLines } from './event-lines.ts';
import type { StoredEvent } from './storage.ts';

it('events are read back from the lines of their commit, with their numbers', () => {
  const texts = ['plain', 'tab\t and line\n break\r\n', '\u0000 \u2028 \ud800', ''];
  const events: StoredEvent[] = texts.map((text, index) => ({
    seq: 7 + index,
    event: 'thread.message.delta',
    json: JSON.stringify({ text }),
  }));
  expect(readEventLines(toEventLines(events), 7)).toEqual(events);
});
