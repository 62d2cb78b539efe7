import { ThreadkitProvider } from '@threadkit/react';
import { type EngineGate, SOME_WORDS } from '@threadkit/testing';
import { StrictMode } from 'react';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { type FakeClock, fakeClock } from '../../../stories/fake-clock.ts';
import { createInPage } from '../../../stories/in-page.tsx';
import { Chat } from '../chat.tsx';
import '../../styles.css';

const summaries = page.getByRole('group', { name: 'Response details' });
const mark = page.getByText('New', { exact: true });
const log = page.getByRole('log');

let isHidden = false;
vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
function setHidden(hidden: boolean): void {
  isHidden = hidden;
  document.dispatchEvent(new Event('visibilitychange'));
}
afterEach(() => setHidden(false));

/** A chat with a fixed clock, and the gate that pauses its responses. */
async function chat(): Promise<{ readonly gate: EngineGate; readonly time: FakeClock }> {
  const time = fakeClock();
  const { server, client, gate } = createInPage({ environment: time.environment });
  onTestFinished(() => server.close());
  await render(
    <StrictMode>
      <ThreadkitProvider client={client} environment={time.environment}>
        <Chat assistantId="asst_demo" style={{ height: 500 }} />
      </ThreadkitProvider>
    </StrictMode>,
  );
  return { gate, time };
}

async function ask(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await userEvent.keyboard('{Enter}');
}

test('a response that arrived in a hidden tab shows the unread divider, which disappears three seconds after it is seen', async () => {
  const { gate, time } = await chat();
  gate.close();
  await ask('/refuse');
  await expect.element(page.getByRole('article', { name: 'You' })).toBeVisible();
  setHidden(true);
  gate.open();
  await expect.element(summaries).toBeInTheDocument();
  const run = summaries.element().closest('[data-slot="chat-run"]');
  setHidden(false);
  await expect.element(mark).toBeVisible();
  expect(mark.element().parentElement).toBe(run);
  const question = page.getByRole('article', { name: 'You' }).element();
  const gap = (): number =>
    (run?.querySelector('p')?.getBoundingClientRect().top ?? 0) - question.getBoundingClientRect().bottom;
  const before = gap();
  await time.advance(2_999);
  await expect.element(mark).toBeVisible();
  await time.advance(1);
  await expect.element(mark).not.toBeInTheDocument();
  expect(gap()).toBe(before);
});

test('a response that streams in view and the user’s own message are not unread', async () => {
  await chat();
  await ask('What are runs?');
  await expect.element(summaries).toBeVisible();
  setHidden(true);
  setHidden(false);
  await expect.element(mark).not.toBeInTheDocument();
});

test('the scroll button shows the number of unread responses, and the divider is above the first of them', async () => {
  const { gate } = await chat();
  await ask('/long 200');
  await expect.element(summaries).toBeInTheDocument();
  gate.close(SOME_WORDS);
  await ask('What are runs?');
  await ask('What are steps?');
  // The start of the first response was in view; the second arrives while the user has scrolled up.
  await expect.element(page.getByText(/^A run, from start/)).toBeInTheDocument();
  log.element().scrollTop = 0;
  await expect.element(page.getByRole('button', { name: 'Scroll to bottom' })).toBeVisible();
  gate.open();
  const button = page.getByRole('button', { name: /^1 new response, / });
  await expect.element(button).toBeVisible();
  await button.click();
  await expect.element(mark).toBeVisible();
});
