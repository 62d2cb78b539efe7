import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { AssistantPicker } from '../assistant-picker/assistant-picker.tsx';
import { RunStatus } from '../run-status/run-status.tsx';
import { type EmulatedMedia, emulateMedia } from '../stories/emulate-media.ts';
import { createInPage } from '../stories/in-page.tsx';
import { SamplePage } from '../stories/sample-page.tsx';
import { Scene } from '../stories/threads-scene.tsx';

afterEach(() => emulateMedia());

/** The computed style of the first part of that name. */
function styleOf(slot: string, pseudo?: string): CSSStyleDeclaration {
  const element = document.querySelector(`[data-slot="${slot}"]`);
  if (!element) throw new Error(`Nothing on the page has the slot "${slot}".`);
  return getComputedStyle(element, pseudo);
}

/** What a token comes to as a colour where a part stands. */
function colourOf(token: string, slot = 'thread'): string {
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

const LIGHT_INK = 'oklch(0.215 0.012 230)';
const DARK_INK = 'oklch(0.935 0.004 230)';

describe('light and dark', () => {
  const dark = { features: { 'prefers-color-scheme': 'dark' } };

  test('a page that says nothing of dark stays light, so that no light words stand on its white', async () => {
    await show(<SamplePage />, dark);
    expect(styleOf('thread').color).toBe(LIGHT_INK);
  });

  test('follow the system where the page does', async () => {
    await show(
      <div style={{ colorScheme: 'light dark' }}>
        <SamplePage />
      </div>,
      dark,
    );
    expect(styleOf('thread').color).toBe(DARK_INK);
  });

  test.each([{ 'data-theme': 'dark' }, { className: 'dark' }])('%o on any ancestor decides', async (said) => {
    await show(
      <div {...said}>
        <SamplePage />
      </div>,
    );
    expect(styleOf('thread').color).toBe(DARK_INK);
    expect(styleOf('thread').colorScheme).toBe('dark');
  });

  test('the nearest ancestor wins, both ways', async () => {
    await show(
      <div className="dark">
        <div data-theme="light">
          <SamplePage />
        </div>
      </div>,
    );
    expect(styleOf('thread').color).toBe(LIGHT_INK);
  });

  test('what floats above the page stays in its theme', async () => {
    await show(
      <div data-theme="dark">
        <Scene client={createInPage().client}>
          <AssistantPicker assistantId="asst_demo" onSelect={() => undefined} />
        </Scene>
      </div>,
    );
    document.querySelector<HTMLElement>('[data-slot="assistant-picker-popover"]')?.showPopover();
    expect(styleOf('assistant-picker-popover').colorScheme).toBe('dark');
    expect(colourOf('--tk-ink', 'assistant-picker-popover')).toBe(DARK_INK);
  });
});

describe('a host with shadcn variables', () => {
  const host = {
    '--background': 'rgb(250, 240, 230)',
    '--foreground': 'rgb(10, 20, 30)',
    '--border': 'rgb(40, 50, 60)',
    '--ring': 'rgb(70, 80, 90)',
    '--radius': '2px',
  };

  afterEach(() => {
    for (const name of Object.keys(host)) document.documentElement.style.removeProperty(name);
  });

  test('has its own ground, words, borders, ring and corners', async () => {
    for (const [name, value] of Object.entries(host)) document.documentElement.style.setProperty(name, value);
    await show(<SamplePage />);
    expect(styleOf('thread').color).toBe(host['--foreground']);
    expect(styleOf('composer-box').borderTopColor).toBe(host['--border']);
    expect(styleOf('message-text').borderTopLeftRadius).toBe('3.5px');
    expect(colourOf('--tk-page')).toBe(host['--background']);
    expect(colourOf('--tk-focus')).toBe(host['--ring']);
    // Its primary button: the two colours that it made to be read on each other.
    const approve = styleOf('tool-approval-approve');
    expect([approve.backgroundColor, approve.color]).toEqual([host['--foreground'], host['--background']]);
  });
});

describe('density', () => {
  test('compact has smaller words and rows', async () => {
    await show(
      <div data-density="compact">
        <SamplePage />
      </div>,
    );
    expect(styleOf('thread').fontSize).toBe('14px');
    expect(styleOf('run-step-row').minHeight).toBe('26px');
  });

  test('a theme inside of a compact place leaves it compact, and comfortable takes it back', async () => {
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

test('an app may ask for more contrast by itself, also where a theme is set inside', async () => {
  await show(
    <div data-contrast="more">
      <div data-theme="dark">
        <SamplePage />
      </div>
    </div>,
  );
  expect(styleOf('composer-box').borderTopColor).toBe(colourOf('--tk-text-2'));
});

test('with more contrast edges are as dark as words, and hairlines as edges were', async () => {
  await show(<SamplePage />);
  const [words, edge] = [colourOf('--tk-text-2'), colourOf('--tk-edge')];
  await emulateMedia({ features: { 'prefers-contrast': 'more' } });
  // It fades there.
  await expect.poll(() => styleOf('composer-box').borderTopColor).toBe(words);
  expect(colourOf('--tk-line')).toBe(edge);
  expect(colourOf('--tk-mark')).toBe(words);
});

test('with forced colours ground that colour told apart has an edge, and ink still acts', async () => {
  await show(<SamplePage />, { features: { 'forced-colors': 'active' } });
  for (const slot of ['message-text', 'code-block', 'composer-box', 'tool-approval']) {
    expect(styleOf(slot).borderTopWidth, slot).toBe('1px');
  }
  const approve = styleOf('tool-approval-approve');
  expect(approve.backgroundColor).not.toBe(styleOf('tool-approval-reject').backgroundColor);
});

test('with reduced motion nothing moves, and the word says that it runs', async () => {
  const page = (
    <>
      <SamplePage />
      <div data-slot="turn">
        <RunStatus status="in_progress" />
      </div>
    </>
  );
  await show(page);
  const dot = (): CSSStyleDeclaration | undefined => {
    const icon = document.querySelector('[data-glyph="live"] [data-slot="icon"]');
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

test('on paper there is the conversation in black: no composer, no buttons, no line', async () => {
  await show(
    <div className="dark">
      <SamplePage />
    </div>,
    { media: 'print' },
  );
  expect(styleOf('thread').color).toBe('rgb(0, 0, 0)');
  expect(styleOf('thread').overflow).toBe('visible');
  for (const slot of ['thread-dock', 'line-glyph', 'code-block-bar', 'tool-approval-approve']) {
    expect(styleOf(slot).display, slot).toBe('none');
  }
  expect(colourOf('--tk-ink')).toBe(LIGHT_INK);
  const question = document.querySelector('[data-slot="message"][data-role="user"]');
  expect(question && getComputedStyle(question).breakAfter).toBe('avoid');
});
