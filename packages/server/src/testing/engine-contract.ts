import { describe, expect, it } from 'vitest';
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

const TOOL_ROUND: readonly EngineMessage[] = [
  userSays('weather in Oslo'),
  {
    role: 'assistant',
    content: [],
    toolCalls: [{ id: 'call_1', name: 'get_weather', arguments: '{"city":"Oslo"}' }],
  },
  { role: 'tool', toolCallId: 'call_1', output: 'drizzle' },
];

/** The contract of every engine. `make` returns one that can respond, call `get_weather`, and repeat its output. */
export function describeEngine(name: string, make: () => Engine): void {
  describe(`${name}, as an engine`, () => {
    it('the engine has a name', () => {
      expect(make().name).toMatch(/^[a-z-]+$/);
    });

    it('the engine responds in text, and finishes once at the end', async () => {
      const events = await playModelCall(make(), engineInput());
      expect(textOf(events)).not.toBe('');
      expect(events.filter(({ type }) => type === 'finish')).toHaveLength(1);
      expect(events.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' });
    });

    it('the engine reports usage that adds up', async () => {
      const finish = (await playModelCall(make(), engineInput())).at(-1);
      if (finish?.type !== 'finish') throw new Error('no finish');
      const { prompt_tokens: prompt, completion_tokens: completion, total_tokens: total } = finish.usage;
      expect(completion).toBeGreaterThan(0);
      expect(total).toBe(prompt + completion);
    });

    it('the engine calls a tool with its name first and arguments that join to JSON', async () => {
      const input = engineInput({ messages: [userSays('weather in Oslo')], tools: [WEATHER_TOOL] });
      const events = await playModelCall(make(), input);
      const calls = events.filter((event) => event.type === 'tool-call');
      expect(calls[0]).toMatchObject({ index: 0, name: 'get_weather' });
      expect(calls.slice(1).every(({ name: repeated }) => repeated === undefined)).toBe(true);
      expect(JSON.parse(calls.map((call) => call.arguments).join(''))).toEqual({ city: 'Oslo' });
      expect(events.at(-1)).toMatchObject({ type: 'finish', reason: 'tool-calls' });
    });

    it('the engine calls no tool when the choice is none', async () => {
      const input = engineInput({
        messages: [userSays('weather in Oslo')],
        tools: [WEATHER_TOOL],
        settings: { toolChoice: 'none' },
      });
      const events = await playModelCall(make(), input);
      expect(events.filter(({ type }) => type === 'tool-call')).toEqual([]);
      expect(textOf(events)).not.toBe('');
      expect(events.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' });
    });

    it('the engine responds from the outputs of its tools', async () => {
      const events = await playModelCall(
        make(),
        engineInput({ messages: TOOL_ROUND, tools: [WEATHER_TOOL] }),
      );
      expect(textOf(events)).toContain('drizzle');
      expect(events.at(-1)).toMatchObject({ reason: 'stop' });
    });

    it('the engine stops at the token limit with the reason length', async () => {
      const events = await playModelCall(make(), engineInput({ settings: { maxCompletionTokens: 3 } }));
      expect(events.at(-1)).toMatchObject({ type: 'finish', reason: 'length' });
    });

    it('the engine stops without a finish event when aborted', async () => {
      const stop = new AbortController();
      const seen: string[] = [];
      try {
        for await (const { type } of make().generate(engineInput(), stop.signal)) {
          seen.push(type);
          stop.abort();
        }
      } catch {
        // Throwing is as valid as ending.
      }
      expect(seen).not.toContain('finish');
      expect(seen.length).toBeLessThanOrEqual(2);
    });

    it('the engine separates two concurrent model calls', async () => {
      const engine = make();
      const [one, two] = await Promise.all([
        playModelCall(engine, engineInput()),
        playModelCall(engine, engineInput()),
      ]);
      expect(textOf(one)).toBe(textOf(two));
    });
  });
}
