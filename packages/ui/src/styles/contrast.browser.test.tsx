import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { emulateMedia } from '../../stories/emulate-media.ts';
import { everyMarkdown } from '../../stories/every-markdown.ts';
import { addStyles, colorIn, removeStyles } from '../../stories/host-page.ts';
import { NEXT, SHADCN, SHADCN_YELLOW, VITE, VITE_OLDER } from '../../stories/hosts.ts';
import { contrastOf, distanceOf, rgbaOf } from '../../stories/read-contrast.ts';
import { SamplePage } from '../../stories/sample-page.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import * as Thread from '../thread/index.ts';

afterEach(async () => {
  removeStyles();
  await emulateMedia();
});

interface Place {
  readonly host?: string;
  readonly isSystemDark?: true;
  /** Attributes of the element around the parts. */
  readonly around?: object;
}

const page = (
  <>
    <SamplePage />
    <Thread.Root>
      <Markdown text={everyMarkdown} />
    </Thread.Root>
  </>
);

async function show(
  { host = '', isSystemDark, around = {} }: Place,
  children: ReactNode = page,
): Promise<Element> {
  await emulateMedia({
    features: {
      'prefers-reduced-motion': 'reduce',
      'prefers-color-scheme': isSystemDark ? 'dark' : 'light',
    },
  });
  addStyles(host);
  await render(<div {...around}>{children}</div>);
  const thread = document.querySelector('[data-slot="thread"]');
  if (!thread) throw new Error('The page has no thread.');
  return thread;
}

const FOLLOWS_SYSTEM = ':root { color-scheme: light dark }';

const PLACES: Readonly<Record<string, Place>> = {
  'a page without color settings': {},
  'a page without color settings in a dark system': { isSystemDark: true },
  'a page that follows a light system': { host: FOLLOWS_SYSTEM },
  'a page that follows a dark system': { host: FOLLOWS_SYSTEM, isSystemDark: true },
  'data-theme="dark"': { around: { 'data-theme': 'dark' } },
  'the class dark': { around: { className: 'dark' } },
  'data-theme="light" in a dark page': {
    host: FOLLOWS_SYSTEM,
    isSystemDark: true,
    around: { 'data-theme': 'light' },
  },
  'a new Next app': { host: NEXT },
  'a new Next app in a dark system': { host: NEXT, isSystemDark: true },
  'data-theme="dark" in a Next app that stays white': { host: NEXT, around: { 'data-theme': 'dark' } },
  'data-theme="light" in a Next app that is dark': {
    host: NEXT,
    isSystemDark: true,
    around: { 'data-theme': 'light' },
  },
  'a new Vite app': { host: VITE },
  'a new Vite app in a dark system': { host: VITE, isSystemDark: true },
  'an older Vite app': { host: VITE_OLDER },
  'an older Vite app in a dark system': { host: VITE_OLDER, isSystemDark: true },
  shadcn: { host: SHADCN },
  'shadcn, dark': { host: SHADCN, around: { className: 'dark' } },
  'data-theme="dark" in a light shadcn page': { host: SHADCN, around: { 'data-theme': 'dark' } },
  'shadcn with a yellow primary color': { host: SHADCN_YELLOW },
  'shadcn with a yellow primary color, dark': { host: SHADCN_YELLOW, around: { className: 'dark' } },
  'a page on navy': { host: ':root { --background: #10204a; --foreground: #e8edfa }' },
};

const places = Object.entries(PLACES);

const backgrounds = ['--tk-background', '--tk-code-background', '--tk-muted', '--tk-hover'];
const texts = [
  '--tk-foreground',
  '--tk-label-foreground',
  '--tk-muted-foreground',
  '--tk-accent',
  '--tk-warning',
  '--tk-destructive',
];

/** The opaque background behind an element. */
function backgroundOf(element: Element | null): string {
  if (!element) return 'rgb(255, 255, 255)';
  const { backgroundColor } = getComputedStyle(element);
  return rgbaOf(backgroundColor)[3] === 1 ? backgroundColor : backgroundOf(element.parentElement);
}

