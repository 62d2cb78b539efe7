import { describe, it } from 'vitest';
import { engineContract } from '../contract/engine-checks.ts';
import type { Engine, EngineEvent, EngineInput, EngineMessage } from '../engines/engine.ts';

export function userSays(value: string): EngineMessage {
  return { role: 'user', content: [{ type: 'text', text: { value, annotations: [] } }] };
}

export const WEATHER_TOOL = {
  type: 'function',
  function: {
    name: 'get_weather',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
} as const;

export function engineInput(input: Partial<EngineInput> = {}): EngineInput {
  return { model: 'm', instructions: null, messages: [userSays('hello')], tools: [], settings: {}, ...input };
}

export async function playModelCall(
  engine: Engine,
  input: EngineInput,
  signal = new AbortController().signal,
) {
  const events: EngineEvent[] = [];
  for await (const event of engine.generate(input, signal)) events.push(event);
  return events;
}

export function textOf(events: readonly EngineEvent[]): string {
  return events.map((event) => (event.type === 'text' ? event.text : '')).join('');
}

/** The contract of every engine, as tests. */
export function describeEngine(name: string, make: () => Engine): void {
  describe(`${name}, as an engine`, () => {
    for (const { name: claim, check } of engineContract) it(claim, () => check(make));
  });
}
