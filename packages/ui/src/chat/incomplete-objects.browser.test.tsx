import { listPage } from '@threadkit/core/internal';
import { ThreadkitProvider } from '@threadkit/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage, type InPageOptions } from '../../stories/in-page.tsx';
import { Chat } from './chat.tsx';

type Json = Record<string, unknown>;

const list = (data: readonly Json[]): Response => Response.json(listPage(data, false));

/** A backend with these messages and run steps. */
function storing(
  threadId: string,
  messages: readonly Json[],
  steps: readonly Json[] = [],
): NonNullable<InPageOptions['intercept']> {
  const common = { thread_id: threadId, assistant_id: 'asst_demo', created_at: 1_790_000_001 };
  const run = {
    ...common,
    id: 'run_1',
    object: 'thread.run',
    status: 'completed',
    model: 'demo',
    tools: [],
    completed_at: 1_790_000_002,
  };
  return (request, next) => {
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET') return next(request);
    if (pathname.endsWith('/messages')) {
      return Promise.resolve(
        list(
          messages.map((message) => ({ ...common, object: 'thread.message', role: 'assistant', ...message })),
        ),
      );
    }
    if (pathname.endsWith('/steps')) {
      const step = { ...common, object: 'thread.run.step', run_id: 'run_1', status: 'completed' };
      return Promise.resolve(list(steps.map((each) => ({ ...step, ...each }))));
    }
    if (pathname.endsWith('/runs')) return Promise.resolve(list(steps.length > 0 ? [run] : []));
    return next(request);
  };
}

async function show(intercept: NonNullable<InPageOptions['intercept']>, threadId: string) {
  const { server, client } = createInPage({ intercept });
  onTestFinished(() => server.close());
  const onRenderError = vi.fn<(error: Error) => void>();
  await render(
    <ThreadkitProvider client={client}>
      <p>The page around the chat</p>
      <Chat
        assistantId="asst_demo"
        threadId={threadId}
        onRenderError={onRenderError}
        style={{ height: 600 }}
      />
    </ThreadkitProvider>,
  );
  return onRenderError;
}

test.each<[string, unknown]>([
  ['content: null', null],
  ['no content', undefined],
  ['a null part', [null]],
  ['a text of null', [{ type: 'text', text: null }]],
  ['annotations: null', [{ type: 'text', text: { value: 'Thin.', annotations: null } }]],
  ['a null annotation', [{ type: 'text', text: { value: 'Thin.', annotations: [null] } }]],
  [
    'an annotation of an unknown type',
    [{ type: 'text', text: { value: 'Thin.', annotations: [{ type: 'x' }] } }],
  ],
  [
    'a file citation without its file',
    [{ type: 'text', text: { value: 'T', annotations: [{ type: 'file_citation', text: 'T' }] } }],
  ],
  ['an image without its file', [{ type: 'image_file', image_file: null }]],
  ['an image without its URL', [{ type: 'image_url' }]],
  ['a part of an unknown type', [{ type: 'input_audio', input_audio: null }]],
  ['a part without a type', [{ text: 'Untyped.' }]],
])('a stored message with %s renders without an error', async (_, content) => {
  const messages = [
    { id: 'msg_2', content: [{ type: 'text', text: { value: 'The last answer.', annotations: [] } }] },
    { id: 'msg_1', content },
  ];
  const onRenderError = await show(storing('thread_1', messages), 'thread_1');
  await expect.element(page.getByText('The last answer.')).toBeVisible();
  await expect.element(page.getByText('The page around the chat')).toBeVisible();
  expect(onRenderError).not.toHaveBeenCalled();
});

test.each<[string, unknown]>([
  ['a null call', [null]],
  ['calls: null', null],
  ['a function of null', [{ id: 'c', type: 'function', function: null }]],
  ['a function without arguments', [{ id: 'c', type: 'function', function: { name: 'look' } }]],
  ['a file search without its member', [{ id: 'c', type: 'file_search' }]],
  ['a code interpreter without outputs', [{ id: 'c', type: 'code_interpreter', code_interpreter: {} }]],
  ['bing_grounding', [{ id: 'c', type: 'bing_grounding', bing_grounding: {} }]],
  ['mcp', [{ id: 'c', type: 'mcp', server_label: 'docs', output: 'Found.' }]],
  ['no type', [{ id: 'c' }]],
])('a stored step with %s renders without an error, also when it is expanded', async (_, tool_calls) => {
  const message = {
    id: 'msg_1',
    run_id: 'run_1',
    content: [{ type: 'text', text: { value: 'Done.', annotations: [] } }],
  };
  const step = { id: 'step_1', type: 'tool_calls', step_details: { type: 'tool_calls', tool_calls } };
  const onRenderError = await show(storing('thread_1', [message], [step]), 'thread_1');
  await expect.element(page.getByText('Done.')).toBeVisible();
  for (const button of document.querySelectorAll<HTMLElement>(
    '[data-slot="chat-run"] [aria-expanded="false"]',
  ))
    button.click();
  await userEvent.tab();
  await expect.element(page.getByText('The page around the chat')).toBeVisible();
  expect(onRenderError).not.toHaveBeenCalled();
});