/** Visible elements with text. */
function wordsIn(place: Element): Element[] {
  return [...place.querySelectorAll('*:not(svg *)')].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest('[data-visually-hidden]') &&
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
  );
}

test.each(places)('every text token has enough contrast on every background: %s', async (_, place) => {
  const thread = await show(place);
  for (const background of backgrounds) {
    for (const text of texts) {
      const contrast = contrastOf(colorIn(thread, text), colorIn(thread, background));
      expect(contrast, `${text} on ${background}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  const pairs = [
    ['--tk-foreground-contrast', '--tk-foreground', 4.5],
    ['--tk-primary-foreground', '--tk-primary', 4.5],
    ['--tk-hover-foreground', '--tk-hover', 4.5],
    ['--tk-icon', '--tk-background', 3],
    ['--tk-ring', '--tk-background', 3],
  ] as const;
  for (const [one, other, least] of pairs) {
    const contrast = contrastOf(colorIn(thread, one), colorIn(thread, other));
    expect(contrast, `${one} on ${other}`).toBeGreaterThanOrEqual(least);
  }
});

test.each(places)('all text of a page has enough contrast: %s', async (_, place) => {
  await show(place);
  const strings = [...document.querySelectorAll('[data-slot="thread"]')].flatMap(wordsIn);
  expect(strings.length).toBeGreaterThan(40);
  for (const element of strings) {
    const contrast = contrastOf(getComputedStyle(element).color, backgroundOf(element));
    expect(contrast, element.outerHTML.slice(0, 120)).toBeGreaterThanOrEqual(4.5);
  }
});

/** The designed colors: light, dark. */
const DESIGNED: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  '--tk-background': ['oklch(1 0 0)', 'oklch(0.192 0.006 230)'],
  '--tk-code-background': ['oklch(0.977 0.003 230)', 'oklch(0.163 0.006 230)'],
  '--tk-muted': ['oklch(0.956 0.004 230)', 'oklch(0.255 0.007 230)'],
  '--tk-divider': ['oklch(0.918 0.005 230)', 'oklch(0.285 0.008 230)'],
  '--tk-border': ['oklch(0.855 0.007 230)', 'oklch(0.37 0.01 230)'],
  '--tk-icon': ['oklch(0.66 0.012 230)', 'oklch(0.54 0.012 230)'],
  '--tk-muted-foreground': ['oklch(0.51 0.014 230)', 'oklch(0.705 0.011 230)'],
  '--tk-label-foreground': ['oklch(0.29 0.014 230)', 'oklch(0.87 0.007 230)'],
  '--tk-foreground': ['oklch(0.215 0.012 230)', 'oklch(0.935 0.004 230)'],
  '--tk-foreground-contrast': ['oklch(1 0 0)', 'oklch(0.19 0.006 230)'],
  '--tk-accent': ['oklch(0.47 0.078 215)', 'oklch(0.8 0.085 210)'],
  '--tk-warning': ['oklch(0.53 0.105 70)', 'oklch(0.82 0.105 80)'],
  '--tk-warning-border': ['oklch(0.8 0.085 78)', 'oklch(0.5 0.075 75)'],
  '--tk-destructive': ['oklch(0.52 0.17 27)', 'oklch(0.735 0.145 25)'],
};

describe('a page without colors of its own', () => {
  test.each(Object.entries(DESIGNED))(
    '%s has the designed color in light and dark',
    async (token, [light, dark]) => {
      const thread = await show({});
      expect(distanceOf(colorIn(thread, token), light)).toBeLessThan(0.02);
      thread.parentElement?.classList.add('dark');
      expect(distanceOf(colorIn(thread, token), dark)).toBeLessThan(0.02);
    },
  );

  test('the surfaces of code and user messages differ visibly from the page', async () => {
    const thread = await show({});
    const apart = (): number[] =>
      ['--tk-code-background', '--tk-muted', '--tk-divider'].map((token) =>
        distanceOf(colorIn(thread, token), colorIn(thread, '--tk-background')),
      );
    expect(Math.min(...apart())).toBeGreaterThan(0.02);
    thread.parentElement?.classList.add('dark');
    expect(Math.min(...apart())).toBeGreaterThan(0.02);
  });
});
