import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import {
  describeEngine,
  engineInput,
  playModelCall,
  textOf,
  userSays,
  WEATHER_TOOL,
} from '../testing/engine-contract.ts';
import {
  calls,
  eventsOf,
  type ResponsesRequest,
  says,
  startResponsesUpstream,
  thinks,
  type UpstreamAnswer,
} from '../testing/responses-upstream.ts';
import type { Engine, EngineEvent, EngineInput } from './engine.ts';
import { type ResponsesOptions, responses } from './responses.ts';

type OwnOptions = Pick<ResponsesOptions, 'hostedTools' | 'model' | 'reasoning' | 'store'>;

/** An engine whose upstream is started with its first model call. */
function engineOn(
  answer: (request: ResponsesRequest, count: number) => UpstreamAnswer,
  options: OwnOptions = {},
): Engine & { readonly requests: ResponsesRequest[] } {
  const requests: ResponsesRequest[] = [];
  let engine: Promise<Engine> | undefined;
  const start = async () => {
    const upstream = await startResponsesUpstream((request, count) => {
      requests.push(request);
      return answer(request, count);
    });
    const client = new OpenAI({ apiKey: 'sk-secret', baseURL: upstream.baseURL, maxRetries: 0 });
    return responses({ client, ...options });
  };
  return {
    name: responses({ apiKey: 'x' }).name,
    requests,
    async *generate(input, signal) {
      engine ??= start();
      yield* (await engine).generate(input, signal);
    },
  };
}

const play = (answer: UpstreamAnswer, input: Partial<EngineInput> = {}, options: OwnOptions = {}) =>
  playModelCall(
    engineOn(() => answer, options),
    engineInput(input),
  );

const plays = (...output: Parameters<typeof eventsOf>[0]) => play({ output });

function cooperative({
  model,
  input,
  tools,
  tool_choice: choice,
  max_output_tokens: max,
}: ResponsesRequest): UpstreamAnswer {
  const outputs = (Array.isArray(input) ? input : []).flatMap((item) =>
    'type' in item && item.type === 'function_call_output' ? [JSON.stringify(item.output)] : [],
  );
  if (model === 'unknown-model') {
    const error = { message: 'No such model for sk-secret.', code: 'model_not_found' };
    return (response) =>
      void response.writeHead(404, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
  }
  if (max) return { output: [says('Cut')], incomplete: 'max_output_tokens' };
  if (outputs.length > 0) return { output: [says(`It says: ${outputs.join(', ')}`)] };
  if (!tools || choice === 'none') return { output: [says('Hello you.')] };
  return {
    output: tools.flatMap((tool) => (tool.type === 'function' ? [calls(tool.name, '{"city":"Oslo"}')] : [])),
  };
}

describeEngine('responses', () => engineOn(cooperative));

const FINISH = { type: 'finish', reason: 'stop' } as const;
/** The events with the consecutive pieces of a text joined. */
function joined(events: readonly EngineEvent[]): EngineEvent[] {
  const all: EngineEvent[] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (event.type === 'text' && last?.type === 'text' && last.part === event.part) {
      all.splice(-1, 1, { ...last, text: last.text + event.text });
    } else if (event.type === 'reasoning' && last?.type === 'reasoning') {
      all.splice(-1, 1, { ...last, text: last.text + event.text });
    } else all.push(event);
  }
  return all;
}

