import { expect, it } from 'vitest';
import { lastRun } from '../testing/seen-events.ts';
import { stepEngine } from '../testing/step-engine.ts';
import { databaseUrl, schemaOfTest } from '../testing/test-postgres.ts';
import { testServer, WEATHER } from '../testing/test-server.ts';

it.skipIf(databaseUrl === '')(
  'on PostgreSQL, a call of a function that nobody declared has an error at once, and only the call of the page waits',
  async () => {
    const engine = stepEngine(async ({ emit, finish }) => {
      emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{"city":"Oslo"}' });
      emit({ type: 'tool-call', index: 1, name: 'get_wether', arguments: '{"city":"Oslo"}' });
      finish('tool-calls');
    });
    const { caller } = testServer({ engine, storage: (await schemaOfTest()).storage() });
    const start = { assistant_id: 'asst_demo', tools: [WEATHER], stream: true };
    const run = lastRun(await caller.stream('POST', '/threads/runs', start));
    expect(run.required_action?.submit_tool_outputs.tool_calls).toMatchObject([
      { function: { name: 'get_weather' } },
    ]);
    const { data } = await caller.ask('steps', 'GET', `/threads/${run.thread_id}/runs/${run.id}/steps`);
    expect(data).toMatchObject([
      {
        status: 'in_progress',
        step_details: {
          tool_calls: [
            { function: { output: null } },
            { function: { output: expect.stringContaining('There is no tool named') } },
          ],
        },
      },
    ]);
  },
);
