import { expect } from 'vitest';
import { stepEngine } from '../../src/testing/step-engine.ts';
import { newThread, outputsFor, POLL, tools, waitingRun } from './conversations.ts';
import { sdkTest } from './sdk-test.ts';

sdkTest(
  'the SDK creates a run and polls it to its end',
  ['createRun', 'getRun', 'listMessages', 'listRunSteps', 'getRunStep'],
  async ({ threads }) => {
    const thread = await newThread(threads, 'hello');
    const place = { thread_id: thread.id };
    const queued = await threads.runs.create(thread.id, { assistant_id: 'asst_demo', metadata: { a: '1' } });
    expect(queued).toMatchObject({ status: 'queued', metadata: { a: '1' }, usage: null, started_at: null });
    const run = await threads.runs.poll(queued.id, place, POLL);
    expect(run.status).toBe('completed');
    const { data } = await threads.messages.list(thread.id, { run_id: run.id });
    expect(data).toMatchObject([{ role: 'assistant', run_id: run.id, assistant_id: 'asst_demo' }]);
    const steps = await threads.runs.steps.list(run.id, place);
    expect(steps.data).toMatchObject([
      { type: 'message_creation', step_details: { message_creation: { message_id: data[0]?.id } } },
    ]);
    const step = await threads.runs.steps.retrieve(steps.data[0]?.id ?? '', { ...place, run_id: run.id });
    expect(step).toEqual(steps.data[0]);
    expect(step.usage).toEqual(run.usage);
  },
);

sdkTest('the SDK creates and polls a run in one call', ['createRun', 'getRun'], async ({ threads }) => {
  const thread = await newThread(threads, 'hello');
  const run = await threads.runs.createAndPoll(
    thread.id,
    {
      assistant_id: 'asst_demo',
      additional_instructions: 'Be kinder.',
      additional_messages: [{ role: 'user', content: 'And another thing' }],
      truncation_strategy: { type: 'last_messages', last_messages: 3 },
      tool_choice: 'none',
      temperature: 0.5,
    },
    POLL,
  );
  expect(run).toMatchObject({
    status: 'completed',
    instructions: 'Be kind.\n\nBe kinder.',
    truncation_strategy: { type: 'last_messages', last_messages: 3 },
    tool_choice: 'none',
    temperature: 0.5,
  });
  const { data } = await threads.messages.list(thread.id, { order: 'asc' });
  expect(data.map(({ role }) => role)).toEqual(['user', 'user', 'assistant']);
});

sdkTest(
  'the SDK creates thread and run in one call, and polls through a tool round',
  ['createThreadAndRun', 'submitToolOutputsToRun', 'getRun', 'listRunSteps'],
  async ({ threads }) => {
    const waiting = await threads.createAndRunPoll(
      { assistant_id: 'asst_demo', tools, thread: { messages: [{ role: 'user', content: 'weather?' }] } },
      POLL,
    );
    expect(waiting).toMatchObject({ status: 'requires_action', usage: null });
    const run = await threads.runs.submitToolOutputsAndPoll(
      waiting.id,
      { thread_id: waiting.thread_id, tool_outputs: outputsFor(waiting, 'dry, 21 °C') },
      POLL,
    );
    expect(run).toMatchObject({ status: 'completed', expires_at: null, required_action: null });
    const steps = await threads.runs.steps.list(run.id, { thread_id: run.thread_id, order: 'asc' });
    expect(steps.data.map(({ type, status }) => [type, status])).toEqual([
      ['tool_calls', 'completed'],
      ['message_creation', 'completed'],
    ]);
    const sum = steps.data.reduce((total, { usage }) => total + (usage?.total_tokens ?? 0), 0);
    expect(run.usage?.total_tokens).toBe(sum);
    expect(JSON.stringify(steps.data[0]?.step_details)).toContain('dry, 21 °C');
  },
);

