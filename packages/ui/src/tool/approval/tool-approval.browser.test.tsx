import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { aWaitingCall } from '../../../stories/waiting-call.ts';
import { Announcer } from '../../internals/announcer.tsx';
import * as ToolApproval from './index.ts';

const call = aWaitingCall({ name: 'change_theme', args: { theme: 'dark' }, expiresAt: 581_000 });
const box = page.getByRole('region', { name: 'Change theme?' });

describe('focus', () => {
  test('an approval focuses its box, not a button, if nothing else has the focus', async () => {
    await render(<ToolApproval.Prompt calls={[call]} now={0} />);
    await expect.element(box).toHaveFocus();
  });

  test('an approval does not take the focus from a text field', async () => {
    const screen = await render(
      <textarea data-slot="composer-input" aria-label="Draft" defaultValue="half a sen" />,
    );
    await screen.getByRole('textbox').click();
    await screen.rerender(
      <>
        <textarea data-slot="composer-input" aria-label="Draft" defaultValue="half a sen" />
        <ToolApproval.Prompt calls={[call]} now={0} />
      </>,
    );
    await expect.element(box).toBeVisible();
    await expect.element(box).not.toHaveFocus();
  });
});

test('an approval announces its question, and its time limit in words', async () => {
  await render(
    <Announcer>
      <ToolApproval.Prompt calls={[call]} now={0} />
    </Announcer>,
  );
  await expect.element(page.getByRole('status')).toHaveTextContent('Action required: Change theme?');
  await expect.element(page.getByText('9:41 left to respond')).toBeVisible();
});

test('an approval shows when its time limit is over', async () => {
  await render(<ToolApproval.Prompt calls={[call]} now={600_000} />);
  await expect.element(page.getByText('Time is up')).toBeVisible();
});

test('several calls are one box with a row for each call and one button for all', async () => {
  const approve = vi.fn<() => void>();
  const reject = vi.fn<() => void>();
  const onDecide = vi.fn<(id: string, decision: string) => void>();
  const calls = [
    aWaitingCall({ id: 'a', name: 'roll_back', args: { service: 'checkout-api' }, approve, reject }),
    aWaitingCall({ id: 'b', name: 'post_status', args: { text: 'Investigating' }, approve, reject }),
  ];
  await render(<ToolApproval.Prompt calls={calls} now={0} onDecide={onDecide} />);
  await expect.element(page.getByRole('region', { name: '2 actions need your approval' })).toBeVisible();
  await page.getByRole('button', { name: 'Decline: Post status?' }).click();
  expect(reject).toHaveBeenCalledTimes(1);
  await page.getByRole('button', { name: 'Approve both' }).click();
  expect(approve).toHaveBeenCalledTimes(2);
  expect(onDecide.mock.calls.map((args) => args.join(' '))).toEqual([
    'b declined',
    'a approved',
    'b approved',
  ]);
});

describe('editing', () => {
  for (const button of ['Save changes', 'Discard changes']) {
    test(`"${button}" returns the focus to "Edit", and the time limit stays visible`, async () => {
      await render(<ToolApproval.Prompt calls={[call]} now={0} />);
      await page.getByRole('button', { name: 'Edit' }).click();
      await expect.element(page.getByText('9:41 left to respond')).toBeVisible();
      await page.getByRole('button', { name: button }).click();
      await expect.element(page.getByRole('button', { name: 'Edit' })).toHaveFocus();
    });
  }
});

test('a number that was emptied cannot be saved, and is not replaced by the old one', async () => {
  const approve = vi.fn<(args: unknown) => void>();
  const refund = aWaitingCall({ name: 'refund', args: { id: '7', amount: 50 }, approve });
  await render(<ToolApproval.Prompt calls={[refund]} now={0} />);
  await page.getByRole('button', { name: 'Edit' }).click();
  const amount = page.getByRole('spinbutton', { name: 'amount' });
  await amount.clear();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.element(amount).toHaveValue(null);
  await expect.element(amount).toBeInvalid();
  await expect.element(amount).toHaveFocus();
  await amount.fill('20');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('button', { name: 'Approve' }).click();
  expect(approve.mock.calls).toEqual([[{ id: '7', amount: 20 }]]);
});

test('Escape that ends an IME composition does not close the form', async () => {
  await render(<ToolApproval.Prompt calls={[call]} now={0} />);
  await page.getByRole('button', { name: 'Edit' }).click();
  const field = page.getByRole('textbox').first();
  await field.fill('くらい');
  field
    .element()
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true }));
  await expect.element(field).toHaveValue('くらい');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Edit' })).toHaveFocus();
});

describe('decline reason', () => {
  test('an optional reason is sent with the rejection', async () => {
    const reject = vi.fn<(reason?: string) => void>();
    const onDecide = vi.fn<(id: string, decision: string) => void>();
    const waiting = aWaitingCall({ name: 'change_theme', args: { theme: 'dark' }, reject });
    await render(<ToolApproval.Prompt calls={[waiting]} now={0} onDecide={onDecide} />);
    await page.getByRole('button', { name: 'Decline with reason' }).click();
    await page.getByRole('textbox', { name: /^Reason/ }).fill('  Too dark to read. ');
    await page.getByRole('button', { name: 'Decline', exact: true }).click();
    expect(reject.mock.calls).toEqual([['Too dark to read.']]);
    expect(onDecide.mock.calls).toEqual([['call_1', 'declined']]);
  });

  test('an empty reason is not sent', async () => {
    const reject = vi.fn<(reason?: string) => void>();
    const waiting = aWaitingCall({ name: 'change_theme', args: { theme: 'dark' }, reject });
    await render(<ToolApproval.Prompt calls={[waiting]} now={0} />);
    await page.getByRole('button', { name: 'Decline with reason' }).click();
    await page.getByRole('button', { name: 'Decline', exact: true }).click();
    expect(reject.mock.calls).toEqual([[undefined]]);
  });
});
