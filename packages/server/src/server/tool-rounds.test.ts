import { describe, expect, it } from 'vitest';
import {
  lastRun,
  MESSAGE_WRITTEN,
  namesOf,
  RUN_STARTED,
  STEP_STARTED,
  withoutRepeats,
} from '../testing/seen-events.ts';
import { stepEngine, USAGE } from '../testing/step-engine.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor, startWeather } from '../testing/weather-run.ts';

describe('a tool round', () => {
  it('a tool round ends the stream at requires_action, with its step open', async () => {
    const { caller } = testServer();
    const thread = await caller.newThread('What is the weather in Oslo, in celsius?');
    const events = await caller.stream('POST', `/threads/${thread.id}/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
      tools: [WEATHER],
    });
    expect(withoutRepeats(namesOf(events))).toEqual([
      ...RUN_STARTED,
      ...STEP_STARTED,
      'run.step.delta',
      'run.requires_action',
    ]);
    const run = lastRun(events);
    expect(run.usage).toBeNull();
    expect(run.required_action?.submit_tool_outputs.tool_calls).toEqual([
      {
        id: expect.stringMatching(/^call_/),
        type: 'function',
        function: { name: 'get_weather', arguments: '{"city":"Oslo","unit":"celsius"}' },
      },
    ]);
    const { data } = await caller.ask('steps', 'GET', `/threads/${thread.id}/runs/${run.id}/steps`);
    expect(data).toMatchObject([{ type: 'tool_calls', status: 'in_progress', usage: null }]);
  });

  it("a tool round's second stream starts with the completion of the open step", async () => {
    const { caller } = testServer();
    const run = await startWeather(caller, { stream: true });
    const events = await caller.stream(
      'POST',
      `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`,
      {
        ...outputsFor(run, '{"sky":"clear"}'),
        stream: true,
      },
    );
    expect(withoutRepeats(namesOf(events))).toEqual([
      'run.step.completed',
      'run.queued',
      'run.in_progress',
      ...MESSAGE_WRITTEN,
      'run.completed',
    ]);
    expect(events[0]?.data).toMatchObject({
      status: 'completed',
      usage: { total_tokens: expect.any(Number) },
      step_details: { tool_calls: [{ function: { name: 'get_weather', output: '{"sky":"clear"}' } }] },
    });
    const response = events.find(({ event }) => event === 'thread.message.completed')?.data;
    expect(JSON.stringify(response)).toContain('clear');
  });

  it("a run's usage is the sum of its steps", async () => {
    const { caller } = testServer({
      engine: stepEngine(
        async (play) => {
          play.emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{}' });
          play.finish('tool-calls');
        },
        async (play) => {
          play.say('Rain.');
          play.finish();
        },
      ),
    });
    const waiting = await startWeather(caller, { stream: false });
    const path = `/threads/${waiting.thread_id}/runs/${waiting.id}`;
    await caller.ask('run', 'POST', `${path}/submit_tool_outputs`, outputsFor(waiting, 'wet'));
    const run = await caller.runIn(waiting, 'completed');
    expect(run.usage).toMatchObject({ prompt_tokens: 20, completion_tokens: 10, total_tokens: 30 });
    const { data } = await caller.ask('steps', 'GET', `${path}/steps?order=asc`);
    expect(data.map(({ type, usage }) => [type, usage?.total_tokens])).toEqual([
      ['tool_calls', USAGE.total_tokens],
      ['message_creation', USAGE.total_tokens],
    ]);
  });

  it('tool calls and outputs are passed to the engine, text and calls of one model call together', async () => {
    const engine = stepEngine(
      async (play) => {
        play.say('Let me look.');
        play.emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{"city":' });
        play.emit({ type: 'tool-call', index: 0, arguments: '"Oslo"}' });
        play.finish('tool-calls');
      },
      async (play) => play.finish(),
    );
    const { caller } = testServer({ engine });
    const run = await startWeather(caller, { stream: false });
    await caller.ask(
      'run',
      'POST',
      `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`,
      outputsFor(run, 'wet'),
    );
    await caller.runIn(run, 'completed');
    const id = run.required_action?.submit_tool_outputs.tool_calls[0]?.id;
    expect(engine.inputs[1]?.messages.slice(1)).toEqual([
      {
        role: 'assistant',
        content: [{ type: 'text', text: { value: 'Let me look.', annotations: [] } }],
        toolCalls: [{ id, name: 'get_weather', arguments: '{"city":"Oslo"}' }],
      },
      { role: 'tool', toolCallId: id, output: 'wet' },
    ]);
  });

  it('missing, unknown and duplicate tool outputs are refused with the messages that clients match', async () => {
    const { caller } = testServer();
    const run = await startWeather(caller, { stream: false });
    const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
    const id = run.required_action?.submit_tool_outputs.tool_calls[0]?.id ?? '';
    expect(await caller.refusal('POST', path, { tool_outputs: [] })).toMatchObject({
      status: 400,
      message: `Expected tool outputs for call_ids ['${id}'], got []`,
    });
    const output = { tool_call_id: id, output: 'x' };
    expect(await caller.refusal('POST', path, { tool_outputs: [output, output] })).toMatchObject({
      status: 400,
      message: `Expected tool outputs for call_ids ['${id}'], got ['${id}', '${id}']`,
    });
    expect((await caller.runIn(run, 'requires_action')).required_action).toEqual(run.required_action);
  });

  it('tool outputs are accepted once', async () => {
    const { caller } = testServer();
    const run = await startWeather(caller, { stream: false });
    const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
    const responses = await Promise.all([1, 2].map(() => caller.send('POST', path, outputsFor(run, 'wet'))));
    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
    await caller.runIn(run, 'completed');
    expect((await caller.refusal('POST', path, outputsFor(run, 'wet'))).message).toBe(
      'Runs in status "completed" do not accept tool outputs.',
    );
    const { data } = await caller.ask('messages', 'GET', `/threads/${run.thread_id}/messages`);
    expect(data.filter(({ role }) => role === 'assistant')).toHaveLength(1);
  });

  it('a tool round has several calls in one step', async () => {
    const time = { type: 'function', function: { name: 'get_time' } };
    const { caller } = testServer();
    const thread = await caller.newThread('The weather and the time in Oslo, please');
    const body = { assistant_id: 'asst_demo', tools: [WEATHER, time] };
    const run = await caller.runIn(
      await caller.ask('run', 'POST', `/threads/${thread.id}/runs`, body),
      'requires_action',
    );
    const { data } = await caller.ask('steps', 'GET', `/threads/${thread.id}/runs/${run.id}/steps`);
    expect(data).toHaveLength(1);
    expect(run.required_action?.submit_tool_outputs.tool_calls.map((call) => call.function.name)).toEqual([
      'get_weather',
      'get_time',
    ]);
  });
});
