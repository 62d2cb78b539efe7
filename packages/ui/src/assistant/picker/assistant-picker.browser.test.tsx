import '../../styles.css';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage } from '../../../stories/in-page.tsx';
import { Scene } from '../../../stories/threads-fixture.tsx';
import { AssistantPicker } from './assistant-picker.tsx';

const onSelect = vi.fn<(assistantId: string) => void>();
const button = page.getByRole('button', { name: 'Assistant Demo', exact: true });
const option = (name: RegExp) => page.getByRole('option', { name });

async function show(): Promise<void> {
  onSelect.mockClear();
  const { client } = createInPage();
  await client.createAssistant({ name: 'Ada', model: 'demo' });
  await render(
    <Scene client={client}>
      <div style={{ overflow: 'hidden', height: 40 }}>
        <AssistantPicker assistantId="asst_demo" onSelect={onSelect} />
      </div>
      {/* At the top of the page, so that a window of any size shows it; the list opens below. */}
      <button type="button" style={{ position: 'fixed', left: 240, top: 0 }}>
        Behind it
      </button>
    </Scene>,
  );
  await expect.element(button).toBeVisible();
}

test('the list opens below its button with the focus on the selected option, not clipped by ancestors', async () => {
  await show();
  await button.click();
  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
  await expect.element(option(/Demo/)).toHaveFocus();
  await expect.element(option(/Demo/)).toHaveAttribute('aria-selected', 'true');
  const list = document.querySelector('[data-slot="assistant-picker-popover"]')?.getBoundingClientRect();
  const anchor = button.element().getBoundingClientRect();
  expect(list?.top).toBeGreaterThanOrEqual(anchor.bottom);
  expect(Math.abs((list?.left ?? 0) - anchor.left)).toBeLessThanOrEqual(1);
  await option(/Ada/).click();
  expect(onSelect).toHaveBeenCalledOnce();
});

test('Escape closes the list, selects nothing and returns the focus to the button', async () => {
  await show();
  await button.click();
  await expect.element(option(/Demo/)).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(option(/Ada/)).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  expect(onSelect).not.toHaveBeenCalled();
});

test('Tab closes the list and moves the focus past the button', async () => {
  await show();
  await button.click();
  await expect.element(option(/Demo/)).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Behind it' })).toHaveFocus();
});

test('onSelect is not called when the current assistant is selected again', async () => {
  await show();
  await button.click();
  await expect.element(option(/Demo/)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  expect(onSelect).not.toHaveBeenCalled();
});

test('a click outside closes the list and leaves the focus where it went', async () => {
  await show();
  await button.click();
  await expect.element(option(/Demo/)).toHaveFocus();
  await page.getByRole('button', { name: 'Behind it' }).click();
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Behind it' })).toHaveFocus();
});

test('a second click on the button closes the list', async () => {
  await show();
  await button.click();
  await expect.element(option(/Demo/)).toHaveFocus();
  await button.click();
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
});

test('a list that could not be loaded has its retry button focused', async () => {
  const { client } = createInPage({ intercept: () => Promise.reject(new TypeError('Failed to fetch')) });
  await render(
    <Scene client={client}>
      <AssistantPicker assistantId={undefined} onSelect={onSelect} />
    </Scene>,
  );
  await page.getByRole('button', { name: 'Assistant Choose an assistant' }).click();
  const retry = page.getByRole('button', { name: 'Retry' });
  await expect.element(retry).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'Assistant Choose an assistant' }).click();
  await expect.element(retry).toHaveFocus();
});

test('a picker in a modal dialog opens its list above the dialog', async () => {
  const { client } = createInPage();
  await render(
    <Scene client={client}>
      <dialog ref={(dialog) => dialog?.showModal()}>
        <AssistantPicker assistantId="asst_demo" onSelect={onSelect} />
      </dialog>
    </Scene>,
  );
  await button.click();
  await expect.element(option(/Demo/)).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
});
