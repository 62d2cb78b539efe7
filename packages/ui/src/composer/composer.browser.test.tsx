import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import * as Composer from './index.ts';

const onSend = vi.fn<(text: string) => void>();
const onStop = vi.fn<() => void>();
beforeEach(() => {
  onSend.mockClear();
  onStop.mockClear();
});

const field = page.getByRole('textbox', { name: 'Message' });

async function show(isBusy = false): Promise<void> {
  await render(
    <Composer.Root isBusy={isBusy} onSend={onSend} onStop={onStop}>
      <Composer.Box>
        <Composer.Input />
        <Composer.Send />
      </Composer.Box>
      <Composer.Hint />
    </Composer.Root>,
  );
  await field.click();
}

test('Enter sends the trimmed text and empties the field', async () => {
  await show();
  await userEvent.keyboard('  Hello {Enter}');
  expect(onSend.mock.calls).toEqual([['Hello']]);
  await expect.element(field).toHaveValue('');
});

test('Shift+Enter breaks the line', async () => {
  await show();
  await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two');
  expect(onSend).not.toHaveBeenCalled();
  await expect.element(field).toHaveValue('one\ntwo');
});

describe('an input method', () => {
  const enter = (init: KeyboardEventInit): void => {
    field
      .element()
      .dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }),
      );
  };

  test('Enter that ends a composition does not send', async () => {
    await show();
    await userEvent.keyboard('か');
    enter({ isComposing: true });
    enter({ keyCode: 229 });
    expect(onSend).not.toHaveBeenCalled();
    enter({});
    expect(onSend.mock.calls).toEqual([['か']]);
  });
});

test('nothing is sent without text', async () => {
  await show();
  await userEvent.keyboard('   {Enter}');
  const send = page.getByRole('button', { name: 'Send' });
  await expect.element(send).toHaveAttribute('aria-disabled', 'true');
  send.element().dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  expect(onSend).not.toHaveBeenCalled();
  expect(onStop).not.toHaveBeenCalled();
});

describe('with something besides the text', () => {
  async function showWith(props: { hasMore?: boolean; hold?: string; isBusy?: boolean }): Promise<void> {
    await render(
      <Composer.Root onSend={onSend} onStop={onStop} {...props}>
        <Composer.Box>
          <Composer.Input />
          <Composer.Send />
        </Composer.Box>
        <Composer.Hint />
      </Composer.Root>,
    );
    await field.click();
  }

  test('it goes without a word', async () => {
    await showWith({ hasMore: true });
    await userEvent.keyboard('{Enter}');
    expect(onSend.mock.calls).toEqual([['']]);
  });

  test('it waits with the text for what holds it, and the hint says why', async () => {
    await showWith({ hold: 'Files are on their way.' });
    await userEvent.keyboard('Look{Enter}');
    expect(onSend).not.toHaveBeenCalled();
    await expect.element(field).toHaveValue('Look');
    await expect.element(field).toHaveAccessibleDescription(/^Files are on their way\./);
    await expect.element(page.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-disabled', 'true');
  });

  test('what holds a message never keeps a run from being stopped', async () => {
    await showWith({ hold: 'Files are on their way.', isBusy: true });
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(onStop).toHaveBeenCalledTimes(1);
  });
});

describe('while a run lives', () => {
  test('the same button stops it', async () => {
    await show(true);
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(onStop).toHaveBeenCalledTimes(1);
    expect(onSend).not.toHaveBeenCalled();
  });

  test('with text it queues, and says so in words', async () => {
    await show(true);
    await userEvent.keyboard('More');
    await expect.element(page.getByText(/will be queued behind it/)).toBeVisible();
    await page.getByRole('button', { name: 'Queue' }).click();
    expect(onSend.mock.calls).toEqual([['More']]);
    expect(onStop).not.toHaveBeenCalled();
  });

  test('Enter in an empty field does not stop it', async () => {
    await show(true);
    await userEvent.keyboard('{Enter}');
    expect(onStop).not.toHaveBeenCalled();
  });
});
