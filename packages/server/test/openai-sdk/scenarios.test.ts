import { expect } from 'vitest';
import { newThread } from './conversations.ts';
import { sdkTest } from './sdk-test.ts';

const RESULTS = 'step_details.tool_calls[*].file_search.results[*].content' as const;

const scenarios = [
  ['/code', 'completed', ['code_interpreter']],
  ['/cite', 'completed', ['file_search']],
  ['/refuse', 'completed', []],
  ['/incomplete', 'incomplete', []],
  ['/fail', 'failed', []],
  ['/ratelimit', 'failed', []],
  ['/long 300', 'completed', []],
  ['/crash', 'completed', []],
] as const;

for (const [command, status, calls] of scenarios) {
  sdkTest(
    `the SDK follows ${command} to its end, with the calls it saw on the way`,
    ['createRun stream', 'listRunSteps', 'listMessages'],
    async ({ threads }) => {
      const thread = await newThread(threads, command);
      const stream = threads.runs.stream(thread.id, { assistant_id: 'asst_demo', include: [RESULTS] });
      const seen: string[] = [];
      stream.on('toolCallDone', ({ type }) => seen.push(type));
      const run = await stream.finalRun();
      expect(run.status).toBe(status);
      expect(seen).toEqual(calls);
      const stored = await threads.runs.steps.list(run.id, { thread_id: thread.id, order: 'asc' });
      // The stream ended the step that a crash interrupted, and the SDK includes it.
      expect((await stream.finalRunSteps()).map(({ id, status: end }) => [id, end])).toEqual(
        stored.data.map(({ id, status: end }) => [id, end]),
      );
      await threads.messages.list(thread.id);
    },
    { onError: () => {} },
  );
}
