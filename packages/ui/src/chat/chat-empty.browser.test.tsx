import { ThreadkitProvider } from '@threadkit/react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import '../styles.css';
import { emulateMedia } from '../../stories/emulate-media.ts';
import { createInPage, type InPageOptions } from '../../stories/in-page.tsx';
import { languages } from '../../stories/languages.ts';
import { Chat, type ChatProps } from './chat.tsx';

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  await emulateMedia();
});

const description = 'Answers questions about metrics.';

async function open(
  options: InPageOptions = {},
  props: Partial<ChatProps> = {},
): Promise<ReturnType<typeof createInPage>> {
  await page.viewport(1280, 900);
  const inPage = createInPage(options);
  servers.push(inPage.server);
  await render(
    <ThreadkitProvider client={inPage.client}>
      <div style={{ position: 'fixed', inset: 0 }}>
        <Chat assistantId="asst_demo" {...props} />
      </div>
    </ThreadkitProvider>,
  );
  return inPage;
}

const input = page.getByRole('textbox', { name: 'Message' });
const boxOf = (slot: string): DOMRect | undefined =>
  document.querySelector(`[data-slot="${slot}"]`)?.getBoundingClientRect();
const topOf = (slot: string): number => boxOf(slot)?.top ?? Number.NaN;
const starterPrompts = (): (string | null)[] =>
  [...document.querySelectorAll('[data-slot="thread-starter-prompt"]')].map(({ textContent }) => textContent);

describe('texts of an empty chat', () => {
  test('an empty chat shows the assistant’s name, its description and three starter prompts', async () => {
    await open({ description });
    await expect.element(page.getByText('Hello, I’m Demo.')).toBeVisible();
    await expect.element(page.getByText(description)).toBeVisible();
    expect(starterPrompts()).toHaveLength(3);
    expect(starterPrompts()[0]).toContain('Demo');
  });

  test('an empty chat shows general texts if the assistant cannot be loaded', async () => {
    await open({ intercept: () => Promise.resolve(Response.json({ error: {} }, { status: 404 })) });
    await expect.element(page.getByText('Hello.')).toBeVisible();
    expect(starterPrompts()).toHaveLength(3);
  });

  test('an empty chat shows the texts of the app and does not load the assistant', async () => {
    const requestedPaths: string[] = [];
    await open(
      {
        intercept: (request, next) => {
          requestedPaths.push(new URL(request.url).pathname);
          return next(request);
        },
      },
      { description: 'Ask about orders.', starterPrompts: ['Where is mine?'] },
    );
    await expect.element(page.getByText('Ask about orders.')).toBeVisible();
    expect(starterPrompts()).toEqual(['Where is mine?']);
    expect(document.querySelector('[data-slot="thread-greeting"]')).toBeNull();
    await page.getByRole('button', { name: 'Where is mine?' }).click();
    await expect.element(page.getByRole('group', { name: 'Response details' })).toBeVisible();
    expect(requestedPaths.filter((path) => path.includes('/assistants/'))).toEqual([]);
  });

  test('an empty chat shows nothing for empty texts of the app', async () => {
    await open({}, { description: '', starterPrompts: [] });
    await expect.element(input).toBeVisible();
    expect(document.querySelector('[data-slot="thread-empty"]')?.textContent).toBe('');
    expect(starterPrompts()).toEqual([]);
  });

  test.each(Object.values(languages))(
    'an empty chat has three different starter prompts in $locale',
    (strings) => {
      for (const name of [undefined, 'Demo']) {
        const { promptHelp, promptExample, promptRequirements } = strings.thread;
        expect(new Set([promptHelp(name), promptExample, promptRequirements]).size).toBe(3);
        expect(strings.thread.greeting(name).includes('Demo')).toBe(name !== undefined);
      }
    },
  );
});

/** Delays the response with the assistant until `release` is called. */
function delayAssistant(): { options: InPageOptions; release(): void } {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    options: {
      description,
      intercept: async (request, next) => {
        if (request.url.includes('/assistants/')) await released;
        return next(request);
      },
    },
    release: () => release(),
  };
}

