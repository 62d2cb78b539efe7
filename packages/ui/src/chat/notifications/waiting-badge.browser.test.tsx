import { defineTool } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { StrictMode } from 'react';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createInPage } from '../../../stories/in-page.tsx';
import { Chat, type ChatProps } from '../chat.tsx';
import { useWaitingTitle } from './use-waiting-title.ts';

/** Mocks the visibility of the page, because a test's tab is always visible. */
function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  document.title = 'Billing';
  onTestFinished(() => {
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
  });
});

function Waits({ count }: { count: number }): null {
  useWaitingTitle(count);
  return null;
}

describe('title badge', () => {
  test('the title has a badge in the background only, and is restored afterwards', async () => {
    const screen = await render(<Waits count={1} />, { wrapper: StrictMode });
    expect(document.title).toBe('Billing');
    setHidden(true);
    await expect.poll(() => document.title).toBe('(1) Billing');
    setHidden(false);
    await expect.poll(() => document.title).toBe('Billing');
    setHidden(true);
    await screen.unmount();
    expect(document.title).toBe('Billing');
  });

  test('the badge is the sum of the waiting calls of several chats', async () => {
    const screen = await render(
      <>
        <Waits key="a" count={1} />
        <Waits key="b" count={2} />
      </>,
    );
    setHidden(true);
    await expect.poll(() => document.title).toBe('(3) Billing');
    await screen.rerender(<Waits key="b" count={2} />);
    await expect.poll(() => document.title).toBe('(2) Billing');
    await screen.rerender(<Waits key="b" count={0} />);
    await expect.poll(() => document.title).toBe('Billing');
  });

  test('a title that the host sets in the meantime gets the badge, and stays', async () => {
    const screen = await render(<Waits count={1} />);
    setHidden(true);
    await expect.poll(() => document.title).toBe('(1) Billing');
    document.title = 'Invoices';
    await expect.poll(() => document.title).toBe('(1) Invoices');
    document.title = 'Taxes';
    await screen.unmount();
    expect(document.title).toBe('Taxes');
  });
});

const changeTheme = defineTool({
  name: 'change_theme',
  parameters: { type: 'object', properties: { theme: { type: 'string', enum: ['light', 'dark'] } } },
  needsApproval: true,
  execute: () => 'Done.',
});

async function askForApproval(props: Partial<ChatProps>): Promise<void> {
  const { server, client } = createInPage();
  onTestFinished(() => server.close());
  await render(
    <StrictMode>
      <ThreadkitProvider client={client}>
        <Chat assistantId="asst_demo" tools={[changeTheme]} style={{ height: 600 }} {...props} />
      </ThreadkitProvider>
    </StrictMode>,
  );
  await page.getByRole('textbox', { name: 'Message' }).fill('Change the theme to dark, please');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Decline', exact: true })).toBeVisible();
}

/** Mocks `Notification`, because the test browser cannot grant the permission. */
function withNotifications(permission: NotificationPermission): {
  shown: { title: string; body: string | undefined; isClosed: boolean }[];
  requestPermission: ReturnType<typeof vi.fn>;
} {
  const shown: { title: string; body: string | undefined; isClosed: boolean }[] = [];
  const requestPermission = vi.fn<() => Promise<NotificationPermission>>();
  class FakeNotification extends EventTarget {
    static readonly permission = permission;
    static readonly requestPermission = requestPermission;
    readonly entry: (typeof shown)[number];
    constructor(title: string, options?: NotificationOptions) {
      super();
      this.entry = { title, body: options?.body, isClosed: false };
      shown.push(this.entry);
    }
    close(): void {
      this.entry.isClosed = true;
    }
  }
  vi.stubGlobal('Notification', FakeNotification);
  onTestFinished(() => void vi.unstubAllGlobals());
  return { shown, requestPermission };
}

describe('Chat with notifyWhenWaiting', () => {
  test('a chat shows the badge in a background tab until the approval is decided', async () => {
    await askForApproval({ notifyWhenWaiting: 'title' });
    setHidden(true);
    await expect.poll(() => document.title).toBe('(1) Billing');
    await page.getByRole('button', { name: 'Decline', exact: true }).click();
    await expect.poll(() => document.title).toBe('Billing');
  });

  test('a chat without notifyWhenWaiting shows no badge', async () => {
    const { shown } = withNotifications('granted');
    await askForApproval({});
    setHidden(true);
    await expect.element(page.getByRole('button', { name: 'Decline', exact: true })).toBeVisible();
    expect(document.title).toBe('Billing');
    expect(shown).toEqual([]);
  });

  test('a chat shows a notification if permission is granted, and closes it when the tab is visible again', async () => {
    const { shown, requestPermission } = withNotifications('granted');
    await askForApproval({ notifyWhenWaiting: 'notification' });
    setHidden(true);
    await expect.poll(() => shown.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
    expect(shown.at(-1)).toMatchObject({ title: 'Action required', body: 'Change theme?' });
    setHidden(false);
    await expect.poll(() => shown.every(({ isClosed }) => isClosed)).toBe(true);
    expect(requestPermission).not.toHaveBeenCalled();
  });

  test.each(['default', 'denied'] as const)(
    'with the permission %s only the title badge is shown, and permission is never requested',
    async (permission) => {
      const { shown, requestPermission } = withNotifications(permission);
      await askForApproval({ notifyWhenWaiting: 'notification' });
      setHidden(true);
      await expect.poll(() => document.title).toBe('(1) Billing');
      expect(shown).toEqual([]);
      expect(requestPermission).not.toHaveBeenCalled();
    },
  );
});
