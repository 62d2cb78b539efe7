import { engineGate } from '@threadkit/testing';
import { expect, it } from 'vitest';
import { ASSISTANT, type BenchOptions, textOf, until, withServer } from '../../test/with-server.ts';
import type { RunStepObject } from '../api/index.ts';
import { settle } from '../testing/index.ts';
import type { ThreadController } from './types.ts';

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

/** A server whose model reasons in two pieces before it responds. */
function thinkingServer(options: BenchOptions = {}) {
  return withServer({
    script: () => [
      { type: 'reasoning', text: 'First ' },
      { type: 'reasoning', text: 'the city.' },
      { type: 'text', part: 0, text: 'It rains.' },
      { type: 'finish', reason: 'stop', usage },
    ],
    ...options,
  });
}

const reasoningOf = ({ step_details: details }: RunStepObject): string | undefined =>
  details.type === 'reasoning' ? details.reasoning.text : undefined;
const reasoningIn = (thread: ThreadController) => thread.getSnapshot().steps.map(reasoningOf);
const isOver = (thread: ThreadController) => until(thread, ({ status }) => status === 'completed');

it('the first run of a page has reasoning: the response to the created thread declares that the backend sends it', async () => {
  const { client, controller } = thinkingServer();
  const thread = controller();
  expect(client.capabilities.reasoning).toBe('unknown');
  await thread.send('Hello');
  await isOver(thread);
  expect(reasoningIn(thread)).toEqual(['First the city.', undefined]);
});

it('a run of a client whose first request it is comes without reasoning', async () => {
  const { client } = thinkingServer();
  const run = {
    assistant_id: ASSISTANT,
    thread: { messages: [{ role: 'user', content: 'Hello' }] },
  } as const;
  const types: string[] = [];
  for (const expected of [['message_creation'], ['reasoning', 'message_creation']]) {
    types.length = 0;
    for await (const { event, data } of client.streamThreadAndRun(run)) {
      if (event === 'thread.run.step.created') types.push(data.type);
    }
    expect(types).toEqual(expected);
  }
});

it('reasoning grows in its step while the model thinks', async () => {
  const gate = engineGate({ closedAfter: 1 });
  const bench = thinkingServer({ gate, client: { capabilities: { reasoning: true } } });
  const thread = bench.controller();
  void thread.send('Hello');
  const { steps } = await until(thread, () => reasoningIn(thread)[0] === 'First ');
  expect(steps[0]).toMatchObject({ type: 'reasoning', status: 'in_progress' });
  gate.open();
  const snapshot = await isOver(thread);
  expect(reasoningIn(thread)).toEqual(['First the city.', undefined]);
  expect(snapshot.steps[0]?.status).toBe('completed');
  expect(textOf(snapshot)).toEqual(['Hello', 'It rains.']);
});

it('reasoning continues after the connection was lost', async () => {
  const gate = engineGate({ closedAfter: 1 });
  const bench = thinkingServer({ gate, client: { capabilities: { reasoning: true } } });
  const cut = new AbortController();
  bench.intercept = async (request, next) => {
    const response = await next(request);
    if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
      return response;
    }
    bench.intercept = undefined;
    const body = response.body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), {
      signal: cut.signal,
    });
    return new Response(body, response);
  };
  const thread = bench.controller();
  void thread.send('Hello');
  await until(thread, () => reasoningIn(thread)[0] === 'First ');
  cut.abort(new TypeError('terminated'));
  gate.open();
  await settle();
  await bench.environment.advance(2_000);
  await isOver(thread);
  expect(reasoningIn(thread)).toEqual(['First the city.', undefined]);
});

it('reasoning that the user stops stays until the page is reloaded', async () => {
  const gate = engineGate({ closedAfter: 1 });
  const bench = thinkingServer({ gate, client: { capabilities: { reasoning: true } } });
  const thread = bench.controller();
  void thread.send('Hello');
  await until(thread, () => reasoningIn(thread)[0] === 'First ');
  void thread.cancel();
  const { steps, run } = await until(thread, ({ status }) => status === 'cancelled');
  expect(steps).toMatchObject([{ status: 'cancelled' }]);
  expect(reasoningIn(thread)).toEqual(['First ']);
  const stored = await bench.client.listRunSteps(run?.thread_id ?? '', run?.id ?? '');
  expect(stored.data.map(reasoningOf)).toEqual(['']);
});

it.each([
  ['stream', ''],
  ['keep', 'First the city.'],
] as const)('a server with the reasoning %j lists the step with the text %j', async (reasoning, text) => {
  const bench = thinkingServer({ reasoning, client: { capabilities: { reasoning: true } } });
  const thread = bench.controller();
  await thread.send('Hello');
  const { run } = await isOver(thread);
  const { data } = await bench.client.listRunSteps(run?.thread_id ?? '', run?.id ?? '', { order: 'asc' });
  expect(data.map(reasoningOf)).toEqual([text, undefined]);
});
