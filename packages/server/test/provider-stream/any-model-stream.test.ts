import { convertArrayToReadableStream, MockLanguageModelV4 } from 'ai/test';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEvents } from '../../src/contract/event-order.ts';
import { aiSdk } from '../../src/engines/ai-sdk.ts';
import type { EngineEvent } from '../../src/engines/engine.ts';
import { EngineError } from '../../src/engines/engine-error.ts';
import { engineInput, WEATHER_TOOL } from '../../src/testing/engine-contract.ts';
import { testRecorder } from '../../src/testing/test-recorder.ts';

/** `STREAM_SEED=random` picks a new one; a failure prints the seed and the smallest failing stream. */
const given = process.env['STREAM_SEED'] ?? '20261129';
const seed = given === 'random' ? Date.now() % 2 ** 31 : Number(given);
const numRuns = Number(process.env['STREAM_RUNS'] ?? 300);
const timeout = 60_000 + numRuns * 50;

const TYPES = [
  'stream-start',
  'text-start',
  'text-delta',
  'text-end',
  'reasoning-start',
  'reasoning-delta',
  'reasoning-end',
  'tool-input-start',
  'tool-input-delta',
  'tool-input-end',
  'tool-call',
  'tool-call',
  'tool-result',
  'custom',
  'file',
  'source',
  'error',
  'finish',
];

const oneOf = (...values: readonly unknown[]) => fc.constantFrom(...values);
const junk = fc.oneof(
  { weight: 1, arbitrary: fc.anything() },
  { weight: 9, arbitrary: fc.constant(undefined) },
);
const or = (valid: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 9, arbitrary: valid }, { weight: 1, arbitrary: junk });
const id = oneOf('a', 'b', 'c');

const part = fc.record(
  {
    type: or(fc.constantFrom(...TYPES.slice(0, -2), ...TYPES)),
    id: or(id),
    toolCallId: or(id),
    toolName: or(oneOf('get_weather', 'web_search')),
    delta: or(oneOf('x', ' ', '', '{"city":')),
    input: or(oneOf('{}', '{"city":"Oslo"}', 'not JSON')),
    result: or(oneOf('x', { a: 1 })),
    providerExecuted: oneOf(true, false, undefined),
    preliminary: oneOf(true, false, undefined),
    inputEncoding: oneOf('json', 'text', undefined),
    providerMetadata: or(oneOf({ acme: { signature: 's' } }, undefined)),
    kind: or(oneOf('acme.note')),
    error: junk,
    warnings: junk,
    usage: junk,
    finishReason: or(
      oneOf({ unified: 'stop' }, { unified: 'tool-calls' }, { unified: 'length' }, { unified: 'other' }),
    ),
  },
  { requiredKeys: ['type'] },
);

describe(`any stream of a model of the AI SDK (seed ${seed}, ${numRuns} streams)`, () => {
  it(
    'any stream of a model is recorded to its end, or fails as an error of the provider',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof({ weight: 30, arbitrary: part }, { weight: 1, arbitrary: fc.anything() })),
          async (parts) => {
            const model = new MockLanguageModelV4({
              doStream: async () => ({ stream: convertArrayToReadableStream(parts) as never }),
            });
            const recorder = testRecorder();
            const input = engineInput({ tools: [WEATHER_TOOL] });
            const events: EngineEvent[] = [];
            try {
              for await (const event of aiSdk({ model }).generate(input, new AbortController().signal)) {
                events.push(event);
                if (event.type === 'finish') recorder.finish(event);
                else recorder.record(event);
              }
            } catch (error) {
              expect(error).toBeInstanceOf(EngineError);
              expect((error as EngineError).message).not.toMatch(/engine/i);
            }
            if (events.at(-1)?.type === 'finish') expect(() => checkEvents(events)).not.toThrow();
            expect(() => JSON.stringify([recorder.take(), recorder.privates])).not.toThrow();
          },
        ),
        { seed, numRuns },
      );
    },
    timeout,
  );
});
