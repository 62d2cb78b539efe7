import type { AssistantsApi } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { engineGate, SOME_WORDS } from '@threadkit/testing';
import { eventually } from '@threadkit/testing/eventually';
import { StrictMode } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage, type InPageOptions } from '../../stories/in-page.tsx';
import { Chat, type ChatProps } from './chat.tsx';

const summaries = page.getByRole('group', { name: 'Response details' });
const questions = page.getByRole('article', { name: 'You' });

async function chat(props: Partial<ChatProps> = {}, options: InPageOptions = {}): Promise<AssistantsApi> {
  const { server, client } = createInPage(options);
  onTestFinished(() => server.close());
  await render(
    <StrictMode>
      <ThreadkitProvider client={client}>
        <Chat assistantId="asst_demo" style={{ height: 600 }} {...props} />
      </ThreadkitProvider>
    </StrictMode>,
  );
  return client;
}

async function ask(text: string): Promise<void> {
  const before = summaries.all().length;
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await userEvent.keyboard('{Enter}');
  await expect.element(summaries.nth(before)).toBeVisible();
}

const textOf = (log: ReturnType<typeof page.getByRole>): string => log.element().textContent;
const logText = (): string => textOf(page.getByRole('log'));

test('an edited message replaces the old one and the messages after it', async () => {
  await chat();
  await ask('What are runs?');
  await ask('What are steps?');
  await questions.first().getByRole('button', { name: 'Edit' }).click();
  const field = page.getByRole('textbox', { name: 'Edit message' });
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue('What are runs?');
  await expect.element(field).toHaveAccessibleDescription(/deletes all later messages/);
  await field.fill('What are threads?');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('What are steps?')).not.toBeInTheDocument();
  await expect.element(summaries).toBeVisible();
  await expect.element(questions).toHaveTextContent('What are threads?');
  expect(summaries.all()).toHaveLength(1);
  await expect.element(page.getByRole('textbox', { name: 'Message' })).toHaveFocus();
});

test('Escape cancels an edit, changes nothing and returns the focus', async () => {
  await chat();
  await ask('What are runs?');
  await questions.getByRole('button', { name: 'Edit' }).click();
  await userEvent.keyboard(' Tell me.{Escape}');
  await expect.element(page.getByRole('textbox', { name: 'Edit message' })).not.toBeInTheDocument();
  await expect.element(questions.getByRole('button', { name: 'Edit' })).toHaveFocus();
  expect(questions.element().textContent).toContain('What are runs?');
});

test('↑ in the empty composer edits the last sent message, and does nothing if there is text', async () => {
  await chat();
  await ask('What are runs?');
  await ask('What are steps?');
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  const edit = page.getByRole('textbox', { name: 'Edit message' });
  await composer.fill('half a thought');
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(edit).not.toBeInTheDocument();
  await composer.fill('');
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(edit).toHaveValue('What are steps?');
  await expect.element(edit).toHaveFocus();
});

test('an edit that cannot be sent keeps its text and shows the reason', async () => {
  let isBroken = false;
  await chat(
    {},
    { intercept: (request, next) => (isBroken ? Promise.reject(new TypeError('offline')) : next(request)) },
  );
  await ask('What are runs?');
  isBroken = true;
  await questions.getByRole('button', { name: 'Edit' }).click();
  const field = page.getByRole('textbox', { name: 'Edit message' });
  await field.fill('What are threads?');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert').getByText('Not sent.')).toBeVisible();
  await expect.element(field).toHaveValue('What are threads?');
});

test('an edit in a new thread keeps the old thread, and a notice in the copy links to it', async () => {
  const onThreadIdChange = vi.fn<(threadId: string) => void>();
  await chat({ onThreadIdChange });
  await ask('What are runs?');
  await ask('What are steps?');
  await questions.nth(1).getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Edit message' }).fill('What are threads?');
  await page.getByRole('button', { name: 'Send in new thread' }).click();
  await expect.element(page.getByText(/^Copied from another thread/)).toBeVisible();
  await expect.element(summaries).toBeVisible();
  expect(logText()).toContain('What are threads?');
  expect(logText()).not.toContain('What are steps?');
  const [[first], [copy]] = onThreadIdChange.mock.calls as [[string], [string]];
  expect(copy).not.toBe(first);

  await page.getByRole('button', { name: 'Open original thread' }).click();
  await expect.element(page.getByText('What are steps?')).toBeVisible();
  expect(onThreadIdChange.mock.calls.at(-1)).toEqual([first]);
});

