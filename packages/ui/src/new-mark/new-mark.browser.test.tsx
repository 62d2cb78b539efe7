import { ThreadkitProvider } from '@threadkit/react';
import { type EngineGate, SOME_WORDS } from '@threadkit/testing';
import { StrictMode } from 'react';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Chat } from '../chat/chat.tsx';
import { createInPage } from '../stories/in-page.tsx';
import '../styles.css';

const soon = { timeout: 5000 };
const receipts = page.getByRole('group', { name: 'About this answer' });
const mark = page.getByText('New', { exact: true });
const log = page.getByRole('log');

let isHidden = false;
vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
function setHidden(hidden: boolean): void {
  isHidden = hidden;
  document.dispatchEvent(new Event('visibilitychange'));
}
afterEach(() => setHidden(false));

async function chat(): Promise<EngineGate> {
  const { server, client, gate } = createInPage();
  onTestFinished(() => server.close());
  await render(
    <StrictMode>
      <ThreadkitProvider client={client}>
        <Chat assistantId="asst_demo" style={{ height: 500 }} />
      </ThreadkitProvider>
    </StrictMode>,
  );
  return gate;
}

async function ask(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await userEvent.keyboard('{Enter}');
}

test('an answer that came while the tab was hidden has the mark, and loses it once it is seen', async () => {
  const gate = await chat();
  gate.close();
  await ask('/refuse');
  await expect.element(page.getByRole('article', { name: 'You' })).toBeVisible();
  setHidden(true);
  gate.open();
  await expect.element(receipts, soon).toBeInTheDocument();
  const turn = receipts.element().closest('[data-slot="turn"]');
  setHidden(false);
  await expect.element(mark).toBeVisible();
  expect(mark.element().parentElement).toBe(turn);
  const question = page.getByRole('article', { name: 'You' }).element();
  const gap = (): number =>
    (turn?.querySelector('p')?.getBoundingClientRect().top ?? 0) - question.getBoundingClientRect().bottom;
  const before = gap();
  await expect.element(mark, { timeout: 6000 }).not.toBeInTheDocument();
  expect(gap()).toBe(before);
});

test('what one watches come in is not new, nor is what one wrote', async () => {
  await chat();
  await ask('What are runs?');
  await expect.element(receipts, soon).toBeVisible();
  setHidden(true);
  setHidden(false);
  await expect.element(mark).not.toBeInTheDocument();
});

test('a reader further up is told how many answers came, in words, and finds the mark at the first', async () => {
  const gate = await chat();
  await ask('/long 200');
  await expect.element(receipts, { timeout: 10_000 }).toBeInTheDocument();
  gate.close(SOME_WORDS);
  await ask('What are runs?');
  await ask('What are steps?');
  // The first of the two has been seen to begin; the second comes while the reader is further up.
  await expect.element(page.getByText(/^A run, from start/)).toBeInTheDocument();
  log.element().scrollTop = 0;
  await expect.element(page.getByRole('button', { name: 'Jump to the end' })).toBeVisible();
  gate.open();
  const button = page.getByRole('button', { name: /^1 new answer, / });
  await expect.element(button, soon).toBeVisible();
  await button.click();
  await expect.element(mark).toBeVisible();
});
