import type { RunObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { stepEngine } from '../testing/step-engine.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor } from '../testing/weather-run.ts';

/** An engine that calls get_weather in each first model call and responds in the next. */
const weatherman = () =>
  stepEngine(async (play, { messages }) => {
    if (messages.at(-1)?.role === 'tool') {
      play.say('It rains.');
      return play.finish();
    }
    play.say('Let me look.');
    play.emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{"city":"Oslo"}' });
    play.finish('tool-calls');
  });

function weatherServer() {
  const engine = weatherman();
  const { caller } = testServer({ engine });
  const start = async (threadId: string, body: object = {}): Promise<RunObject> =>
    caller.runIn(
      await caller.ask('run', 'POST', `/threads/${threadId}/runs`, {
        assistant_id: 'asst_demo',
        tools: [WEATHER],
        ...body,
      }),
      'requires_action',
    );
  const submit = async (run: RunObject, output = 'rain') =>
    caller.runIn(
      await caller.ask(
        'run',
        'POST',
        `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`,
        outputsFor(run, output),
      ),
      'completed',
      'incomplete',
    );
  return { engine, caller, start, submit };
}

const text = (value: string) => [{ type: 'text', text: { value } }];

describe('the input of a model call', () => {
  it('the input of a model call contains the tool calls of earlier runs in their place', async () => {
    const { engine, caller, start, submit } = weatherServer();
    const thread = await caller.newThread('weather?');
    const first = await start(thread.id);
    await submit(first);
    await caller.ask('message', 'POST', `/threads/${thread.id}/messages`, {
      role: 'user',
      content: 'and now?',
    });
    await start(thread.id);
    const id = first.required_action?.submit_tool_outputs.tool_calls[0]?.id;
    expect(engine.inputs.at(-1)?.messages).toMatchObject([
      { role: 'user', content: text('weather?') },
      {
        role: 'assistant',
        content: text('Let me look.'),
        toolCalls: [{ id, name: 'get_weather', arguments: '{"city":"Oslo"}' }],
      },
      { role: 'tool', toolCallId: id, output: 'rain' },
      { role: 'assistant', content: text('It rains.') },
      { role: 'user', content: text('and now?') },
    ]);
  });

  it('earlier calls are dropped when they do not fit, and the messages are kept', async () => {
    const { engine, caller, start, submit } = weatherServer();
    const thread = await caller.newThread('weather?');
    await submit(await start(thread.id), 'rain '.repeat(1000));
    await start(thread.id, {
      additional_messages: [{ role: 'user', content: 'and now?' }],
      max_prompt_tokens: 256,
    });
    const { messages } = engine.inputs.at(-1) ?? { messages: [] };
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'assistant', 'user']);
  });

  it('the input of a model call contains the additional messages, at most 32', async () => {
    const { engine, caller, start } = weatherServer();
    const thread = await caller.newThread('weather?');
    const more = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ role: 'user', content: `${index}` }));
    await start(thread.id, { additional_messages: more(32) });
    expect(engine.inputs[0]?.messages).toHaveLength(33);
    expect(
      await caller.refusal('POST', `/threads/${thread.id}/runs`, {
        assistant_id: 'asst_demo',
        additional_messages: more(33),
      }),
    ).toMatchObject({ status: 400, param: 'additional_messages', code: 'array_above_max_length' });
  });

  it("the input of a model call contains the run's settings, and a forced tool in the first call only", async () => {
    const { engine, caller, start, submit } = weatherServer();
    const thread = await caller.newThread('weather?');
    const settings = {
      temperature: 0.5,
      top_p: 0.9,
      response_format: { type: 'json_object' },
      reasoning_effort: 'low',
      parallel_tool_calls: false,
      max_completion_tokens: 100,
    };
    await submit(await start(thread.id, { ...settings, tool_choice: 'required' }));
    const passed = {
      temperature: 0.5,
      topP: 0.9,
      responseFormat: { type: 'json_object' },
      reasoningEffort: 'low',
      parallelToolCalls: false,
    };
    expect(engine.inputs.map(({ settings: given }) => given)).toEqual([
      { ...passed, toolChoice: 'required', maxCompletionTokens: 100 },
      { ...passed, toolChoice: 'auto', maxCompletionTokens: 95 },
    ]);
  });
});

describe('a token budget', () => {
  it.each([
    ['max_prompt_tokens', 12, 'the next prompt does not fit'],
    ['max_prompt_tokens', 10, 'it is spent'],
    ['max_completion_tokens', 5, 'it is spent'],
  ])('the budget %s of %i ends the run before a model call when %s', async (name, tokens) => {
    const { engine, caller, start, submit } = weatherServer();
    const thread = await caller.newThread('weather?');
    const run = await submit(await start(thread.id, { [name]: tokens }));
    expect(run).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: name },
      usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
      completed_at: null,
    });
    expect(engine.inputs).toHaveLength(1);
  });

  it('a run completes when its budget suffices, with the summed usage of its steps', async () => {
    const { caller, start, submit } = weatherServer();
    const thread = await caller.newThread('weather?');
    const budget = { max_prompt_tokens: 100, max_completion_tokens: 100 };
    const run = await submit(await start(thread.id, budget));
    expect(run).toMatchObject({ status: 'completed', usage: { prompt_tokens: 20, completion_tokens: 10 } });
    const path = `/threads/${thread.id}/runs/${run.id}/steps?order=asc`;
    const { data } = await caller.ask('steps', 'GET', path);
    expect(data.map(({ usage }) => usage?.total_tokens)).toEqual([undefined, 15, 15]);
  });
});
