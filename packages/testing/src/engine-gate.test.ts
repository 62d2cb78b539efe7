import { scripted } from '@threadkit/server';
import { expect, test } from 'vitest';
import { engineGate } from './engine-gate.ts';

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

function gatedEngine(text: string) {
  const gate = engineGate();
  const engine = scripted({
    paceMs: 1,
    setTimer: gate.setTimer,
    script: () => [
      ...text.split('').map((letter) => ({ type: 'text' as const, part: 0, text: letter })),
      { type: 'finish', reason: 'stop', usage },
    ],
  });
  const received: string[] = [];
  const stop = new AbortController();
  const play = async (): Promise<void> => {
    const input = { messages: [], tools: [], settings: {} };
    for await (const event of engine.generate(input as never, stop.signal)) {
      if (event.type === 'text') received.push(event.text);
    }
  };
  return { gate, received, stop, play };
}

test('an engine behind a closed gate emits as many pieces as the gate allows, and ends once it opens', async () => {
  const { gate, received, play } = gatedEngine('abcdef');
  gate.close(3);
  const over = play();
  await expect.poll(() => gate.waiting).toBe(1);
  expect(received.join('')).toBe('abc');

  gate.pass(1);
  await expect.poll(() => received.join('')).toBe('abcd');
  expect(gate.waiting).toBe(1);

  gate.open();
  await over;
  expect(received.join('')).toBe('abcdef');
  expect(gate.waiting).toBe(0);
});

test('an engine at a closed gate ends when its model call is aborted', async () => {
  const { gate, received, stop, play } = gatedEngine('abc');
  gate.close(2);
  const over = play();
  await expect.poll(() => received.length).toBe(2);
  stop.abort();
  await over;
  expect(gate.waiting).toBe(0);
});