describe('a request of responses', () => {
  it('a request has the instructions, is not stored, and leaves out defaults', async () => {
    const engine = engineOn(cooperative);
    await playModelCall(
      engine,
      engineInput({ instructions: 'Be kind.', settings: { temperature: 1, topP: 0.5 } }),
    );
    expect(engine.requests[0]).toEqual({
      model: 'm',
      stream: true,
      store: false,
      instructions: 'Be kind.',
      input: [{ role: 'user', content: 'hello' }],
      top_p: 0.5,
    });
  });

  it("a request sends the engine's own model if set, otherwise the run's", async () => {
    const engine = engineOn(cooperative, { model: 'fixed' });
    await playModelCall(engine, engineInput());
    expect(engine.requests[0]?.model).toBe('fixed');
  });

  it.each<[string, OwnOptions, boolean]>([
    ['gpt-5-mini', {}, true],
    ['openai/o3', {}, true],
    ['gpt-4.1', {}, false],
    ['gpt-5-chat-latest', {}, false],
    ['our-deployment', { reasoning: {} }, true],
    ['gpt-5-mini', { reasoning: false }, false],
  ])('a request to %s with %j asks for encrypted reasoning: %s', async (model, options, asks) => {
    const engine = engineOn(cooperative, { ...options, model });
    await playModelCall(engine, engineInput());
    expect(engine.requests[0]?.include).toEqual(asks ? ['reasoning.encrypted_content'] : undefined);
  });

  it('a request has the effort of the run and the summary of the option', async () => {
    const engine = engineOn(cooperative, { reasoning: { summary: 'auto' } });
    await playModelCall(engine, engineInput({ settings: { reasoningEffort: 'low' } }));
    expect(engine.requests[0]?.reasoning).toEqual({ effort: 'low', summary: 'auto' });
  });

  it('a request sends tools that are not strict, a forced choice and a response format', async () => {
    const engine = engineOn(cooperative);
    await playModelCall(
      engine,
      engineInput({
        tools: [WEATHER_TOOL],
        settings: {
          toolChoice: { type: 'function', function: { name: 'get_weather' } },
          parallelToolCalls: false,
          responseFormat: {
            type: 'json_schema',
            json_schema: { name: 'weather', schema: { type: 'object' }, strict: true },
          },
        },
      }),
    );
    expect(engine.requests[0]).toMatchObject({
      tools: [{ ...WEATHER_TOOL.function, type: 'function', strict: false }],
      tool_choice: { type: 'function', name: 'get_weather' },
      parallel_tool_calls: false,
      text: { format: { type: 'json_schema', name: 'weather', schema: { type: 'object' }, strict: true } },
    });
  });

  it('a request sends hosted tools with the configuration of the option, and asks for their results', async () => {
    const hostedTools = [
      { type: 'file_search' as const, vector_store_ids: ['vs_1'] },
      { type: 'web_search' as const, search_context_size: 'low' as const },
      { type: 'code_interpreter' as const, container: { type: 'auto' as const } },
    ];
    const engine = engineOn(() => ({ output: [says('Hi.')] }), { hostedTools });
    await playModelCall(engine, engineInput({ settings: { toolChoice: 'none' } }));
    expect(engine.requests[0]).toMatchObject({
      tools: hostedTools,
      tool_choice: 'none',
      include: [
        'file_search_call.results',
        'web_search_call.action.sources',
        'code_interpreter_call.outputs',
      ],
    });
  });

  it('a small budget is sent as the smallest that the provider accepts, and enforced', async () => {
    const engine = engineOn(() => ({ output: [says('A long response.')] }));
    const events = await playModelCall(engine, engineInput({ settings: { maxCompletionTokens: 2 } }));
    expect(engine.requests[0]?.max_output_tokens).toBe(16);
    expect(textOf(events)).toBe('A long r');
    expect(events.at(-1)).toMatchObject({ reason: 'length', usage: { completion_tokens: 2 } });
  });

  it('images are sent as URLs or data URLs, and an unknown one as a note', async () => {
    const engine = engineOn(cooperative);
    const image = (id: string) => ({ type: 'image_file' as const, image_file: { file_id: id } });
    const url = 'https://example.com/a.png';
    await playModelCall(engine, {
      ...engineInput({
        messages: [
          userSays('Look'),
          {
            role: 'user',
            content: [
              { type: 'image_url', image_url: { url, detail: 'low' } },
              image('file_1'),
              image('file_2'),
            ],
          },
        ],
      }),
      resolveImage: async (id) => (id === 'file_1' ? 'data:image/png;base64,AA==' : undefined),
    });
    expect(engine.requests[0]?.input).toEqual([
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'Look' },
          { type: 'input_image', image_url: url, detail: 'low' },
          { type: 'input_image', image_url: 'data:image/png;base64,AA==', detail: 'auto' },
          { type: 'input_text', text: '[image file_2, which cannot be shown to the model]' },
        ],
      },
    ]);
  });

  it('markers that the engine put into a text are not sent back', async () => {
    const engine = engineOn(cooperative);
    const marker = '【0:0†a.pdf】';
    const annotation = { type: 'file_citation' as const, file_citation: { file_id: 'file_a' } };
    const value = `Paid ${marker}. Quoted: ${marker}`;
    await playModelCall(
      engine,
      engineInput({
        messages: [
          userSays('hello'),
          {
            role: 'assistant',
            content: [
              {
                type: 'text',
                text: {
                  value,
                  annotations: [
                    { ...annotation, text: marker, start_index: 5, end_index: 5 + marker.length },
                  ],
                },
              },
            ],
          },
          userSays('more'),
        ],
      }),
    );
    expect(engine.requests[0]?.input).toContainEqual({
      role: 'assistant',
      content: `Paid . Quoted: ${marker}`,
    });
  });
});

