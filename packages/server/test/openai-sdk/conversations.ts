import type OpenAI from 'openai';
import { WEATHER } from '../../src/testing/test-server.ts';

type Threads = OpenAI['beta']['threads'];
export type Run = Awaited<ReturnType<Threads['runs']['retrieve']>>;

export const tools: OpenAI.Beta.AssistantTool[] = [
  { ...WEATHER, function: { ...WEATHER.function, parameters: { ...WEATHER.function.parameters } } },
];

/** Fast enough for a test; the helpers' default is five seconds. */
export const POLL = { pollIntervalMs: 5 };

export function newThread(threads: Threads, content: string) {
  return threads.create({ messages: [{ role: 'user', content }] });
}

/** The same output for every pending call. */
export function outputsFor(run: Run, output: string) {
  const calls = run.required_action?.submit_tool_outputs.tool_calls ?? [];
  return calls.map(({ id }) => ({ tool_call_id: id, output }));
}

/** Starts a run that waits for the output of `get_weather`. */
export async function waitingRun(threads: Threads): Promise<Run> {
  const thread = await newThread(threads, 'What is the weather in Oslo?');
  return threads.runs.createAndPoll(thread.id, { assistant_id: 'asst_demo', tools }, POLL);
}
