import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeCompletion, wireChunks } from './encode-response.ts';
import { junkStreams } from './junk-streams.ts';
import { playStream, problemsOf } from './play-stream.ts';
import { wildResponses } from './wild-responses.ts';
import { arrivals, toBody, toBytes, wires } from './wire-bytes.ts';

/** `STREAM_SEED=random` picks a new one; a failure prints the seed and the smallest failing stream. */
const given = process.env['STREAM_SEED'] ?? '20261128';
const seed = given === 'random' ? Date.now() % 2 ** 31 : Number(given);
const numRuns = Number(process.env['STREAM_RUNS'] ?? 300);
const timeout = 60_000 + numRuns * 50;

const majors = fc.constantFrom<0 | 1>(0, 1);
const responses = wildResponses.chain((response) =>
  fc.record({ response: fc.constant(response), chunks: wireChunks(response), wire: wires, major: majors }),
);

describe(`any stream of a provider (seed ${seed}, ${numRuns} of each kind)`, () => {
  it(
    'any provider stream is read to the same text and calls, for every server dialect and every chunking',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          responses,
          arrivals(fc.constant(false)),
          async ({ response, chunks, wire, major }, arrival) => {
            const played = await playStream(toBody(toBytes(chunks, wire).bytes, arrival), major);
            expect(problemsOf(played)).toEqual([]);
            expect(played.error).toBeUndefined();
            expect(played.text).toBe(response.pieces.join(''));
            expect(played.calls.map(({ name }) => name)).toEqual(response.calls.map(({ name }) => name));
            expect(played.calls.map((call): unknown => JSON.parse(call.arguments))).toEqual(
              response.calls.map((call): unknown => JSON.parse(call.arguments)),
            );
            expect(played.finish?.reason).toBe(response.calls.length > 0 ? 'tool-calls' : 'stop');
          },
        ),
        { seed, numRuns },
      );
    },
    timeout,
  );

  it(
    'a whole completion is read to the same text, for every content type and chunking',
    async () => {
      const bodies = fc.record({
        response: wildResponses,
        begins: fc.constantFrom('', '\n', ' \r\n'),
        type: fc.constantFrom('application/json', 'text/event-stream', 'text/plain', ''),
        major: majors,
        // Mostly not cut.
        part: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
      });
      await fc.assert(
        fc.asyncProperty(bodies, arrivals(fc.constant(false)), async (body, arrival) => {
          const { response, begins, type, major, part } = body;
          const bytes = new TextEncoder().encode(begins + wholeCompletion(response));
          const cut = Math.floor(part * bytes.length);
          const played = await playStream(toBody(bytes.slice(0, cut), arrival), major, { type });
          expect(problemsOf(played)).toEqual([]);
          if (cut < bytes.length) {
            expect(played.finish).toBeUndefined();
            return;
          }
          expect(played.error).toBeUndefined();
          expect(played.text).toBe(response.pieces.join(''));
          expect(played.calls).toEqual(response.calls);
        }),
        { seed, numRuns },
      );
    },
    timeout,
  );

  it(
    'a provider stream cut at any byte keeps all received text, and succeeds only after its end',
    async () => {
      const cuts = fc.double({ min: 0, max: 1, noNaN: true });
      await fc.assert(
        fc.asyncProperty(
          responses,
          cuts,
          arrivals(fc.boolean()),
          async ({ chunks, wire, major }, part, arrival) => {
            const { bytes, wholeAt } = toBytes(chunks, wire);
            const cut = Math.floor(part * bytes.length);
            const whole = chunks.filter((_, index) => (wholeAt[index] ?? 0) <= cut);
            const played = await playStream(toBody(bytes.slice(0, cut), arrival), major);
            expect(problemsOf(played)).toEqual([]);
            const text = whole.map((chunk) => chunk.text).join('');
            // Data is complete with its blank line, which an interrupted connection lacks.
            if (arrival.breaks) expect(text.startsWith(played.text)).toBe(true);
            else expect(played.text).toBe(text);
            if (!whole.some(({ isEnd }) => isEnd)) expect(played.finish).toBeUndefined();
          },
        ),
        { seed, numRuns },
      );
    },
    timeout,
  );

  it(
    'an invalid provider stream throws only readable errors, and succeeds only with a known finish reason',
    async () => {
      const budgets = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 });
      const streams = fc.record({
        chunks: responses.chain(({ chunks }) => junkStreams(chunks)),
        wire: wires,
        major: majors,
        budget: budgets,
      });
      await fc.assert(
        fc.asyncProperty(
          streams,
          arrivals(fc.boolean()),
          async ({ chunks, wire, major, budget }, arrival) => {
            const { bytes } = toBytes(chunks, wire);
            const played = await playStream(toBody(bytes, arrival), major, { maxTokens: budget });
            expect(problemsOf(played)).toEqual([]);
            const hasEnd = chunks.some(({ isEnd }) => isEnd);
            if (played.finish?.reason === 'stop' || played.finish?.reason === 'tool-calls')
              expect(hasEnd).toBe(true);
            if (budget !== null) {
              const pieces = played.events.filter(({ type }) => type === 'text' || type === 'refusal');
              expect(pieces.length).toBeLessThanOrEqual(budget * 2);
            }
          },
        ),
        { seed, numRuns },
      );
    },
    timeout,
  );
});
