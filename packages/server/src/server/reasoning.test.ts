import { ACCEPT_HEADER, CAPABILITIES_HEADER, type RunObject, type RunStepObject } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { createCaller } from '../testing/caller.ts';
import { lastRun, namesOf } from '../testing/seen-events.ts';
import { stepEngine } from '../testing/step-engine.ts';
import { type TestServerOptions, testServer } from '../testing/test-server.ts';

const START = {
  assistant_id: 'asst_demo',
  thread: { messages: [{ role: 'user', content: 'Think.' }] },
  stream: true,
};

/** A model that shows its reasoning, with clients that declare it and that do not. */
function thinkingServer(options: TestServerOptions = {}) {
  const engine = stepEngine(async (play) => {
    play.emit({ type: 'reasoning', text: 'First the city.' });
    play.say('It rains.');
    play.finish();
  });
  const { server, caller } = testServer({ engine, ...options });
  return {
    old: caller,
    declaring: createCaller(server, { [ACCEPT_HEADER]: 'something, reasoning' }),
    engine,
  };
}

const stepsPath = ({ thread_id: threadId, id }: Pick<RunObject, 'thread_id' | 'id'>) =>
  `/threads/${threadId}/runs/${id}/steps`;

const textOf = ({ step_details: details }: RunStepObject) =>
  details.type === 'reasoning' ? details.reasoning.text : undefined;

describe('reasoning', () => {
  it('a client that declares it gets a step of its own', async () => {
    const { declaring } = thinkingServer();
    const events = await declaring.stream('POST', '/threads/runs', START);
    const deltas = events.flatMap((event) =>
      event.event === 'thread.run.step.delta' ? [event.data.delta.step_details] : [],
    );
    expect(deltas).toEqual([{ type: 'reasoning', reasoning: { text: 'First the city.' } }]);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  });

  it('a client that does not declare it sees nothing of it', async () => {
    const { old, declaring } = thinkingServer({ reasoning: 'keep' });
    const events = await old.stream('POST', '/threads/runs', START);
    expect(JSON.stringify(events)).not.toMatch(/"id":"step_reasoning_|First the city/);
    const run = lastRun(events);
    const replayed = await old.stream('GET', stepsPath(run).replace('/steps', '/events'));
    expect(namesOf(replayed)).toEqual(namesOf(events));
    const { data } = await old.ask('steps', 'GET', stepsPath(run));
    expect(data.map(({ type }) => type)).toEqual(['message_creation']);
    const all = await declaring.ask('steps', 'GET', stepsPath(run));
    expect(all.data.map(({ type }) => type)).toEqual(['message_creation', 'reasoning']);
    const id = all.data[1]?.id ?? '';
    expect(await old.refusal('GET', `${stepsPath(run)}/${id}`)).toMatchObject({ status: 404 });
    expect(textOf(await declaring.ask('step', 'GET', `${stepsPath(run)}/${id}`))).toBe('First the city.');
  });

  it('its text is not kept after the run, unless the server says so', async () => {
    const { declaring } = thinkingServer();
    const events = await declaring.stream('POST', '/threads/runs', START);
    const { data } = await declaring.ask('steps', 'GET', stepsPath(lastRun(events)));
    expect(data.map(textOf)).toEqual([undefined, '']);
    expect(data[1]).toMatchObject({
      type: 'reasoning',
      status: 'completed',
      completed_at: expect.any(Number),
    });
  });

  it.each([
    [undefined, true],
    ['keep', true],
    ['omit', false],
  ] as const)('a server with the reasoning %j declares the capability: %s', async (reasoning, isDeclared) => {
    const { old } = thinkingServer({ reasoning });
    const { headers } = await old.send('GET', '/assistants');
    expect(headers.get(CAPABILITIES_HEADER)?.split(',').includes('reasoning')).toBe(isDeclared);
  });

  it("with 'omit', there is none", async () => {
    const { declaring } = thinkingServer({ reasoning: 'omit' });
    const events = await declaring.stream('POST', '/threads/runs', START);
    expect(JSON.stringify(events)).not.toContain('First the city');
  });

  it('it is not repeated to the model', async () => {
    const { declaring, engine } = thinkingServer({ reasoning: 'keep' });
    const events = await declaring.stream('POST', '/threads/runs', START);
    const { thread_id: threadId } = lastRun(events);
    await declaring.stream('POST', `/threads/${threadId}/runs`, { assistant_id: 'asst_demo', stream: true });
    expect(JSON.stringify(engine.inputs[1]?.messages)).not.toContain('First the city');
  });
});
