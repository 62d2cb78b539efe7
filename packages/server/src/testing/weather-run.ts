import type { RunObject } from '@threadkit/core/api';
import type { Caller } from './caller.ts';
import { lastRun } from './seen-events.ts';
import { WEATHER } from './test-server.ts';

/** Starts a run that waits for the output of `get_weather`. */
export async function startWeather(caller: Caller, options: { stream: boolean }): Promise<RunObject> {
  const thread = await caller.newThread('What is the weather in Oslo?');
  const body = { assistant_id: 'asst_demo', tools: [WEATHER] };
  const path = `/threads/${thread.id}/runs`;
  if (options.stream) return lastRun(await caller.stream('POST', path, { ...body, stream: true }));
  return caller.runIn(await caller.ask('run', 'POST', path, body), 'requires_action');
}

/** The same output for every pending call. */
export function outputsFor(run: RunObject, output: string) {
  const calls = run.required_action?.submit_tool_outputs.tool_calls ?? [];
  return { tool_outputs: calls.map(({ id }) => ({ tool_call_id: id, output })) };
}
