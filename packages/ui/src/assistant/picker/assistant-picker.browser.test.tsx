import '../../styles.css';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage } from '../../../stories/in-page.tsx';
import { Scene } from '../../../stories/threads-scene.tsx';
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
      <button type="button">Behind it</button>
    </Scene>,
  );
  await expect.element(button).toBeVisible();
}

test('the list opens on the chosen one, at its button, and is not clipped by what it stands in', async () => {
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

test('Escape closes it, chooses nothing and gives the focus back', async () => {
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

test('Tab leaves it, and it closes behind', async () => {
  await show();
  await button.click();
  await expect.element(option(/Demo/)).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Behind it' })).toHaveFocus();
});

test('choosing what is chosen already tells nobody', async () => {
  await show();
  await button.click();
  await expect.element(option(/Demo/)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  expect(onSelect).not.toHaveBeenCalled();
});
