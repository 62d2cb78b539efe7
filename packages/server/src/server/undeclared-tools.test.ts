import { defineTool } from '@threadkit/core/tools';
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../storage/memory/memory-storage.ts';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { lastRun, namesOf } from '../testing/seen-events.ts';
import { stepEngine, USAGE } from '../testing/step-engine.ts';
import { type TestServerOptions, testServer, WEATHER } from '../testing/test-server.ts';
import { outputsFor } from '../testing/weather-run.ts';

const NO_SUCH_TOOL = expect.stringMatching(/^\{"error":"There is no tool named /);

/** A server whose model makes these calls, and then says what it reads of them. */
function serverCalling(names: readonly string[], options: TestServerOptions = {}) {
  const engine = stepEngine(
    async ({ emit, finish }) => {
      names.forEach((name, index) => emit({ type: 'tool-call', index, name, arguments: '{"city":"Oslo"}' }));
      finish('tool-calls');
    },
    async ({ say, finish }, { messages }) => {
      say(messages.flatMap((message) => (message.role === 'tool' ? [message.output] : [])).join(' | '));
      finish();
    },
  );
  const served = testServer({ engine, ...options });
  const start = () =>
    served.caller.stream('POST', '/threads/runs', {
      assistant_id: 'asst_demo',
      stream: true,
      tools: [WEATHER],
      thread: { messages: [{ role: 'user', content: 'Oslo?' }] },
    });
  const callsOf = async (run: { id: string; thread_id: string }) => {
    const { data } = await served.caller.ask(
      'steps',
      'GET',
      `/threads/${run.thread_id}/runs/${run.id}/steps?order=asc`,
    );
    return data[0]?.step_details.type === 'tool_calls' ? data[0].step_details.tool_calls : [];
  };
  return { ...served, engine, start, callsOf };
}

describe('a call of a function that nobody declared', () => {
  it.each([
    ['memory', () => memoryStorage()],
    ['SQLite', () => sqliteStorage(':memory:')],
  ])(
    'beside a call of the page, it has an error at once, and only the call of the page waits (%s)',
    async (_name, open) => {
      const { caller, start, callsOf, log } = serverCalling(['get_weather', 'get_wether'], {
        storage: open(),
      });
      const events = await start();
      const run = lastRun(events);
      expect(run.status).toBe('requires_action');
      expect(run.required_action?.submit_tool_outputs.tool_calls).toMatchObject([
        { function: { name: 'get_weather' } },
      ]);
      expect(await callsOf(run)).toMatchObject([
        { function: { name: 'get_weather', output: null } },
        { function: { name: 'get_wether', arguments: '{"city":"Oslo"}', output: NO_SUCH_TOOL } },
      ]);
      expect(log).toEqual([
        {
          level: 'warn',
          event: 'tool_not_declared',
          model: 'demo-model',
          runId: run.id,
          toolCallId: expect.stringMatching(/^call_/),
          message: expect.stringMatching(/called the tool "get_wether", which neither .* declare it/),
        },
      ]);
      const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
      const rest = await caller.stream('POST', path, { ...outputsFor(run, '{"celsius":4}'), stream: true });
      expect(lastRun(rest)).toMatchObject({ status: 'completed' });
      expect(await callsOf(run)).toMatchObject([
        { function: { output: '{"celsius":4}' } },
        { function: { output: NO_SUCH_TOOL } },
      ]);
      const { data } = await caller.ask('messages', 'GET', `/threads/${run.thread_id}/messages?limit=1`);
      expect(data[0]?.content).toMatchObject([
        {
          text: {
            value: expect.stringMatching(/^\{"celsius":4\} \| \{"error":"There is no tool named /),
          },
        },
      ]);
    },
  );

  it('alone, it does not make the run wait: the model is told, and the step is completed', async () => {
    const { start, callsOf, engine } = serverCalling(['get_wether']);
    const events = await start();
    const run = lastRun(events);
    expect(run).toMatchObject({ status: 'completed', usage: { total_tokens: 2 * USAGE.total_tokens } });
    expect(namesOf(events)).not.toContain('run.requires_action');
    expect(await callsOf(run)).toMatchObject([{ function: { output: NO_SUCH_TOOL } }]);
    expect(engine.inputs[1]?.messages.at(-1)).toMatchObject({ role: 'tool', output: NO_SUCH_TOOL });
  });

  it('beside a call of the server, that one is executed', async () => {
    const lookUp = defineTool({ name: 'look_up', parameters: { type: 'object' }, execute: () => 'found' });
    const { start, callsOf } = serverCalling(['nothing', 'look_up'], { tools: [lookUp] });
    const run = lastRun(await start());
    expect(run.status).toBe('completed');
    expect(await callsOf(run)).toMatchObject([
      { function: { output: NO_SUCH_TOOL } },
      { executed_by: 'server', function: { output: 'found' } },
    ]);
  });

  it('a model that makes no other calls reaches the limit of model calls', async () => {
    const engine = stepEngine(async ({ emit, finish }) => {
      emit({ type: 'tool-call', index: 0, name: 'nothing', arguments: '{}' });
      finish('tool-calls');
    });
    const { caller } = testServer({ engine, limits: { modelCallsPerRun: 3 } });
    const run = await caller.ask('run', 'POST', '/threads/runs', { assistant_id: 'asst_demo' });
    expect((await caller.runIn(run, 'failed')).last_error?.message).toMatch(/after 3 model calls/);
  });

  it('the log has each name once, and none that is no name', async () => {
    const secret = 'The password is 1234';
    const { start, log } = serverCalling(['nothing', secret]);
    await start();
    await start();
    expect(log.map(({ event }) => event)).toEqual(['tool_not_declared', 'tool_not_declared']);
    expect(JSON.stringify(log)).not.toContain('1234');
  });
});