describe('an output of responses', () => {
  it('usage has cached and reasoning tokens', async () => {
    const finish = (await plays(says('Hi.'))).at(-1);
    expect(finish).toEqual({
      ...FINISH,
      usage: {
        prompt_tokens: 7,
        completion_tokens: 3,
        total_tokens: 10,
        prompt_token_details: { cached_tokens: 4 },
        completion_tokens_details: { reasoning_tokens: 2 },
      },
    });
  });

  it('texts and refusals are numbered over all messages, without those that are white space', async () => {
    const refusal = { type: 'message', content: [{ type: 'refusal', refusal: 'I will not.' }] };
    const events = await plays(says('\n\n'), says('First.'), refusal);
    expect(
      events.filter(({ type }) => type === 'text').map((event) => 'part' in event && event.part),
    ).toEqual([0, 0]);
    expect(events.find(({ type }) => type === 'refusal')).toMatchObject({ part: 1, text: 'I wi' });
  });

  it('parallel calls are numbered, with their arguments in pieces', async () => {
    const events = await plays(calls('a', '{"x":1}', 'p1'), calls('b', '{}', 'p2'));
    expect(events).toEqual([
      { type: 'tool-call', index: 0, name: 'a', arguments: '' },
      { type: 'tool-call', index: 0, arguments: '{"x"' },
      { type: 'tool-call', index: 0, arguments: ':1}' },
      { type: 'tool-call', index: 1, name: 'b', arguments: '' },
      { type: 'tool-call', index: 1, arguments: '{}' },
      expect.objectContaining({ type: 'finish', reason: 'tool-calls' }),
    ]);
  });

  it('summaries of the reasoning are paragraphs', async () => {
    const events = joined(
      await plays(thinks('rs_1', 'First.', 'Then.'), thinks('rs_2', 'Last.'), says('Hi.')),
    );
    expect(events[0]).toEqual({ type: 'reasoning', text: 'First.\n\nThen.\n\nLast.' });
    expect(events[1]).toMatchObject({ type: 'text', part: 0 });
  });

  it('hosted calls are told with their results, and the text after them begins a new message', async () => {
    const results = [
      { file_id: 'file_a', filename: 'a.pdf', score: 0.9, text: 'Paid.', attributes: { year: 2026 } },
    ];
    const sources = [{ type: 'url', url: 'https://example.com' }];
    const events = await plays(
      says('Let me look.'),
      { type: 'file_search_call', queries: ['pay'], results },
      { type: 'web_search_call', action: { type: 'search', query: 'pay', sources } },
      {
        type: 'code_interpreter_call',
        code: 'print(1)',
        container_id: 'c',
        outputs: [
          { type: 'image', url: 'https://example.com/plot.png' },
          { type: 'logs', logs: '1\n' },
        ],
      },
      says('Found.'),
    );
    expect(joined(events)).toEqual([
      { type: 'text', part: 0, text: 'Let me look.' },
      { type: 'hosted-call', index: 0, call: { type: 'file_search', file_search: {} } },
      {
        type: 'hosted-call',
        index: 0,
        call: {
          type: 'file_search',
          file_search: {
            results: [
              {
                file_id: 'file_a',
                file_name: 'a.pdf',
                score: 0.9,
                attributes: { year: 2026 },
                content: [{ type: 'text', text: 'Paid.' }],
              },
            ],
          },
        },
      },
      { type: 'hosted-call', index: 1, call: { type: 'function', function: { name: 'web_search' } } },
      {
        type: 'hosted-call',
        index: 1,
        call: {
          type: 'function',
          function: { arguments: '{"type":"search","query":"pay"}', output: JSON.stringify(sources) },
        },
      },
      { type: 'hosted-call', index: 2, call: { type: 'code_interpreter', code_interpreter: {} } },
      {
        type: 'hosted-call',
        index: 2,
        call: { type: 'code_interpreter', code_interpreter: { input: 'prin' } },
      },
      {
        type: 'hosted-call',
        index: 2,
        call: { type: 'code_interpreter', code_interpreter: { input: 't(1)' } },
      },
      {
        type: 'hosted-call',
        index: 2,
        call: {
          type: 'code_interpreter',
          code_interpreter: { outputs: [{ index: 0, type: 'logs', logs: '1\n' }] },
        },
      },
      { type: 'text', part: 0, text: 'Found.' },
      expect.objectContaining(FINISH),
    ]);
  });

  it('what is written after function calls is left out, except the calls', async () => {
    const events = await plays(calls('a', '{}'), says('Too late.'), { type: 'web_search_call', action: {} });
    expect(events.map(({ type }) => type)).toEqual(['tool-call', 'tool-call', 'private', 'finish']);
  });

  it.each([
    ['max_output_tokens', 'length'],
    ['content_filter', 'content-filter'],
  ])('a response that is incomplete for %s finishes with %s', async (incomplete, reason) => {
    const events = await play({ output: [says('Half')], incomplete });
    expect(textOf(events)).toBe('Half');
    expect(events.at(-1)).toMatchObject({ type: 'finish', reason });
  });

  it('an unknown reason for an incomplete response is an error', async () => {
    await expect(play({ output: [], incomplete: 'moon_phase' })).rejects.toMatchObject({
      failure: 'provider',
      forOperator: expect.stringContaining('incomplete_details.reason "moon_phase"'),
    });
  });

  it('the request to the provider is closed when the run is aborted', async () => {
    const [begun] = eventsOf([says('Hello')]).slice(4, 5);
    const upstream = await startResponsesUpstream(() => (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`data: ${JSON.stringify(begun)}\n\n`);
    });
    const engine = responses({ apiKey: 'x', baseURL: upstream.baseURL });
    const stop = new AbortController();
    for await (const event of engine.generate(engineInput(), stop.signal)) {
      expect(event).toMatchObject({ type: 'text', text: 'Hell' });
      stop.abort();
      break;
    }
    await upstream.closed;
  });
});
