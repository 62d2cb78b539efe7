import type { QueryClient } from '@tanstack/react-query';
import type { AssistantsApi } from '@threadkit/core';
import { aMessage } from '@threadkit/core/testing';
import { messagesOptions } from '@threadkit/react/query';
import type { Ready } from './prepared-page.tsx';
import { releaseFunctions } from './release-tools.ts';

/** A thread whose run waits for the user, as after the page was closed. */
async function createWaitingThread(client: AssistantsApi, question: string): Promise<Ready> {
  const thread = await client.createThread({ messages: [{ role: 'user', content: question }] });
  const run = { assistant_id: 'asst_demo', tools: releaseFunctions };
  for await (const { event } of client.streamRun(thread.id, run)) {
    if (event === 'thread.run.requires_action') break;
  }
  return { threadId: thread.id };
}

/** A thread with one pending approval. */
export const createThreadWithOneApproval = (client: AssistantsApi): Promise<Ready> =>
  createWaitingThread(client, 'If the dashboard agrees, roll back the release.');
/** A thread with two pending approvals. */
export const createThreadWithTwoApprovals = (client: AssistantsApi): Promise<Ready> =>
  createWaitingThread(client, 'Please roll back the release, and post to the status page.');

const TEXTS = [
  'And how did that look in the region next to it?',
  'The same, twelve minutes later: **641\u00a0ms** at the median. The pattern follows the release, not the load.',
];

/** Puts a thread of 5,000 messages into the query cache, as if all of its pages had been loaded. */
export async function fiveThousand(client: AssistantsApi, queryClient: QueryClient): Promise<Ready> {
  const { id } = await client.createThread();
  const messages = Array.from({ length: 5_000 }, (_, index) =>
    aMessage(`${TEXTS[index % 2]} (${index + 1})`, {
      id: `msg_${index}`,
      thread_id: id,
      role: index % 2 ? 'assistant' : 'user',
      run_id: null,
      created_at: 1_790_000_000 + index,
    }),
  );
  const page = { object: 'list' as const, data: messages.toReversed(), first_id: null, last_id: null };
  queryClient.setQueryData(messagesOptions(client, id).queryKey, {
    pages: [{ ...page, has_more: false }],
    pageParams: [undefined],
  });
  return { threadId: id };
}

/** A run that required one action, received its output, and has ended. */
export async function endARun(client: AssistantsApi): Promise<Ready> {
  const question = 'Please roll back the release.';
  const thread = await client.createThread({ messages: [{ role: 'user', content: question }] });
  let runId = '';
  for await (const event of client.streamRun(thread.id, {
    assistant_id: 'asst_demo',
    tools: releaseFunctions,
  })) {
    if (event.event === 'thread.run.created') runId = event.data.id;
    if (event.event !== 'thread.run.requires_action') continue;
    const calls = event.data.required_action?.submit_tool_outputs.tool_calls ?? [];
    await client.submitToolOutputsToRun(thread.id, runId, {
      tool_outputs: calls.map(({ id }) => ({
        tool_call_id: id,
        output: '{"service":"checkout-api","release":"2026.11.18-1","took_seconds":38}',
      })),
    });
  }
  return { threadId: thread.id, runId };
}
