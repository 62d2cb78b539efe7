import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { page as screen } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { type EmulatedMedia, emulateMedia } from '../../stories/emulate-media.ts';
import { addStyles, removeStyles } from '../../stories/host-page.ts';
import { NEXT, SHADCN, VITE } from '../../stories/hosts.ts';
import { createInPage } from '../../stories/in-page.tsx';
import { contrastOf, rgbaOf } from '../../stories/read-contrast.ts';
import { SamplePage } from '../../stories/sample-page.tsx';
import { Scene } from '../../stories/threads-fixture.tsx';
import { AssistantPicker } from '../assistant/picker/assistant-picker.tsx';
import { RunStatusLabel } from '../run/run-status.tsx';

afterEach(async () => {
  removeStyles();
  await emulateMedia();
});

/** The computed style of the first part with this name. */
function styleOf(slot: string, pseudo?: string): CSSStyleDeclaration {
  const element = document.querySelector(`[data-slot="${slot}"]`);
  if (!element) throw new Error(`Nothing on the page has the slot "${slot}".`);
  return getComputedStyle(element, pseudo);
}

/** The computed color of a token at a part. */
function colorOf(token: string, slot = 'thread'): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  document.querySelector(`[data-slot="${slot}"]`)?.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

async function show(page: ReactNode, media: EmulatedMedia = {}): Promise<void> {
  await emulateMedia(media);
  await render(page);
}

/** Whether text is dark or light. */
function isDark(color: string): boolean {
  return contrastOf(color, 'white') > contrastOf(color, 'black');
}

describe('light and dark', () => {
  const dark = { features: { 'prefers-color-scheme': 'dark' } };

  test('parts stay light in a dark system if the page does not support dark mode', async () => {
    await show(<SamplePage />, dark);
    expect(isDark(styleOf('thread').color)).toBe(true);
  });

  test('the theme follows the system if the page does', async () => {
    await show(
      <div style={{ colorScheme: 'light dark' }}>
        <SamplePage />
      </div>,
      dark,
    );
    expect(isDark(styleOf('thread').color)).toBe(false);
  });

  test.each([{ 'data-theme': 'dark' }, { className: 'dark' }])(
    '%o on any ancestor sets the theme',
    async (attributes) => {
      await show(
        <div {...attributes}>
          <SamplePage />
        </div>,
      );
      expect(isDark(styleOf('thread').color)).toBe(false);
      expect(styleOf('thread').colorScheme).toBe('dark');
    },
  );

  test('the theme of the nearest ancestor wins, light in dark and dark in light', async () => {
    await show(
      <div className="dark">
        <div data-theme="light">
          <SamplePage />
        </div>
      </div>,
    );
    expect(isDark(styleOf('thread').color)).toBe(true);
  });

  test('a popover in the top layer keeps the theme of its place in the document', async () => {
    await show(
      <div data-theme="dark">
        <Scene client={createInPage().client}>
          <AssistantPicker assistantId="asst_demo" onSelect={() => undefined} />
        </Scene>
      </div>,
    );
    await screen.getByRole('button', { name: 'Assistant Demo' }).click();
    await expect.element(screen.getByRole('listbox')).toBeVisible();
    expect(styleOf('assistant-picker-popover').colorScheme).toBe('dark');
    expect(isDark(colorOf('--tk-foreground', 'assistant-picker-popover'))).toBe(false);
  });
});

