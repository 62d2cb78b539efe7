import OpenAI, { type APIError } from 'openai';
import { describe, expect, it } from 'vitest';
import type { ServerOptions } from './server.ts';
import { gate, stepEngine } from './testing/step-engine.ts';
import { testServer, WEATHER } from './testing/test-server.ts';

// The SDK marks the whole family deprecated; being spoken to by it is the point here.
function sdk(options: Partial<ServerOptions> = {}) {
  const { server } = testServer(options);
  const client = new OpenAI({
    apiKey: 'any',
    baseURL: 'http://server.test/v1',
    fetch: (input, init) => server.fetch(new Request(input, init)),
  });
  return { client, threads: client.beta.threads, assistants: client.beta.assistants };
}

const tools = [
  { ...WEATHER, function: { ...WEATHER.function, parameters: { ...WEATHER.function.parameters } } },
];

describe('the official SDK', () => {
  it('streams a run and hands out the final objects', async () => {
    const { threads } = sdk();
    const thread = await threads.create({ messages: [{ role: 'user', content: 'tell me about runs' }] });
    const stream = threads.runs.stream(thread.id, { assistant_id: 'asst_demo' });
    let text = '';
    stream.on('textDelta', (delta) => {
      text += delta.value ?? '';
    });
    const run = await stream.finalRun();
    const [message] = await stream.finalMessages();
    const [step] = await stream.finalRunSteps();
    expect(run.status).toBe('completed');
    expect(message?.status).toBe('completed');
    expect(message?.content).toMatchObject([
      { type: 'text', text: { value: expect.stringContaining(text) } },
    ]);
    expect(step).toMatchObject({ type: 'message_creation', status: 'completed', usage: run.usage });
  });

  it.each([
    ['/code', 'completed', ['code_interpreter']],
    ['/cite', 'completed', ['file_search']],
    ['/refuse', 'completed', []],
    ['/incomplete', 'incomplete', []],
    ['/fail', 'failed', []],
    ['/ratelimit', 'failed', []],
    ['/crash', 'completed', []],
  ])('follows %s to its end, with the calls it saw on the way', async (command, status, calls) => {
    const { threads } = sdk();
    const thread = await threads.create({ messages: [{ role: 'user', content: command }] });
    const stream = threads.runs.stream(thread.id, { assistant_id: 'asst_demo' });
    const seen: string[] = [];
    stream.on('toolCallDone', ({ type }) => seen.push(type));
    const run = await stream.finalRun();
    expect(run.status).toBe(status);
    expect(seen).toEqual(calls);
    const stored = await threads.runs.steps.list(run.id, { thread_id: thread.id, order: 'asc' });
    // A crash leaves a step behind which the stream ended, and the SDK keeps it too.
    expect((await stream.finalRunSteps()).map(({ id, status: end }) => [id, end])).toEqual(
      stored.data.map(({ id, status: end }) => [id, end]),
    );
  });

  it('iterates over raw events', async () => {
    const { threads } = sdk();
    const stream = await threads.createAndRun({
      assistant_id: 'asst_demo',
      thread: { messages: [{ role: 'user', content: 'hello' }] },
      stream: true,
    });
    const names: string[] = [];
    for await (const { event } of stream) names.push(event);
    expect(names[0]).toBe('thread.created');
    expect(names.at(-1)).toBe('thread.run.completed');
  });

  it('creates and polls', async () => {
    const { threads } = sdk();
    const thread = await threads.create({ messages: [{ role: 'user', content: 'hello' }] });
    const run = await threads.runs.createAndPoll(
      thread.id,
      { assistant_id: 'asst_demo' },
      { pollIntervalMs: 1 },
    );
    expect(run.status).toBe('completed');
    const { data } = await threads.messages.list(thread.id, { run_id: run.id });
    expect(data).toMatchObject([{ role: 'assistant', run_id: run.id }]);
  });

  it('streams through a tool round', async () => {
    const { threads } = sdk();
    const thread = await threads.create({ messages: [{ role: 'user', content: 'weather in Lima' }] });
    const first = threads.runs.stream(thread.id, { assistant_id: 'asst_demo', tools });
    const called: string[] = [];
    first.on('toolCallCreated', (call) => called.push(call.type));
    const waiting = await first.finalRun();
    expect(waiting.status).toBe('requires_action');
    expect(called).toEqual(['function']);
    const outputs = (waiting.required_action?.submit_tool_outputs.tool_calls ?? []).map((call) => ({
      tool_call_id: call.id,
      output: `Rain, for ${call.function.arguments}`,
    }));
    const second = threads.runs.submitToolOutputsStream(waiting.id, {
      thread_id: thread.id,
      tool_outputs: outputs,
    });
    const run = await second.finalRun();
    const [message] = await second.finalMessages();
    expect(run.status).toBe('completed');
    expect(JSON.stringify(message?.content)).toContain('Rain, for');
    const steps = await threads.runs.steps.list(run.id, { thread_id: thread.id, order: 'asc' });
    expect(steps.data.map(({ type, status }) => [type, status])).toEqual([
      ['tool_calls', 'completed'],
      ['message_creation', 'completed'],
    ]);
  });

  it('polls through a tool round', async () => {
    const { threads } = sdk();
    const options = { pollIntervalMs: 1 };
    const waiting = await threads.createAndRunPoll(
      { assistant_id: 'asst_demo', tools, thread: { messages: [{ role: 'user', content: 'weather?' }] } },
      options,
    );
    expect(waiting.status).toBe('requires_action');
    const run = await threads.runs.submitToolOutputsAndPoll(
      waiting.id,
      {
        thread_id: waiting.thread_id,
        tool_outputs: (waiting.required_action?.submit_tool_outputs.tool_calls ?? []).map(({ id }) => ({
          tool_call_id: id,
          output: 'dry',
        })),
      },
      options,
    );
    expect(run.status).toBe('completed');
  });

  it('cancels a run while it streams', async () => {
    const begun = gate();
    const engine = stepEngine(async (play, _input, signal) => {
      play.say('Never to be');
      begun.open();
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
    });
    const { threads } = sdk({ engine });
    const thread = await threads.create({ messages: [{ role: 'user', content: 'hello' }] });
    const stream = threads.runs.stream(thread.id, { assistant_id: 'asst_demo' });
    await begun.opened;
    const { data } = await threads.runs.list(thread.id);
    await threads.runs.cancel(data[0]?.id ?? '', { thread_id: thread.id });
    expect((await stream.finalRun()).status).toBe('cancelled');
    expect(await stream.finalMessages()).toMatchObject([{ status: 'incomplete' }]);
  });

  it('pages by itself', async () => {
    const { threads, assistants } = sdk();
    const thread = await threads.create();
    for (let index = 0; index < 7; index += 1) {
      await threads.messages.create(thread.id, { role: 'user', content: `number ${index}` });
    }
    const seen: string[] = [];
    for await (const message of threads.messages.list(thread.id, { limit: 3, order: 'asc' }))
      seen.push(message.id);
    expect(new Set(seen).size).toBe(7);
    for (let index = 0; index < 3; index += 1) await assistants.create({ model: 'm' });
    let count = 0;
    for await (const _assistant of assistants.list({ limit: 2 })) count += 1;
    expect(count).toBe(4);
  });

  it('turns refusals into its own errors, words and all', async () => {
    const { threads, assistants } = sdk();
    const missing = (await threads.retrieve('thread_gone').catch((error: unknown) => error)) as APIError;
    expect(missing).toBeInstanceOf(OpenAI.NotFoundError);
    expect(missing).toMatchObject({
      status: 404,
      type: 'invalid_request_error',
      requestID: expect.stringMatching(/^req_/),
      message: "404 No thread found with id 'thread_gone'.",
    });
    const bad = (await assistants
      .create({ model: 'm', metadata: { a: 'x'.repeat(600) } })
      .catch((error: unknown) => error)) as APIError;
    expect(bad).toBeInstanceOf(OpenAI.BadRequestError);
    expect(bad).toMatchObject({ param: 'metadata.a', code: 'string_above_max_length' });
  });

  it('modifies and deletes what it has made', async () => {
    const { threads, assistants } = sdk();
    const assistant = await assistants.create({
      model: 'm',
      tools: [{ type: 'file_search' }, { type: 'code_interpreter' }],
    });
    expect((await assistants.update(assistant.id, { name: 'New' })).name).toBe('New');
    expect((await assistants.delete(assistant.id)).deleted).toBe(true);
    const thread = await threads.create({ metadata: { a: '1' } });
    expect((await threads.update(thread.id, { metadata: { b: '2' } })).metadata).toEqual({ b: '2' });
    const message = await threads.messages.create(thread.id, { role: 'user', content: 'hi' });
    const place = { thread_id: thread.id };
    expect((await threads.messages.update(message.id, { ...place, metadata: { c: '3' } })).metadata).toEqual({
      c: '3',
    });
    expect((await threads.messages.delete(message.id, place)).deleted).toBe(true);
    expect((await threads.delete(thread.id)).deleted).toBe(true);
  });
});