describe('layout of an empty chat', () => {
  test('in a large chat the greeting, the composer and the prompts are one group above the middle', async () => {
    await open({ description });
    await expect.element(page.getByText('Hello, I’m Demo.')).toBeVisible();
    const [greeting, composer, start] = ['thread-greeting', 'composer-box', 'thread-starter-prompts'].map(
      boxOf,
    );
    expect(greeting?.bottom).toBeLessThan(composer?.top ?? 0);
    expect(composer?.bottom).toBeLessThan(start?.top ?? 0);
    const middle = ((greeting?.top ?? 0) + (start?.bottom ?? 0)) / 2;
    expect(middle).toBeGreaterThan(900 * 0.38);
    expect(middle).toBeLessThan(900 * 0.5);
    expect(start?.left).toBe(composer?.left);
    expect(start?.right).toBe(composer?.right);
  });

  test('nothing moves when the assistant has loaded', async () => {
    const { options, release } = delayAssistant();
    await open(options);
    await expect.element(input).toBeVisible();
    const before = topOf('composer-box');
    expect(starterPrompts()).toEqual([]);
    release();
    await expect.element(page.getByText(description)).toBeVisible();
    expect(topOf('composer-box')).toBe(before);
  });

  test('the first message moves the composer to the bottom in one transition', async () => {
    await open({ description });
    await expect.element(page.getByText(description)).toBeVisible();
    const footer = document.querySelector('[data-slot="thread-footer"]');
    const transitions: string[] = [];
    footer?.addEventListener('transitionend', (event) => {
      if (event.target === footer && event instanceof TransitionEvent) transitions.push(event.propertyName);
    });
    await input.fill('What is Threadkit?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => transitions).toEqual(['flex-grow']);
    expect(topOf('composer-box')).toBeGreaterThan(780);
    expect(starterPrompts()).toEqual([]);
  });

  test('with reduced motion the composer moves to the bottom without a transition', async () => {
    await emulateMedia({ features: { 'prefers-reduced-motion': 'reduce' } });
    await open({ description });
    await expect.element(page.getByText(description)).toBeVisible();
    const footer = document.querySelector('[data-slot="thread-footer"]');
    expect(footer && getComputedStyle(footer).transitionProperty).toBe('none');
    await input.fill('What is Threadkit?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(starterPrompts).toEqual([]);
    expect(topOf('composer-box')).toBeGreaterThan(780);
  });

  test('in a narrow chat the composer is at the bottom, with the prompts above it', async () => {
    const { options, release } = delayAssistant();
    await open(options, { style: { width: 340 } });
    await expect.element(input).toBeVisible();
    const before = topOf('composer-box');
    release();
    await expect.element(page.getByText(description)).toBeVisible();
    expect(topOf('composer-box')).toBe(before);
    expect(boxOf('thread-starter-prompts')?.bottom).toBeLessThan(before);
    expect(boxOf('thread-footer')?.bottom).toBe(900);
  });

  test('the composer is at the bottom while a thread loads, and stays there if the thread is empty', async () => {
    const inPage = createInPage({ description });
    servers.push(inPage.server);
    const { id } = await inPage.client.createThread({});
    await page.viewport(1280, 900);
    await render(
      <ThreadkitProvider client={inPage.client}>
        <div style={{ position: 'fixed', inset: 0 }}>
          <Chat assistantId="asst_demo" threadId={id} />
        </div>
      </ThreadkitProvider>,
    );
    const before = topOf('composer-box');
    expect(before).toBeGreaterThan(780);
    await expect.element(page.getByText(description)).toBeVisible();
    expect(topOf('composer-box')).toBe(before);
    expect(boxOf('thread-starter-prompts')?.bottom).toBeLessThan(before);
  });

  test('after a reload of a conversation the composer is never painted in the middle', async () => {
    const inPage = await open({ description }, { newChatKey: 'beginning' });
    await input.fill('What is Threadkit?');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('group', { name: 'Response details' })).toBeVisible();
    await cleanup();
    // The observer runs right before each paint. While the composer is centered, the footer takes more than half of the chat.
    const painted: number[] = [];
    const sizes = new ResizeObserver((entries) =>
      painted.push(...entries.map(({ contentRect }) => contentRect.height)),
    );
    const mounts = new MutationObserver(() => {
      const footer = document.querySelector('[data-slot="thread-footer"]');
      if (footer) sizes.observe(footer);
    });
    onTestFinished(() => {
      sizes.disconnect();
      mounts.disconnect();
    });
    // Without `act`, which would delay updates before the first paint.
    const place = document.createElement('div');
    place.style.cssText = 'position: fixed; inset: 0';
    document.body.append(place);
    mounts.observe(place, { childList: true, subtree: true });
    const root = createRoot(place);
    onTestFinished(() => {
      root.unmount();
      place.remove();
    });
    root.render(
      <ThreadkitProvider client={inPage.connect()}>
        <Chat assistantId="asst_demo" newChatKey="beginning" />
      </ThreadkitProvider>,
    );
    await expect.element(page.getByRole('group', { name: 'Response details' })).toBeVisible();
    expect(topOf('composer-box')).toBeGreaterThan(780);
    expect(painted.length).toBeGreaterThan(0);
    expect(Math.max(...painted)).toBeLessThan(200);
  });
});