describe('host colors', () => {
  const dark = { features: { 'prefers-color-scheme': 'dark' } };
  const isSame = (one: string, other: string): void => expect(rgbaOf(one)).toEqual(rgbaOf(other));

  test('host variables set background, text, borders, corners and the primary button', async () => {
    addStyles(SHADCN);
    await show(<SamplePage />);
    isSame(styleOf('thread').backgroundColor, 'oklch(1 0 0)');
    isSame(styleOf('thread').color, 'oklch(0.145 0 0)');
    isSame(styleOf('composer-box').borderTopColor, 'oklch(0.922 0 0)');
    isSame(styleOf('message-text').backgroundColor, 'oklch(0.97 0 0)');
    isSame(colorOf('--tk-hover'), 'oklch(0.97 0 0)');
    expect(styleOf('message-text').borderTopLeftRadius).toBe('17.5px');
    const approve = styleOf('tool-approval-approve');
    isSame(approve.backgroundColor, 'oklch(0.205 0 0)');
    isSame(approve.color, 'oklch(0.985 0 0)');
  });

  test('a host’s dark theme by class applies, and a light theme inside of it', async () => {
    addStyles(`${SHADCN} .light { --background: oklch(0.99 0 0); --foreground: oklch(0.1 0 0) }`);
    await show(
      <div className="dark">
        <SamplePage />
      </div>,
    );
    isSame(styleOf('thread').backgroundColor, 'oklch(0.145 0 0)');
    isSame(styleOf('thread').color, 'oklch(0.985 0 0)');
    document.querySelector('[data-slot="thread"]')?.classList.add('light');
    isSame(colorOf('--tk-background'), 'oklch(0.99 0 0)');
  });

  test('a host’s dark theme by media query or by any root attribute applies', async () => {
    addStyles(`${NEXT} :root[data-mode="sepia"] { --background: #f4ecd8; --foreground: #2b2118 }`);
    await show(<SamplePage />, dark);
    isSame(styleOf('thread').backgroundColor, '#0a0a0a');
    isSame(styleOf('thread').color, '#ededed');
    document.documentElement.dataset['mode'] = 'sepia';
    isSame(styleOf('thread').backgroundColor, '#f4ecd8');
    delete document.documentElement.dataset['mode'];
  });

  test('data-theme ignores host variables, which may belong to the other theme', async () => {
    addStyles(NEXT);
    await show(
      <div data-theme="dark">
        <SamplePage />
      </div>,
    );
    expect(isDark(styleOf('thread').backgroundColor)).toBe(true);
    expect(isDark(styleOf('thread').color)).toBe(false);
  });

  test('data-theme overrides a conflicting class on the same element', async () => {
    addStyles(SHADCN);
    await show(
      <div className="dark" data-theme="light">
        <SamplePage />
      </div>,
    );
    expect(styleOf('thread').colorScheme).toBe('light');
    expect(isDark(styleOf('thread').color)).toBe(true);
    expect(isDark(styleOf('thread').backgroundColor)).toBe(false);
  });

  test('host variables apply if data-theme and class agree, or if data-theme is a custom theme', async () => {
    addStyles(`${SHADCN} [data-theme="rose"] { --background: #fff0f3; --foreground: #4a0d1c }`);
    await show(
      <div className="dark" data-theme="dark">
        <SamplePage />
      </div>,
    );
    isSame(styleOf('thread').backgroundColor, 'oklch(0.145 0 0)');
    const around = document.querySelector('.dark');
    around?.classList.remove('dark');
    around?.setAttribute('data-theme', 'rose');
    isSame(styleOf('thread').backgroundColor, '#fff0f3');
  });

  test('host variables without their partner variables have no effect', async () => {
    await show(<SamplePage />);
    const tokens = [
      '--tk-background',
      '--tk-foreground',
      '--tk-muted',
      '--tk-hover',
      '--tk-border',
      '--tk-primary',
      '--tk-accent',
      '--tk-ring',
    ];
    const before = tokens.map((token) => colorOf(token));
    addStyles(
      VITE.slice(VITE.indexOf('--text'), VITE.indexOf('letter-spacing')).replace(/^/, ':root { ').concat('}'),
    );
    addStyles(':root { --muted: red; --primary: lime; --ring: red; --background: red; --destructive: blue }');
    expect(tokens.map((token) => colorOf(token))).toEqual(before);
  });

  test('host variables with bare numbers (Tailwind 3) apply through two variables', async () => {
    addStyles(
      `:root { --background: 0 0% 100%; --foreground: 240 10% 3.9%; --muted: 240 5% 96%; --muted-foreground: 240 4% 46%;
        --tk-host-background: hsl(var(--background)); --tk-host-foreground: hsl(var(--foreground));
        --tk-host-muted: hsl(var(--muted)); --tk-host-muted-foreground: hsl(var(--muted-foreground)) }`,
    );
    await show(<SamplePage />);
    isSame(styleOf('thread').color, 'hsl(240 10% 3.9%)');
    isSame(styleOf('message-text').backgroundColor, 'hsl(240 5% 96%)');
  });
});

