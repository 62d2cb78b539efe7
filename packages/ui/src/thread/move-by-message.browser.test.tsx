import { ThreadkitProvider } from '@threadkit/react';
import { createLongThread } from '@threadkit/testing';
import { eventually } from '@threadkit/testing/eventually';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage } from '../../stories/in-page.tsx';
import { Chat } from '../chat/chat.tsx';
import { moveByMessage } from './move-by-message.ts';
import '../styles.css';

const messages = 60;

async function aThread(): Promise<HTMLElement> {
  const { server, client } = createInPage();
  onTestFinished(() => server.close());
  const words = 'Some words more. '.repeat(40);
  const id = await createLongThread(client, messages, (index) => `Message ${index + 1}. ${words}`);
  await render(
    <ThreadkitProvider client={client}>
      <Chat assistantId="asst_demo" threadId={id} style={{ height: 500 }} />
    </ThreadkitProvider>,
  );
  const log = page.getByRole('log');
  await expect.element(page.getByText(`Message ${messages}.`, { exact: false })).toBeInViewport();
  return log.element() as HTMLElement;
}

const focused = (): string => /Message \d+/.exec(document.activeElement?.textContent ?? '')?.[0] ?? '';
const isFocused = (number: number): Promise<void> =>
  eventually(() => {
    expect(document.activeElement?.getAttribute('data-slot')).toBe('message');
    expect(focused()).toBe(`Message ${number}`);
  });

test('Alt with an arrow key moves the focus from message to message, starting at the last one in view', async () => {
  const log = await aThread();
  log.focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await isFocused(messages);
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await isFocused(messages - 1);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await isFocused(messages);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await isFocused(messages);
});

test('Alt with an arrow key reaches messages that were plain text, and scrolls them into view', async () => {
  const log = await aThread();
  log.focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await isFocused(messages);
  for (let number = messages - 1; number > messages - 25; number -= 1) {
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await isFocused(number);
  }
  const row = document.activeElement?.getBoundingClientRect();
  const view = log.getBoundingClientRect();
  expect(row?.top).toBeGreaterThanOrEqual(view.top - 1);
  expect(row?.top).toBeLessThan(view.bottom);
});

test('Alt with an arrow key starts at the messages in view after a jump to the top', async () => {
  const log = await aThread();
  log.focus();
  log.scrollTop = 0;
  await eventually(() => expect(log.scrollTop).toBe(0));
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await eventually(() =>
    expect(document.activeElement?.closest('[data-slot="long-list-group"]')).not.toBeNull(),
  );
});

test('Alt with an arrow key in the composer leaves the focus there', async () => {
  await aThread();
  await page.getByRole('textbox', { name: 'Message' }).click();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await expect.element(page.getByRole('textbox', { name: 'Message' })).toHaveFocus();
});

test('moveByMessage focuses a plain text row only once it is rendered, however long that takes', async () => {
  document.body.innerHTML = `
    <div id="log" tabindex="-1"><div data-slot="long-list"><div><div>
      <div data-slot="long-list-group" id="far"><div data-slot="text-rows">
        <article data-slot="text-row">1</article><article data-slot="text-row">2</article>
      </div></div>
      <div data-slot="long-list-group" data-rendered><article data-slot="message" id="3">3</article></div>
    </div></div></div></div>`;
  onTestFinished(() => document.body.replaceChildren());
  const element = (id: string): HTMLElement => {
    const found = document.getElementById(id);
    if (!found) throw new Error(`No element has the id ${id}.`);
    return found;
  };
  const log = element('log');
  log.focus();
  moveByMessage(log, 'up');
  expect(document.activeElement?.id).toBe('3');

  moveByMessage(log, 'up');
  expect(document.activeElement?.id).toBe('3');
  const far = element('far');
  far.innerHTML =
    '<article data-slot="message" id="1">1</article><article data-slot="message" id="2">2</article>';
  far.dataset['rendered'] = '';
  await eventually(() => expect(document.activeElement?.id).toBe('2'));
});
