import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { emulateMedia } from '../stories/emulate-media.ts';
import { SamplePage } from '../stories/sample-page.tsx';
import styles from '../styles.css?inline';

afterEach(async () => {
  for (const style of document.head.querySelectorAll('[data-test]')) style.remove();
  await emulateMedia();
});

function addStyles(css: string, to: Document = document): void {
  const style = to.createElement('style');
  style.dataset['test'] = '';
  style.textContent = css;
  to.head.append(style);
}

/** A page of a host with no part of ours on it, and everything that is computed for its elements. */
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
        // Custom properties are ours to add: they do nothing by themselves.
        const names = [...(style ?? [])].filter((name) => !name.startsWith('--'));
        return `${element.tagName}: ${names.map((name) => `${name}:${style?.getPropertyValue(name)}`).join(';')}`;
      });
    },
  };
}

const HOST = `<!doctype html><html class="dark" data-density="compact"><body data-theme="dark" class="light">
  <h1>Title</h1><p>Words <a href="#x">link</a> <code>code</code></p><button>Press</button><input><textarea></textarea>
  <ul><li>One</li></ul><table><tr><th>a</th><td>1</td></tr></table><pre>pre</pre><details><summary>More</summary></details>
  </body></html>`;

describe('what leaks out', () => {
  test.each([
    {},
    { features: { 'prefers-color-scheme': 'dark' } },
    { features: { 'prefers-contrast': 'more' } },
    { features: { 'prefers-reduced-motion': 'reduce' } },
    { features: { 'forced-colors': 'active' } },
    { media: 'print' as const },
  ])('is nothing: a page without parts computes as before (%o)', async (media) => {
    await emulateMedia(media);
    const host = hostPage(HOST);
    await expect.poll(() => host.computed().length).toBeGreaterThan(15);
    const before = host.computed();
    addStyles(styles, host.document);
    expect(host.computed()).toEqual(before);
  });
});

/** The box of the first part of that name. */
function boxOf(slot: string): DOMRect {
  const element = document.querySelector(`[data-slot="${slot}"]`);
  if (!element) throw new Error(`Nothing on the page has the slot "${slot}".`);
  return element.getBoundingClientRect();
}

describe('what leaks in', () => {
  test('what containers hand down does not reach the text: capitals, centring, spacing, one line', async () => {
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
    const words = document.querySelector('[data-slot="message-text"]');
    const style = getComputedStyle(words ?? document.body);
    expect([style.textTransform, style.letterSpacing, style.fontStyle, style.fontWeight]).toEqual([
      'none',
      'normal',
      'normal',
      '400',
    ]);
    expect([style.textIndent, style.textAlign]).toEqual(['0px', 'start']);
  });

  test('a reset in a layer before ours changes nothing', async () => {
    addStyles(styles);
    await render(<SamplePage />);
    const before = ['message-text', 'composer-box', 'tool-approval', 'facts', 'receipt'].map(boxOf);
    addStyles(
      '@layer reset, threadkit; @layer reset { * { margin: 0; padding: 0; box-sizing: content-box } }',
    );
    // A layer's place is that of its first mention: here ours came first, as it does not in an app.
    const own = [...document.head.querySelectorAll('[data-test]')];
    own[0]?.before(own[1] ?? '');
    expect(['message-text', 'composer-box', 'tool-approval', 'facts', 'receipt'].map(boxOf)).toEqual(before);
  });

  test.each([360, 1280])('at %i pixels the rudest of hosts does not break the layout', async (width) => {
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
    // Rules of the host win by design: what it says of words is what it wants.
    expect(
      getComputedStyle(document.querySelector('[data-slot="tool-approval-approve"]') ?? document.body)
        .textTransform,
    ).toBe('uppercase');
  });
});
