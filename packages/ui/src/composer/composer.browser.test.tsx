import '../styles.css';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import * as Composer from './index.ts';

const onSend = vi.fn<(text: string) => void>();
const onStop = vi.fn<() => void>();
const onEditLast = vi.fn<() => void>();
beforeEach(() => {
  onEditLast.mockClear();
  onSend.mockClear();
  onStop.mockClear();
});

const field = page.getByRole('textbox', { name: 'Message' });

/** The CDP session of the test browser. The provider augments the type, but only the root package has it. */
interface Chromium {
  send?(method: string, params?: object): Promise<unknown>;
}

const composer = (isBusy: boolean): ReactNode => (
  <div data-slot="thread">
    <Composer.Root isBusy={isBusy} onSend={onSend} onStop={onStop} onEditLast={onEditLast}>
      <Composer.Box>
        <Composer.Input />
        <Composer.Send />
      </Composer.Box>
      <Composer.Hint />
    </Composer.Root>
  </div>
);

async function show(isBusy = false): Promise<void> {
  await render(composer(isBusy));
  await field.click();
}

test('Enter sends the trimmed text and empties the field', async () => {
  await show();
  await userEvent.keyboard('  Hello {Enter}');
  expect(onSend.mock.calls).toEqual([['Hello']]);
  await expect.element(field).toHaveValue('');
});

test('Shift+Enter inserts a line break', async () => {
  await show();
  await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two');
  expect(onSend).not.toHaveBeenCalled();
  await expect.element(field).toHaveValue('one\ntwo');
});

describe('IME composition', () => {
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

test('neither Enter nor the button sends an empty text', async () => {
  await show();
  await userEvent.keyboard('   {Enter}');
  const send = page.getByRole('button', { name: 'Send' });
  await expect.element(send).toHaveAttribute('aria-disabled', 'true');
  send.element().dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  expect(onSend).not.toHaveBeenCalled();
  expect(onStop).not.toHaveBeenCalled();
});

describe('with attachments', () => {
  async function showWith(props: {
    canSendEmpty?: boolean;
    blockedReason?: string;
    isBusy?: boolean;
  }): Promise<void> {
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

  test('a message can be sent without text if it has an image', async () => {
    await showWith({ canSendEmpty: true });
    await userEvent.keyboard('{Enter}');
    expect(onSend.mock.calls).toEqual([['']]);
  });

  test('a blocked message is not sent, keeps its text, and the hint shows the reason', async () => {
    await showWith({ blockedReason: 'Uploading files.' });
    await userEvent.keyboard('Look{Enter}');
    expect(onSend).not.toHaveBeenCalled();
    await expect.element(field).toHaveValue('Look');
    await expect.element(field).toHaveAccessibleDescription(/^Uploading files\./);
    await expect.element(page.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-disabled', 'true');
  });

  test('a blocked message does not prevent stopping the run', async () => {
    await showWith({ blockedReason: 'Uploading files.', isBusy: true });
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(onStop).toHaveBeenCalledTimes(1);
  });
});

describe('during a run', () => {
  test('the button stops the run', async () => {
    await show(true);
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(onStop).toHaveBeenCalledTimes(1);
    expect(onSend).not.toHaveBeenCalled();
  });

  test('the button queues text, and the hint says so', async () => {
    await show(true);
    await userEvent.keyboard('More');
    await expect.element(page.getByText(/will be queued/)).toBeVisible();
    await page.getByRole('button', { name: 'Queue' }).click();
    expect(onSend.mock.calls).toEqual([['More']]);
    expect(onStop).not.toHaveBeenCalled();
  });

  test('Enter in an empty field does not stop the run', async () => {
    await show(true);
    await userEvent.keyboard('{Enter}');
    expect(onStop).not.toHaveBeenCalled();
  });
});

describe('the up arrow key', () => {
  test('↑ in an empty field edits the last message', async () => {
    await show();
    await userEvent.keyboard('{ArrowUp}');
    expect(onEditLast).toHaveBeenCalledTimes(1);
  });

  test('↑ with text, with Shift or during a composition moves the caret', async () => {
    await show();
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}');
    field
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', isComposing: true, bubbles: true }));
    await userEvent.keyboard('a{ArrowUp}');
    expect(onEditLast).not.toHaveBeenCalled();
  });
});

test('Ctrl+Enter sends', async () => {
  await show();
  await userEvent.keyboard('Hello{Control>}{Enter}{/Control}');
  expect(onSend.mock.calls).toEqual([['Hello']]);
});

test('on a touch screen Enter inserts a line break, and Ctrl+Enter and the button send', async () => {
  const chromium: Chromium = cdp();
  const unchanged = { width: 0, height: 0, deviceScaleFactor: 0 };
  await chromium.send?.('Emulation.setDeviceMetricsOverride', { ...unchanged, mobile: true });
  await chromium.send?.('Emulation.setTouchEmulationEnabled', { enabled: true });
  onTestFinished(async () => {
    await chromium.send?.('Emulation.setTouchEmulationEnabled', { enabled: false });
    await chromium.send?.('Emulation.clearDeviceMetricsOverride');
  });
  expect(matchMedia('(pointer: coarse)').matches).toBe(true);
  await show();
  await userEvent.keyboard('one{Enter}two');
  await expect.element(field).toHaveValue('one\ntwo');
  expect(onSend).not.toHaveBeenCalled();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await userEvent.keyboard('three');
  await page.getByRole('button', { name: 'Send' }).click();
  expect(onSend.mock.calls).toEqual([['one\ntwo'], ['three']]);
});

test('send, queue and stop are the same button at the same position', async () => {
  const screen = await render(composer(false));
  const button = screen.getByRole('button');
  const element = button.element();
  const place = (): string => JSON.stringify(element.getBoundingClientRect());
  const first = place();
  await field.fill('Hello');
  await expect.element(button).toHaveAccessibleName('Send');
  expect(place()).toBe(first);
  await screen.rerender(composer(true));
  await expect.element(button).toHaveAccessibleName('Queue');
  expect(place()).toBe(first);
  await field.fill('');
  await expect.element(button).toHaveAccessibleName('Stop');
  expect(place()).toBe(first);
  expect(button.element()).toBe(element);
});

test('the field grows with its text to at most 40 % of the height, then scrolls, and its text is 16 px', async () => {
  await show();
  const element = field.element();
  const low = element.clientHeight;
  await field.fill('one\ntwo');
  expect(element.clientHeight).toBe(low + 24);
  await field.fill('line\n'.repeat(60));
  expect(element.clientHeight).toBeLessThanOrEqual(innerHeight * 0.4);
  expect(element.clientHeight).toBeGreaterThan(Math.min(innerHeight * 0.4, 384) - 2);
  expect(element.scrollHeight).toBeGreaterThan(element.clientHeight);
  // iOS zooms in on focus if the text is smaller.
  expect(getComputedStyle(element).fontSize).toBe('16px');
});
