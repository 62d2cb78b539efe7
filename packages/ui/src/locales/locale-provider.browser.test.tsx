import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { InPage } from '../../stories/in-page.tsx';
import { Chat } from '../chat/chat.tsx';
import * as Thread from '../thread/index.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { LocaleProvider } from './locale-provider.tsx';

const thread = (container: Element): Element | null => container.querySelector('[data-slot="thread"]');

test('a chat uses the locale of its provider and sets lang', async () => {
  const { container } = await render(
    <LocaleProvider locale={de}>
      <InPage>
        <Chat assistantId="asst_demo" />
      </InPage>
    </LocaleProvider>,
  );
  await expect.element(page.getByRole('textbox', { name: 'Nachricht' })).toBeVisible();
  expect(thread(container)?.getAttribute('lang')).toBe('de');
});

test('the locale prop of a chat overrides the provider', async () => {
  const { container } = await render(
    <LocaleProvider locale={de}>
      <InPage>
        <Chat assistantId="asst_demo" locale={ar} />
      </InPage>
    </LocaleProvider>,
  );
  await expect.element(page.getByRole('textbox', { name: 'الرسالة' })).toBeVisible();
  expect(thread(container)?.getAttribute('lang')).toBe('ar');
});

test('without a locale no lang is set, and dir is never set', async () => {
  const { container } = await render(
    <InPage>
      <Chat assistantId="asst_demo" />
    </InPage>,
  );
  await expect.element(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  expect(thread(container)?.hasAttribute('lang')).toBe(false);
  expect(thread(container)?.hasAttribute('dir')).toBe(false);
});

test('an app can set lang on messages in another language', async () => {
  const { container } = await render(
    <LocaleProvider locale={de}>
      <Thread.Root lang="en" />
    </LocaleProvider>,
  );
  expect(thread(container)?.getAttribute('lang')).toBe('en');
});
