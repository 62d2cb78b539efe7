import { defineTool } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { engineGate, SOME_WORDS } from '@threadkit/testing';
import { StrictMode } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { type FakeClock, fakeClock } from '../../../stories/fake-clock.ts';
import { createInPage, type InPageOptions } from '../../../stories/in-page.tsx';
import { Chat, type ChatProps } from '../chat.tsx';

/** Sends a question in a chat with fixed clocks on client and server. */
async function sendInChat(
  text: string,
  options: InPageOptions,
  props?: Partial<ChatProps>,
): Promise<FakeClock> {
  const time = fakeClock();
  const { server, client } = createInPage({
    environment: time.environment,
    now: time.environment.now,
    setTimer: time.environment.setTimer,
    ...options,
  });
  onTestFinished(() => server.close());
  await render(
    <StrictMode>
      <ThreadkitProvider client={client} environment={time.environment}>
        <Chat assistantId="asst_demo" style={{ height: 600 }} {...props} />
      </ThreadkitProvider>
    </StrictMode>,
  );
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await userEvent.keyboard('{Enter}');
  return time;
}

/** Sets the clock to 485 seconds after the run's start, 1:55 before it expires. */
const endsSoon: NonNullable<InPageOptions['intercept']> = async (request, next) => {
  const response = await next(request);
  if (!response.body) return response;
  const shorten = new TransformStream<string, string>({
    transform: (text, controller) =>
      controller.enqueue(
        text.replace(
          /("expires_at":\s*)(\d+)/g,
          (_all, key: string, at: string) => `${key}${Number(at) - 485}`,
        ),
      ),
  });
  const body = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(shorten)
    .pipeThrough(new TextEncoderStream());
  return new Response(body, response);
};

test('the footer of a run that is about to expire counts down the time left', async () => {
  const time = await sendInChat('Tell me something long', {
    gate: engineGate({ closedAfter: SOME_WORDS }),
    intercept: endsSoon,
  });
  await expect.element(page.getByText('Expires in 1:55', { exact: true })).toBeVisible();
  await time.advance(10_000);
  await expect.element(page.getByText('Expires in 1:45', { exact: true })).toBeVisible();
});

test('the footer of a run far from its expiry shows no time left', async () => {
  await sendInChat('Tell me something long', { gate: engineGate({ closedAfter: SOME_WORDS }) });
  await expect.element(page.getByText('Working')).toBeVisible();
  await expect.element(page.getByText(/Expires in/)).not.toBeInTheDocument();
});

test('a run that expires while the server executes a call does not claim that the call was not run', async () => {
  const slow = defineTool({
    name: 'slow_search',
    parameters: { type: 'object' },
    timeoutMs: 3_600_000,
    execute: () => new Promise(() => undefined),
  });
  const time = await sendInChat('A slow search', { tools: [slow] });
  await expect.element(page.getByRole('button', { name: 'Slow search' })).toBeVisible();
  await time.advance(601_000);
  await expect.element(page.getByText('Timed out.', { exact: true })).toBeVisible();
  await expect.element(page.getByText('Approval timed out.')).not.toBeInTheDocument();
});

test('the run summary expands to the timeline and the cost', async () => {
  const changeTheme = defineTool({
    name: 'change_theme',
    parameters: { type: 'object', properties: { theme: { type: 'string', enum: ['light', 'dark'] } } },
    needsApproval: true,
    execute: () => 'Done.',
  });
  const time = await sendInChat(
    'Change the theme to dark, please',
    {},
    {
      tools: [changeTheme],
      prices: { demo: { currency: 'USD', inputPerMillion: 1000, outputPerMillion: 4000 } },
    },
  );
  const allow = page.getByRole('button', { name: 'Approve', exact: true });
  await expect.element(allow).toBeVisible();
  await time.advance(4_000);
  await allow.click();
  const summary = page.getByRole('group', { name: 'Response details' });
  await summary.getByRole('button', { expanded: false }).click();
  const rows = page.getByRole('group', { name: 'Timeline' }).getByRole('listitem');
  await expect.element(rows.filter({ hasText: 'Waiting for you' }).getByText('4 s')).toBeVisible();
  await expect.element(rows.getByText('Response')).toBeVisible();
  await expect.element(summary.getByText('Cost')).toBeVisible();

  await page.getByRole('button', { name: /Change theme/ }).hover();
  await expect
    .element(rows.getByText('Waiting for you').element().closest('li'))
    .toHaveAttribute('data-highlighted');
});

const usage = { prompt_tokens: 5, completion_tokens: 0, total_tokens: 5 };

test.each([
  ['no text', 'Hello', () => [{ type: 'finish', reason: 'stop', usage }]],
  [
    'only white space',
    'Hello',
    () => [
      { type: 'text', part: 0, text: ' \n' },
      { type: 'finish', reason: 'stop', usage },
    ],
  ],
] satisfies [string, string, InPageOptions['script']][])(
  'a completed run with %s says so, has no copy button and can be regenerated',
  async (_, text, script) => {
    await sendInChat(text, { script });
    const summary = page.getByRole('group', { name: 'Response details' });
    await expect.element(summary).toHaveTextContent('No response was generated. 5 tokens');
    await expect.element(summary.getByRole('button', { name: 'Copy response' })).not.toBeInTheDocument();
    await expect.element(summary.getByRole('button', { name: 'Regenerate' })).toBeVisible();
    await expect.element(page.getByRole('status')).toHaveTextContent('No response was generated.');
  },
);
