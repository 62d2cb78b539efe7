import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { Markdown } from './markdown.tsx';
import { hostile } from './streaming/hostile.ts';

/** Every element that markdown may become. */
const ELEMENTS = new Set(
  (
    'a blockquote br button code del div em h1 h2 h3 h4 h5 h6 hr li ol p path polyline pre rect span strong svg table tbody ' +
    'td th thead tr ul'
  ).split(' '),
);
/** And every attribute; `on…`, `src`, `style` and `srcdoc` are not among them. */
const ATTRIBUTES =
  /^(?:data-[a-z-]+|aria-[a-z]+|class|href|target|rel|title|role|tabindex|type|scope|start|width|height|viewBox|fill|stroke[a-z-]*|d|points|x|y|rx|focusable)$/;

function inspect(container: Element): void {
  for (const element of container.querySelectorAll('[data-slot=markdown] *')) {
    expect(ELEMENTS, element.outerHTML.slice(0, 200)).toContain(element.localName);
    for (const { name, value } of element.attributes) {
      // The direction of a list is the browser's to find, never the text's to say.
      if (name === 'dir') expect(value).toBe('auto');
      else expect(name).toMatch(ATTRIBUTES);
    }
    if (element instanceof HTMLAnchorElement) {
      expect(element.protocol).toMatch(/^(?:https?|mailto):$/);
      expect(element.rel).toBe('noopener noreferrer');
    }
  }
}

describe.each(Object.entries(hostile))('%s', (_name, text) => {
  test('becomes no element, attribute or scheme that acts, at once or cut anywhere', async () => {
    const screen = await render(<Markdown text={text} />);
    inspect(screen.container);
    const step = Math.max(1, Math.floor(text.length / 80));
    for (let end = 0; end < text.length; end += step) {
      await screen.rerender(<Markdown key={text.length} text={text.slice(0, end)} isStreaming />);
      inspect(screen.container);
    }
  });
});

test('nothing that was written is loaded', async () => {
  const before = performance.getEntriesByType('resource').length;
  await render(<Markdown text={Object.values(hostile).join('\n\n')} />);
  const loaded = performance.getEntriesByType('resource').slice(before);
  expect(loaded.map(({ name }) => new URL(name).host).filter((host) => host.includes('example'))).toEqual([]);
});