test('deleting a message asks for confirmation, which Escape cancels', async () => {
  const client = await chat();
  await ask('What are runs?');
  await ask('What are steps?');
  const first = questions.first();
  await first.getByRole('button', { name: 'Delete' }).click();
  await expect.element(first.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(first.getByRole('button', { name: 'Delete' })).toHaveFocus();
  await first.getByRole('button', { name: 'Delete' }).click();
  await first.getByRole('button', { name: 'Delete' }).click();
  await expect.element(page.getByText('What are runs?')).not.toBeInTheDocument();
  expect(summaries.all()).toHaveLength(2);
  const [thread] = (await client.listThreads?.())?.data ?? [];
  const { data } = await client.listMessages(thread?.id ?? '', {});
  expect(data.map(({ role }) => role)).toEqual(['assistant', 'user', 'assistant']);
});

test('the last response is regenerated in place; an earlier question is sent again at the end', async () => {
  const client = await chat();
  await ask('What are runs?');
  await ask('What are steps?');
  const [before] = (await client.listThreads?.())?.data ?? [];
  const responses = async (): Promise<string[]> =>
    (await client.listMessages(before?.id ?? '', {})).data.map(({ id }) => id);
  const [last] = await responses();
  await summaries.nth(1).getByRole('button', { name: 'Regenerate' }).click();
  await eventually(async () => expect(await responses()).not.toContain(last));
  await expect.element(summaries.nth(1)).toBeVisible();
  expect(summaries.all()).toHaveLength(2);
  expect(questions.all()).toHaveLength(2);

  await summaries.first().getByRole('button', { name: 'Ask again' }).click();
  await expect.element(summaries.nth(2)).toBeVisible();
  expect(questions.all().map(textOf).join(' ')).toMatch(/runs\?.*steps\?.*runs\?/);
});

test('a failed regeneration keeps the response and shows the error below it', async () => {
  let isBroken = false;
  await chat(
    {},
    { intercept: (request, next) => (isBroken ? Promise.reject(new TypeError('offline')) : next(request)) },
  );
  await ask('What are runs?');
  isBroken = true;
  await page.getByRole('button', { name: 'Regenerate' }).click();
  await expect.element(page.getByText('No connection.')).toBeVisible();
  expect(page.getByRole('article', { name: 'Assistant' }).all()).toHaveLength(1);
  isBroken = false;
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect.element(page.getByText('No connection.')).not.toBeInTheDocument();
  await expect.element(summaries).toBeVisible();
});

test('a rating is reported with its response and can be withdrawn', async () => {
  const onFeedback = vi.fn<NonNullable<ChatProps['onFeedback']>>();
  await chat({ onFeedback });
  await ask('What are runs?');
  const good = page.getByRole('button', { name: 'Good response' });
  const bad = page.getByRole('button', { name: 'Bad response' });
  await good.click();
  await expect.element(good).toHaveAttribute('aria-pressed', 'true');
  await bad.click();
  await expect.element(good).toHaveAttribute('aria-pressed', 'false');
  await bad.click();
  expect(onFeedback.mock.calls.map(([{ rating }]) => rating)).toEqual(['up', 'down', undefined]);
  expect(onFeedback.mock.calls[0]?.[0]).toEqual({
    threadId: expect.stringMatching(/^thread_/) as string,
    runId: expect.stringMatching(/^run_/) as string,
    messageId: expect.stringMatching(/^msg_/) as string,
    rating: 'up',
  });
});

test('without onFeedback there are no rating buttons', async () => {
  await chat();
  await ask('What are runs?');
  await expect.element(page.getByRole('button', { name: 'Copy response' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Good response' })).not.toBeInTheDocument();
});

test('during a run a message can be copied, but not edited or deleted', async () => {
  await chat({}, { gate: engineGate({ closedAfter: SOME_WORDS }) });
  await page.getByRole('textbox', { name: 'Message' }).fill('What are runs?');
  await userEvent.keyboard('{Enter}');
  await expect.element(questions.getByRole('button', { name: 'Copy message' })).toBeInTheDocument();
  await expect.element(questions.getByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.element(questions.getByRole('button', { name: 'Edit' })).toBeInTheDocument();
});