sdkTest(
  'a run is queued again after its outputs were submitted',
  ['submitToolOutputsToRun'],
  async ({ threads }) => {
    const waiting = await waitingRun(threads);
    const place = { thread_id: waiting.thread_id };
    const queued = await threads.runs.submitToolOutputs(waiting.id, {
      ...place,
      tool_outputs: outputsFor(waiting, 'dry'),
    });
    expect(queued).toMatchObject({
      status: 'queued',
      required_action: null,
      expires_at: waiting.expires_at,
      started_at: waiting.started_at,
    });
    expect((await threads.runs.poll(waiting.id, place, POLL)).status).toBe('completed');
  },
);

sdkTest('the SDK modifies a run that has ended', ['modifyRun', 'getRun'], async ({ threads }) => {
  const thread = await newThread(threads, 'hello');
  const run = await threads.runs.createAndPoll(thread.id, { assistant_id: 'asst_demo' }, POLL);
  const place = { thread_id: thread.id };
  const changed = await threads.runs.update(run.id, { ...place, metadata: { mood: 'good' } });
  expect(changed).toEqual({ ...run, metadata: { mood: 'good' } });
  expect(await threads.runs.retrieve(run.id, place)).toEqual(changed);
});

sdkTest(
  'the SDK cancels a run that waits for outputs, and unlocks its thread',
  ['cancelRun', 'createMessage'],
  async ({ threads }) => {
    const waiting = await waitingRun(threads);
    const place = { thread_id: waiting.thread_id };
    expect((await threads.runs.cancel(waiting.id, place)).status).toMatch(/^cancell(ing|ed)$/);
    const run = await threads.runs.poll(waiting.id, place, POLL);
    expect(run).toMatchObject({
      status: 'cancelled',
      required_action: null,
      cancelled_at: expect.any(Number),
    });
    const steps = await threads.runs.steps.list(run.id, place);
    expect(steps.data).toMatchObject([{ status: 'cancelled' }]);
    await threads.messages.create(waiting.thread_id, { role: 'user', content: 'free again' });
  },
);

/** Emits half a sentence, then hangs until it is aborted. */
const endless = stepEngine(async (play, _input, signal) => {
  play.say('Never to be');
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve);
  });
});

sdkTest(
  'the SDK cancels a run while it streams',
  ['createRun stream', 'cancelRun', 'listRuns'],
  async ({ threads }) => {
    const thread = await newThread(threads, 'hello');
    const stream = threads.runs.stream(thread.id, { assistant_id: 'asst_demo' });
    await stream.emitted('textCreated');
    const { data } = await threads.runs.list(thread.id);
    expect(data).toHaveLength(1);
    await threads.runs.cancel(data[0]?.id ?? '', { thread_id: thread.id });
    expect(await stream.finalRun()).toMatchObject({ status: 'cancelled', expires_at: null });
    const messages = await threads.messages.list(thread.id);
    expect(messages.data[0]).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'run_cancelled' },
      content: [{ type: 'text', text: { value: 'Never to be' } }],
    });
  },
  { engine: endless },
);

sdkTest('the SDK pages through runs and steps', ['listRuns', 'listRunSteps'], async ({ threads }) => {
  const thread = await newThread(threads, 'hello');
  const made: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    made.push((await threads.runs.createAndPoll(thread.id, { assistant_id: 'asst_demo' }, POLL)).id);
  }
  const listed: string[] = [];
  for await (const { id } of threads.runs.list(thread.id, { limit: 2 })) listed.push(id);
  expect(listed).toEqual(made.toReversed());
  const waiting = await waitingRun(threads);
  const place = { thread_id: waiting.thread_id };
  await threads.runs.submitToolOutputsAndPoll(
    waiting.id,
    { ...place, tool_outputs: outputsFor(waiting, 'dry') },
    POLL,
  );
  const types: string[] = [];
  const query = {
    ...place,
    limit: 1,
    order: 'asc' as const,
    include: ['step_details.tool_calls[*].file_search.results[*].content' as const],
  };
  for await (const { type } of threads.runs.steps.list(waiting.id, query)) types.push(type);
  expect(types).toEqual(['tool_calls', 'message_creation']);
});
