import { afterEach, beforeAll, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { emulateMedia } from '../../stories/emulate-media.ts';
import { addStyles, colorIn, removeStyles } from '../../stories/host-page.ts';
import { NEXT, SHADCN } from '../../stories/hosts.ts';
import { rgbaOf } from '../../stories/read-contrast.ts';
import { SamplePage } from '../../stories/sample-page.tsx';
import styles from '../styles.css?inline';

declare module 'vitest/browser' {
  interface BrowserCommands {
    buildStyles: (targets?: string[]) => Promise<string>;
  }
}

/** The default browser targets of Vite and Next. */
const TARGETS = { Vite: undefined, Next: ['chrome111', 'edge111', 'firefox111', 'safari16.4'] };

const built: Partial<Record<keyof typeof TARGETS, string>> = {};

beforeAll(async () => {
  built.Vite = await commands.buildStyles(TARGETS.Vite);
  built.Next = await commands.buildStyles(TARGETS.Next);
});

afterEach(async () => {
  removeStyles();
  await emulateMedia();
});

const bundlers = Object.keys(TARGETS) as (keyof typeof TARGETS)[];

test.each(bundlers)('a build for %s keeps every color without adding fallback variables', (bundler) => {
  const css = built[bundler] ?? '';
  expect(css.length).toBeGreaterThan(50_000);
  expect(css).not.toMatch(/light-dark|--lightningcss/);
  // Variables that parts set inline are in no stylesheet.
  const unset = new Set(['--tk--bar-start', '--tk--bar-length']);
  const named = (pattern: RegExp): Set<string> =>
    new Set([...css.matchAll(pattern)].map(([, name = '']) => name));
  const [set, used] = [named(/(--[\w-]+):/g), named(/var\((--tk-[\w-]+)/g)];
  expect([...used].filter((name) => !set.has(name) && !unset.has(name)).toSorted()).toEqual([]);
});

const SYSTEM = ':root { color-scheme: light dark }';

test.each(bundlers)(
  'a build for %s computes the same colors as the source in every theme',
  async (bundler) => {
    await render(
      <>
        <SamplePage />
        <div data-theme="dark">
          <SamplePage />
          <div className="light">
            <SamplePage />
          </div>
        </div>
        <div className="dark">
          <SamplePage />
          <div data-theme="light">
            <SamplePage />
          </div>
        </div>
      </>,
    );
    const threads = [...document.querySelectorAll('[data-slot="thread"]')];
    const tokens = [
      'background',
      'code-background',
      'muted',
      'hover',
      'divider',
      'border',
      'icon',
      'muted-foreground',
      'label-foreground',
      'foreground',
      'primary',
    ]
      .concat([
        'primary-foreground',
        'hover-foreground',
        'foreground-contrast',
        'accent',
        'warning',
        'warning-border',
        'destructive',
        'ring',
      ])
      .map((name) => `--tk-${name}`);
    const colors = (): number[] =>
      threads.flatMap((thread) => [
        ...rgbaOf(getComputedStyle(thread).backgroundColor),
        ...tokens.flatMap((token) => rgbaOf(colorIn(thread, token))),
      ]);
    expect(threads).toHaveLength(5);
    for (const scheme of ['light', 'dark']) {
      await emulateMedia({ features: { 'prefers-color-scheme': scheme } });
      for (const host of ['', SYSTEM, NEXT, SHADCN]) {
        addStyles(host);
        addStyles(styles);
        const source = colors();
        removeStyles();
        addStyles(host);
        addStyles(built[bundler] ?? '');
        const off = colors().map((part, index) => Math.abs(part - (source[index] ?? 0)));
        // Builds round colors.
        expect(Math.max(...off), `${scheme}, ${host}`).toBeLessThanOrEqual(1 / 255);
        removeStyles();
      }
    }
  },
);
