import type { RunObject, ToolDecision } from '@threadkit/core/api';
import { defineTool } from '@threadkit/core/tools';
import { expect } from 'vitest';
import type { Caller, SeenEvent } from '../../src/testing/caller.ts';
import { lastRun } from '../../src/testing/seen-events.ts';
import { WEATHER } from '../../src/testing/test-server.ts';

const ORDER = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } as const;

/** The tools of the server; `refund` asks first. */
export function serverTools(executed: string[]) {
  const getOrder = defineTool({
    name: 'get_order',
    description: 'Looks an order up.',
    parameters: ORDER,
    execute: ({ id }) => {
      executed.push(`get_order ${id}`);
      return { id, state: 'sent' };
    },
  });
  const refund = defineTool({
    name: 'refund',
    description: 'Refunds an order.',
    parameters: ORDER,
    needsApproval: true,
    execute: ({ id }) => {
      executed.push(`refund ${id}`);
      return `refunded ${id}`;
    },
  });
  return [getOrder, refund];
}

/** Outputs of the page, and decisions, by the name of the function. */
type Answers = Readonly<Record<string, string | ToolDecision>>;

/** Sends a message and streams its run; submits the answers one after the other, while it waits. */
export async function say(caller: Caller, threadId: string, text: string, ...answers: readonly Answers[]) {
  const streams = [
    await caller.stream('POST', `/threads/${threadId}/runs`, {
      assistant_id: 'asst_demo',
      additional_messages: [{ role: 'user', content: text }],
      tools: [WEATHER],
      stream: true,
    }),
  ];
  for (const answer of answers) {
    const run = lastRun(streams.flat());
    // oxlint-disable-next-line no-await-in-loop -- the rounds of a run follow each other
    streams.push(await submit(caller, run, answer));
  }
  return { streams, run: lastRun(streams.flat()) };
}

const waiting = (run: RunObject) => run.required_action?.submit_tool_outputs.tool_calls ?? [];

function submit(caller: Caller, run: RunObject, answers: Answers): Promise<SeenEvent[]> {
  expect(waiting(run).map((call) => call.function.name)).toEqual(Object.keys(answers));
  const outputs = waiting(run).map(({ id, function: { name } }) => {
    const answer = answers[name] ?? '';
    return { tool_call_id: id, output: typeof answer === 'string' ? answer : JSON.stringify(answer) };
  });
  const path = `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`;
  return caller.stream('POST', path, { tool_outputs: outputs, stream: true });
}
