import type { AssistantsApi } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { engineGate } from '@threadkit/testing';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { fakeClock } from '../../stories/fake-clock.ts';
import { createInPage, type InPageOptions } from '../../stories/in-page.tsx';
import { Chat, type ChatProps } from './chat.tsx';

const usage = { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 };

/** A page of a server whose model reasons in two pieces before it responds, with fixed clocks. */
function createPages(options: InPageOptions = {}) {
  const { environment, advance } = fakeClock();
  const gate = engineGate({ closedAfter: 1 });
  const { server, client, connect } = createInPage({
    environment,
    now: environment.now,
    setTimer: environment.setTimer,
    gate,
    script: () => [
      { type: 'reasoning', text: 'First the city.' },
      { type: 'reasoning', text: ' Then the date.' },
      { type: 'text', part: 0, text: 'It rains.' },
      { type: 'finish', reason: 'stop', usage },
    ],
    ...options,
  });
  onTestFinished(() => server.close());
  const open = (props?: Partial<ChatProps>, as: AssistantsApi = client) =>
    render(
      <ThreadkitProvider client={as} environment={environment}>
        <Chat assistantId="asst_demo" style={{ height: 600 }} {...props} />
      </ThreadkitProvider>,
    );
  return { open, connect, gate, advance };
}

async function ask(): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill('Hello');
  await userEvent.keyboard('{Enter}');
}

const thinking = page.getByRole('button', { name: /^Thinking/ });
const thought = page.getByRole('button', { name: /^Thought/ });

test('the row of reasoning ticks while the model thinks, keeps its place open, and has its time afterwards', async () => {
  const { open, gate, advance } = createPages();
  await open();
  await ask();
  await expect.element(thinking).toBeVisible();
  await expect.element(page.getByText('Working')).not.toBeInTheDocument();
  await advance(3_000);
  await expect.element(thinking).toHaveTextContent('Thinking3 s');
  await thinking.click();
  await expect.element(page.getByText('First the city.', { exact: true })).toBeVisible();
  gate.pass(1);
  await expect.element(page.getByText('First the city. Then the date.')).toBeVisible();
  gate.open();
  await expect.element(thought).toHaveTextContent('Thought for 3 s');
  await expect.element(thought).toHaveAttribute('aria-expanded', 'true');
  await expect.element(page.getByText('First the city. Then the date.')).toBeVisible();
  await expect.element(page.getByText('It rains.').first()).toBeVisible();
});

test('reasoning is not announced', async () => {
  const { open, gate } = createPages();
  const announced: string[] = [];
  await open();
  const region = page.getByRole('status').element();
  const observer = new MutationObserver(() => announced.push(region.textContent));
  observer.observe(region, { childList: true, subtree: true, characterData: true });
  onTestFinished(() => observer.disconnect());
  await ask();
  await expect.element(thinking).toBeVisible();
  await thinking.click();
  gate.open();
  await expect.element(page.getByRole('group', { name: 'Response details' })).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('It rains.');
  expect(announced.join(' ')).not.toContain('First the city');
});

test('reasoning is no step in the summary of its run', async () => {
  const { open, gate } = createPages();
  await open();
  await ask();
  gate.open();
  const summary = page.getByRole('group', { name: 'Response details' });
  await expect.element(summary).toBeVisible();
  await expect.element(thought).toBeVisible();
  await expect.element(summary).not.toHaveTextContent('step');
});

test.each([
  ['keep', 'button'],
  ['stream', 'text'],
] as const)('after a reload, reasoning of a server with %j is a %s', async (reasoning, kind) => {
  const { open, connect, gate } = createPages({ reasoning });
  let threadId: string | undefined;
  await open({ onThreadIdChange: (id) => (threadId = id) });
  await ask();
  gate.open();
  await expect.element(thought).toBeVisible();
  await expect.element(page.getByRole('group', { name: 'Response details' })).toBeVisible();

  await cleanup();
  await open({ threadId }, connect());
  await expect.element(page.getByText(/^Thought/)).toBeVisible();
  if (kind === 'text') await expect.element(thought).not.toBeInTheDocument();
  else {
    await thought.click();
    await expect.element(page.getByText('First the city. Then the date.')).toBeVisible();
  }
});

test('an app replaces the row of reasoning by its own component', async () => {
  const { open, gate } = createPages();
  await open({ components: { Reasoning: OwnReasoning } });
  await ask();
  gate.open();
  await expect.element(page.getByText('Own: First the city. Then the date. (completed)')).toBeVisible();
});

function OwnReasoning({ text, stepStatus }: { text: string; stepStatus: string }) {
  return (
    <p>
      Own: {text} ({stepStatus})
    </p>
  );
}
