import type { QueryClient } from '@tanstack/react-query';
import type { AssistantsApi } from '@threadkit/core';
import { aMessage } from '@threadkit/core/testing';
import { messagesOptions } from '@threadkit/react/query';
import type { Ready } from './prepared.tsx';
import { releaseFunctions } from './release-tools.ts';

/** A page was closed while a run waited for its person. */
async function leaveWaiting(client: AssistantsApi, question: string): Promise<Ready> {
  const thread = await client.createThread({ messages: [{ role: 'user', content: question }] });
  const run = { assistant_id: 'asst_demo', tools: releaseFunctions };
  for await (const { event } of client.streamRun(thread.id, run)) {
    if (event === 'thread.run.requires_action') break;
  }
  return { threadId: thread.id };
}

/** A thread in which a question waits, or two do. */
export const leaveOneWaiting = (client: AssistantsApi): Promise<Ready> =>
  leaveWaiting(client, 'If the dashboard agrees, roll back the release.');
/** A thread in which a question waits, or two do. */
export const leaveTwoWaiting = (client: AssistantsApi): Promise<Ready> =>
  leaveWaiting(client, 'Please roll back the release, and post to the status page.');

const SAID = [
  'And how did that look in the region next to it?',
  'The same, twelve minutes later: **641\u00a0ms** at the median. The pattern follows the release, not the load.',
];

/** All of a long thread is on the page already, as it is for someone who has read back to its beginning. */
export async function fiveThousand(client: AssistantsApi, queryClient: QueryClient): Promise<Ready> {
  const { id } = await client.createThread();
  const messages = Array.from({ length: 5_000 }, (_, index) =>
    aMessage(`${SAID[index % 2]} (${index + 1})`, {
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

/** A run that asked for one thing, was answered, and has ended. */
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