describe('density', () => {
  test('compact density has smaller text and rows', async () => {
    await show(
      <div data-density="compact">
        <SamplePage />
      </div>,
    );
    expect(styleOf('thread').fontSize).toBe('14px');
    expect(styleOf('run-step-row').minHeight).toBe('26px');
  });

  test('a theme inside of a compact element keeps it compact, and comfortable resets it', async () => {
    await show(
      <div data-density="compact">
        <div data-theme="dark">
          <SamplePage />
        </div>
      </div>,
    );
    expect(styleOf('thread').fontSize).toBe('14px');
    document.querySelector('[data-theme]')?.setAttribute('data-density', 'comfortable');
    expect(styleOf('thread').fontSize).toBe('16px');
  });
});

test('an app can set more contrast, also around a nested theme', async () => {
  await show(
    <div data-contrast="more">
      <div data-theme="dark">
        <SamplePage />
      </div>
    </div>,
  );
  expect(styleOf('composer-box').borderTopColor).toBe(colorOf('--tk-muted-foreground'));
});

test('more contrast makes borders as dark as text, and hairlines as dark as borders', async () => {
  await show(<SamplePage />);
  const [strings, edge] = [colorOf('--tk-muted-foreground'), colorOf('--tk-border')];
  await emulateMedia({ features: { 'prefers-contrast': 'more' } });
  // The color transitions.
  await expect.poll(() => styleOf('composer-box').borderTopColor).toBe(strings);
  expect(colorOf('--tk-divider')).toBe(edge);
  expect(colorOf('--tk-icon')).toBe(strings);
});

test('forced colors add borders to surfaces, and primary controls stay filled', async () => {
  await show(<SamplePage />, { features: { 'forced-colors': 'active' } });
  for (const slot of ['message-text', 'code-block', 'composer-box', 'tool-approval']) {
    expect(styleOf(slot).borderTopWidth, slot).toBe('1px');
  }
  const approve = styleOf('tool-approval-approve');
  expect(approve.backgroundColor).not.toBe(styleOf('tool-approval-reject').backgroundColor);
});

test('reduced motion disables animations, and text shows that a run is active', async () => {
  const page = (
    <>
      <SamplePage />
      <div data-slot="chat-run">
        <RunStatusLabel status="in_progress" />
      </div>
    </>
  );
  await show(page);
  const dot = (): CSSStyleDeclaration | undefined => {
    const icon = document.querySelector('[data-icon="live"] [data-slot="icon"]');
    return icon ? getComputedStyle(icon) : undefined;
  };
  expect(dot()?.animationName).toBe('tk-live');
  await emulateMedia({ features: { 'prefers-reduced-motion': 'reduce' } });
  expect(dot()?.animationName).toBe('none');
  const moving = [...document.querySelectorAll('[data-slot], [data-slot] *')].filter(
    (element) => !['0s', ''].includes(getComputedStyle(element).transitionDuration),
  );
  expect(moving.filter((element) => getComputedStyle(element).transitionProperty !== 'none')).toEqual([]);
  expect(document.querySelector('[data-slot="run-status-label"]')?.textContent).toBe('Working');
});

test('print shows the conversation in black, without composer, buttons and thread line', async () => {
  await show(
    <div className="dark">
      <SamplePage />
    </div>,
    { media: 'print' },
  );
  expect(styleOf('thread').color).toBe('rgb(0, 0, 0)');
  expect(styleOf('thread').overflow).toBe('visible');
  for (const slot of ['thread-dock', 'line-icon', 'code-block-bar', 'tool-approval-approve']) {
    expect(styleOf(slot).display, slot).toBe('none');
  }
  expect(isDark(colorOf('--tk-foreground'))).toBe(true);
  const question = document.querySelector('[data-slot="message"][data-role="user"]');
  expect(question && getComputedStyle(question).breakAfter).toBe('avoid');
});
