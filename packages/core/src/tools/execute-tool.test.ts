import { expect, it } from 'vitest';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { defineTool } from './define-tool.ts';
import { executeTool } from './execute-tool.ts';

const CONTEXT = { toolCallId: 'call_1', runId: 'run_1', threadId: 'thread_1', expiresAt: 0 };

it.each([Number.POSITIVE_INFINITY, 2 ** 31])('a time limit of %s ms is no limit', async (timeoutMs) => {
  const environment = fakeEnvironment();
  const tool = defineTool({ name: 'slow', parameters: { type: 'object' }, timeoutMs, execute: () => 'done' });
  let timers = 0;
  const setTimer: typeof environment.setTimer = (run, ms) => {
    timers += 1;
    return environment.setTimer(run, ms);
  };
  const { signal } = new AbortController();
  expect((await executeTool({ setTimer }, tool, {}, signal, CONTEXT)).text).toBe('done');
  expect(timers).toBe(0);
});
