import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { computedOf, differences } from '../../stories/computed-styles.ts';
import { emulateMedia } from '../../stories/emulate-media.ts';
import { everyMarkdown } from '../../stories/every-markdown.ts';
import { addStyles, removeStyles } from '../../stories/host-page.ts';
import { BARE, PREFLIGHT, VITE, VITE_OLDER } from '../../stories/hosts.ts';
import { createInPage } from '../../stories/in-page.tsx';
import { SamplePage } from '../../stories/sample-page.tsx';
import { Scene } from '../../stories/threads-fixture.tsx';
import * as AssistantEditor from '../assistant/editor/index.ts';
import { AssistantPicker } from '../assistant/picker/assistant-picker.tsx';
import * as Composer from '../composer/index.ts';
import { Markdown } from '../markdown/markdown.tsx';
import styles from '../styles.css?inline';
import * as Thread from '../thread/index.ts';
import { ThreadList } from '../thread-list/thread-list.tsx';

afterEach(async () => {
  removeStyles();
  await emulateMedia();
});

/** The computed styles of a host page without parts of Threadkit. */
function hostPage(markup: string): { document: Document; computed: () => string[] } {
  const frame = document.createElement('iframe');
  frame.srcdoc = markup;
  document.body.append(frame);
  return {
    get document(): Document {
      const inner = frame.contentDocument;
      if (!inner) throw new Error('The frame has no document.');
      return inner;
    },
    computed() {
      const view = frame.contentWindow;
      const elements = [...(frame.contentDocument?.querySelectorAll('html, body, body *') ?? [])];
      return elements.map((element) => {
        const style = view?.getComputedStyle(element);
        // Custom properties may be added: they have no effect by themselves.
        const names = [...(style ?? [])].filter((name) => !name.startsWith('--'));
        return `${element.tagName}: ${names.map((name) => `${name}:${style?.getPropertyValue(name)}`).join(';')}`;
      });
    },
  };
}

const HOST = `<!doctype html><html class="dark" data-density="compact"><body data-theme="dark" class="light">
  <h1>Title</h1><p>Words <a href="#x">link</a> <code>code</code></p><button>Press</button><input><textarea></textarea>
  <ul><li>One</li></ul><table><tr><th>a</th><td>1</td></tr></table><pre>pre</pre><details><summary>More</summary></details>
  <div data-slot="card" class="dark"><button data-slot="button" style="transition: color 1s">
  <svg data-slot="icon" width="8" height="8"></svg>Card</button></div>
  </body></html>`;

describe('styles that leak out', () => {
  test.each([
    {},
    { features: { 'prefers-color-scheme': 'dark' } },
    { features: { 'prefers-contrast': 'more' } },
    { features: { 'prefers-reduced-motion': 'reduce' } },
    { features: { 'forced-colors': 'active' } },
    { media: 'print' as const },
  ])('the stylesheet changes no computed style of a page without parts (%o)', async (media) => {
    await emulateMedia(media);
    const host = hostPage(HOST);
    await expect.poll(() => host.computed().length).toBeGreaterThan(15);
    const before = host.computed();
    addStyles(styles, host.document);
    expect(host.computed()).toEqual(before);
  });
});

/** The first part with this name. */
function boxOf(slot: string): DOMRect {
  const element = document.querySelector(`[data-slot="${slot}"]`);
  if (!element) throw new Error(`Nothing on the page has the slot "${slot}".`);
  return element.getBoundingClientRect();
}

/** The layer order that the guide recommends for a page's stylesheet. */
const TAILWIND_ORDER = '@layer theme, base, threadkit, components, utilities;';
const TAILWIND = `@layer theme, base, components, utilities; ${PREFLIGHT} @layer utilities { .p-1 { padding: 1px } }`;

/** Properties whose differences have no effect: on blocks, elements without a border, or text that is not monospace. */
const UNSEEN = ['vertical-align', 'appearance', '-webkit-appearance'];

/** Parts with an element of each kind, without interaction. */
async function showParts(): Promise<Element> {
  await emulateMedia({ features: { 'prefers-reduced-motion': 'reduce' } });
  await render(
    <Scene client={createInPage().client}>
      <div
        data-parts=""
        style={{
          position: 'absolute',
          inset: '0 auto auto 0',
          width: 800,
          fontFamily: 'serif',
          colorScheme: 'light',
        }}
      >
        <SamplePage />
        <Thread.Root>
          <Markdown text={everyMarkdown} />
        </Thread.Root>
        <ThreadList onSelect={() => undefined} onNew={() => undefined} />
        <AssistantPicker assistantId="asst_demo" onSelect={() => undefined} />
        <AssistantEditor.Root assistantId="asst_demo" />
      </div>
    </Scene>,
  );
  await expect.poll(() => document.querySelectorAll('[data-slot=editor-field]').length).toBeGreaterThan(5);
  await expect.poll(() => document.querySelector('[data-slot="thread-list-loading"]')).toBeNull();
  const parts = document.querySelector('[data-parts]');
  if (!parts) throw new Error('The page has no parts.');
  return parts;
}

