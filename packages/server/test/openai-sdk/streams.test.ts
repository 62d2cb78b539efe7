import { expect } from 'vitest';
import { newThread, outputsFor, tools, waitingRun } from './conversations.ts';
import { sdkTest } from './sdk-test.ts';

sdkTest(
  'the SDK streams a run, with snapshots that grow into the stored message',
  ['createRun stream', 'getMessage'],
  async ({ threads }) => {
    const thread = await newThread(threads, 'tell me about runs');
    const stream = threads.runs.stream(thread.id, { assistant_id: 'asst_demo' });
    const heard: string[] = [];
    let text = '';
    let snapshot = '';
    stream
      .on('messageCreated', () => heard.push('messageCreated'))
      .on('textCreated', () => heard.push('textCreated'))
      .on('textDelta', (delta, whole) => {
        text += delta.value ?? '';
        snapshot = whole.value;
        expect(snapshot).toBe(text);
      })
      .on('textDone', (whole) => {
        heard.push('textDone');
        expect(whole.value).toBe(text);
      })
      .on('messageDone', () => heard.push('messageDone'))
      .on('runStepDone', () => heard.push('runStepDone'))
      .on('end', () => heard.push('end'));
    const run = await stream.finalRun();
    await stream.done();
    expect(run).toMatchObject({ status: 'completed', thread_id: thread.id });
    expect(heard).toEqual(['messageCreated', 'textCreated', 'textDone', 'messageDone', 'runStepDone', 'end']);
    const [streamed] = await stream.finalMessages();
    const [step] = await stream.finalRunSteps();
    expect(step).toMatchObject({ type: 'message_creation', status: 'completed', usage: run.usage });
    const stored = await threads.messages.retrieve(streamed?.id ?? '', { thread_id: thread.id });
    expect(stored.content).toEqual([{ type: 'text', text: { value: text, annotations: [] } }]);
    expect(text.length).toBeGreaterThan(20);
  },
);

sdkTest(
  'the SDK iterates over the raw events of a new thread and run',
  ['createThreadAndRun stream'],
  async ({ threads }) => {
    const stream = await threads.createAndRun({
      assistant_id: 'asst_demo',
      thread: { messages: [{ role: 'user', content: 'hello' }] },
      stream: true,
    });
    const names: string[] = [];
    for await (const { event } of stream) if (names.at(-1) !== event) names.push(event);
    expect(names).toEqual([
      'thread.created',
      'thread.run.created',
      'thread.run.queued',
      'thread.run.in_progress',
      'thread.run.step.created',
      'thread.run.step.in_progress',
      'thread.message.created',
      'thread.message.in_progress',
      'thread.message.delta',
      'thread.message.completed',
      'thread.run.step.completed',
      'thread.run.completed',
    ]);
  },
);

sdkTest(
  'the SDK streams through a tool round',
  ['createRun stream', 'submitToolOutputsToRun stream', 'listRunSteps'],
  async ({ threads }) => {
    const thread = await newThread(threads, 'weather in Lima');
    const first = threads.runs.stream(thread.id, { assistant_id: 'asst_demo', tools });
    const called: string[] = [];
    let args = '';
    first
      .on('toolCallCreated', (call) => called.push(call.type))
      .on('toolCallDelta', (delta) => {
        if (delta.type === 'function') args += delta.function?.arguments ?? '';
      });
    const waiting = await first.finalRun();
    expect(waiting.status).toBe('requires_action');
    expect(called).toEqual(['function']);
    const [call] = waiting.required_action?.submit_tool_outputs.tool_calls ?? [];
    expect(call?.function.arguments).toBe(args);
    expect(JSON.parse(args)).toMatchObject({ city: 'Lima' });
    const second = threads.runs.submitToolOutputsStream(waiting.id, {
      thread_id: thread.id,
      tool_outputs: outputsFor(waiting, 'Rain all day'),
    });
    const run = await second.finalRun();
    const [message] = await second.finalMessages();
    expect(run.status).toBe('completed');
    expect(JSON.stringify(message?.content)).toContain('Rain all day');
    const steps = await threads.runs.steps.list(run.id, { thread_id: thread.id, order: 'asc' });
    expect(steps.data.map(({ type, status }) => [type, status])).toEqual([
      ['tool_calls', 'completed'],
      ['message_creation', 'completed'],
    ]);
  },
);

sdkTest(
  'the SDK streams a run that was started without a stream, and the other way round',
  ['submitToolOutputsToRun stream', 'createThreadAndRun stream', 'submitToolOutputsToRun'],
  async ({ threads }) => {
    const polled = await waitingRun(threads);
    const stream = threads.runs.submitToolOutputsStream(polled.id, {
      thread_id: polled.thread_id,
      tool_outputs: outputsFor(polled, 'dry'),
    });
    expect((await stream.finalRun()).status).toBe('completed');
    const started = threads.createAndRunStream({
      assistant_id: 'asst_demo',
      tools,
      thread: { messages: [{ role: 'user', content: 'weather?' }] },
    });
    const waiting = await started.finalRun();
    const run = await threads.runs.submitToolOutputsAndPoll(
      waiting.id,
      { thread_id: waiting.thread_id, tool_outputs: outputsFor(waiting, 'dry') },
      { pollIntervalMs: 5 },
    );
    expect(run.status).toBe('completed');
  },
);

sdkTest('a run continues after its reader has disconnected', ['getRun'], async ({ threads }) => {
  const thread = await newThread(threads, 'a long response please');
  const stream = await threads.runs.create(thread.id, { assistant_id: 'asst_demo', stream: true });
  let id = '';
  for await (const { event, data } of stream) {
    if (event === 'thread.run.created') id = data.id;
    if (event === 'thread.message.delta') break;
  }
  const run = await threads.runs.poll(id, { thread_id: thread.id }, { pollIntervalMs: 5 });
  expect(run.status).toBe('completed');
});

sdkTest(
  'the SDK replays the events of a run, an extension of the contract',
  ['streamRunEvents'],
  async ({ client, threads }) => {
    const thread = await newThread(threads, 'hello');
    const live: string[] = [];
    let runId = '';
    const stream = await threads.runs.create(thread.id, { assistant_id: 'asst_demo', stream: true });
    for await (const event of stream) {
      live.push(event.event);
      if (event.event === 'thread.run.created') runId = event.data.id;
    }
    const place = `/threads/${thread.id}/runs/${runId}/events`;
    const response = await client.get(place, { query: { after: 3 } }).asResponse();
    const names = [...(await response.text()).matchAll(/^event: (\S+)$/gm)].map(([, name]) => name);
    expect(names).toEqual([...live.slice(3), 'done']);
  },
);
