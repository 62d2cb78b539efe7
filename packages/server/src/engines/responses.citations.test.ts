import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { engineInput, playModelCall, textOf } from '../testing/engine-contract.ts';
import {
  eventsOf,
  says,
  toStream,
  UPSTREAM_USAGE,
  type UpstreamItem,
} from '../testing/responses-upstream.ts';
import { testServer } from '../testing/test-server.ts';
import type { EngineInput } from './engine.ts';
import { responses } from './responses.ts';

const FILE = { type: 'file_citation', file_id: 'file_a', filename: 'a【1】.pdf' };
const PATH = 'sandbox:/mnt/data/rolls.txt';
const LINK = {
  type: 'container_file_citation',
  file_id: 'cfile_a',
  container_id: 'c',
  filename: 'rolls.txt',
};
const PAGE = { type: 'url_citation', url: 'https://example.com', title: 'x', start_index: 0, end_index: 4 };

function engineWith(body: string, type = 'text/event-stream') {
  const client = new OpenAI({
    apiKey: 'x',
    maxRetries: 0,
    fetch: async () => new Response(body, { headers: { 'content-type': type } }),
  });
  return responses({ client });
}

const wholeBody = (output: readonly UpstreamItem[]) =>
  JSON.stringify({ object: 'response', status: 'completed', error: null, output, usage: UPSTREAM_USAGE });

/** Puts the annotations of the first part behind its `pieces` first deltas, as the hosted API does. */
function inPlace(output: readonly UpstreamItem[], pieces: number): object[] {
  const events = eventsOf(output);
  const isOf = (name: string) => (event: object) =>
    'type' in event && event.type === `response.output_text.${name}`;
  const annotations = events.filter(isOf('annotation.added'));
  const rest = events.filter((event) => !annotations.includes(event));
  const first = rest.findIndex(isOf('delta'));
  return rest.toSpliced(first + pieces, 0, ...annotations);
}

const play = (body: string, input: Partial<EngineInput> = {}, type?: string) =>
  playModelCall(engineWith(body, type), engineInput(input));

describe('citations of responses', () => {
  const cited = says('Paid.', { ...FILE, index: 4 });

  it.each([
    ['a stream', toStream(inPlace([cited], 1)), 'text/event-stream'],
    ['a whole body', wholeBody([cited]), 'application/json'],
  ])('a citation of a file in %s gets a marker as in the Assistants API', async (_form, body, type) => {
    const events = await play(body, {}, type);
    expect(textOf(events)).toBe('Paid【0:0†a 1 .pdf】.');
    expect(events.filter((event) => event.type === 'annotation')).toEqual([
      {
        type: 'annotation',
        part: 0,
        annotation: {
          type: 'file_citation',
          text: '【0:0†a 1 .pdf】',
          start_index: 4,
          end_index: 18,
          file_citation: { file_id: 'file_a' },
        },
      },
    ]);
  });

  it('a response in JSON gets no marker', async () => {
    const settings = { responseFormat: { type: 'json_object' } as const };
    const events = await play(toStream(inPlace([says('{"a":1}', { ...FILE, index: 4 })], 1)), { settings });
    expect(textOf(events)).toBe('{"a":1}');
    expect(events).toContainEqual(
      expect.objectContaining({ annotation: expect.objectContaining({ text: '', start_index: 4 }) }),
    );
  });

  it('a generated file is linked by its path in the text, in UTF-16 offsets', async () => {
    const text = `👍 Here: [file](${PATH})`;
    // The emoji is one character for the provider.
    const start = text.indexOf(PATH) - 1;
    const file = says(text, { ...LINK, start_index: start, end_index: start + PATH.length }, PAGE);
    const events = await play(toStream(eventsOf([file])));
    expect(textOf(events)).toBe(text);
    expect(events.filter((event) => event.type === 'annotation')).toEqual([
      {
        type: 'annotation',
        part: 0,
        annotation: {
          type: 'file_path',
          text: PATH,
          start_index: start + 1,
          end_index: start + 1 + PATH.length,
          file_path: { file_id: 'cfile_a' },
        },
      },
    ]);
  });

  it('annotations that only the finished item has are read, and those with nothing to read are left out', async () => {
    const events = eventsOf([
      says('Paid.', { ...FILE, index: 5 }, { type: 'file_citation' }, { type: 'moon' }),
    ]).filter((event) => !('annotation' in event));
    const played = await play(toStream(events));
    expect(played.filter(({ type }) => type === 'annotation')).toHaveLength(1);
  });

  it('annotations without text do not fail a run', async () => {
    const annotations = [
      { ...FILE, index: 3 },
      { ...LINK, start_index: 1, end_index: 2 },
    ];
    const output = [says('', ...annotations), says(' \n', ...annotations), says('Done.')];
    const { caller } = testServer({ engine: engineWith(toStream(eventsOf(output))) });
    const thread = await caller.newThread('hello');
    const run = await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, { assistant_id: 'asst_demo' });
    await caller.runIn(run, 'completed');
    const { data } = await caller.ask('messages', 'GET', `/threads/${thread.id}/messages`);
    expect(data[0]?.content).toEqual([{ type: 'text', text: { value: 'Done.', annotations: [] } }]);
  });
});