describe('styles that leak in', () => {
  test('inherited text styles of containers do not affect prose: case, alignment, spacing, wrapping', async () => {
    addStyles(styles);
    await render(
      <div
        style={{
          textAlign: 'center',
          textTransform: 'uppercase',
          letterSpacing: 4,
          whiteSpace: 'nowrap',
          fontStyle: 'italic',
          fontWeight: 700,
          textIndent: 40,
        }}
      >
        <SamplePage />
      </div>,
    );
    const strings = document.querySelector('[data-slot="message-text"]');
    const style = getComputedStyle(strings ?? document.body);
    expect([style.textTransform, style.letterSpacing, style.fontStyle, style.fontWeight]).toEqual([
      'none',
      'normal',
      'normal',
      '400',
    ]);
    expect([style.textIndent, style.textAlign]).toEqual(['0px', 'start']);
  });

  test('a reset in an earlier layer changes no computed style', async () => {
    addStyles('@layer reset, threadkit;');
    addStyles(styles);
    const parts = await showParts();
    const before = computedOf(parts);
    addStyles(PREFLIGHT.replace('@layer base', '@layer reset'));
    expect(differences(before, computedOf(parts), UNSEEN)).toEqual([]);
  });

  test.each([
    ['the kit first', ['', styles, TAILWIND]],
    ['Tailwind first, below the documented order', [TAILWIND_ORDER, TAILWIND, styles]],
  ])(
    'with Tailwind 4 the styles of parts do not change, and utilities override them: %s',
    async (_, sheets) => {
      addStyles(styles);
      const parts = await showParts();
      const before = computedOf(parts);
      removeStyles();
      for (const sheet of sheets) addStyles(sheet);
      expect(differences(before, computedOf(parts), UNSEEN)).toEqual([]);
      for (const slot of ['composer-send', 'tool-approval-approve', 'message-text', 'composer-input']) {
        const part = parts.querySelector(`[data-slot="${slot}"]`);
        part?.classList.add('p-1');
        expect(part && getComputedStyle(part).paddingTop, slot).toBe('1px');
      }
    },
  );

  test.each([
    ['of Vite', VITE],
    ['of older Vite', VITE_OLDER],
    ['and a reset', BARE],
  ])('unlayered element selectors %s change no part', async (_, host) => {
    addStyles(styles);
    const parts = await showParts();
    const before = computedOf(parts);
    addStyles(host);
    expect(differences(before, computedOf(parts), UNSEEN)).toEqual([]);
  });

  test('host rules with a class or attribute override the kit, and host elements inside of a part are not affected', async () => {
    addStyles(styles);
    addStyles(
      '.mine { padding: 3px; border-radius: 1px } [data-slot="message-text"] { background: red } b { margin: 7px }',
    );
    await render(
      <Thread.Root>
        <Composer.Root onSend={() => undefined}>
          <Composer.Input />
          <Composer.Send className="mine" />
        </Composer.Root>
        <p data-slot="message-text">Words</p>
        <b>Mine</b>
      </Thread.Root>,
    );
    const styleOf = (selector: string): CSSStyleDeclaration =>
      getComputedStyle(document.querySelector(selector) ?? document.body);
    expect(styleOf('.mine').paddingTop).toBe('3px');
    expect(styleOf('.mine').borderTopLeftRadius).toBe('1px');
    expect(styleOf('[data-slot="message-text"]').backgroundColor).toBe('rgb(255, 0, 0)');
    expect(styleOf('b').marginTop).toBe('7px');
  });

  test.each([360, 1280])(
    'at %i pixels an aggressive host stylesheet does not break the layout',
    async (width) => {
      await page.viewport(width, 800);
      addStyles(styles);
      addStyles(
        `* { box-sizing: content-box; margin: 8px } p { color: red } button { text-transform: uppercase }
       ul { list-style: disc } body { margin: 0 }`,
      );
      await render(<SamplePage />);
      const thread = boxOf('thread');
      for (const slot of [
        'message-text',
        'composer-box',
        'composer-send',
        'tool-approval',
        'tool-approval-approve',
      ]) {
        const { left, right, width: own } = boxOf(slot);
        expect(own, slot).toBeGreaterThan(20);
        expect(left, slot).toBeGreaterThanOrEqual(thread.left);
        expect(right, slot).toBeLessThanOrEqual(thread.right);
      }
      for (const hidden of document.querySelectorAll('[data-visually-hidden]')) {
        expect(hidden.getBoundingClientRect().width).toBeLessThanOrEqual(1);
      }
      const { scrollWidth, clientWidth } = document.documentElement;
      expect(scrollWidth).toBe(clientWidth);
    },
  );
});
