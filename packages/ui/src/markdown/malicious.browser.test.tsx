import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { maliciousSamples } from '../../stories/markdown/malicious-samples.ts';
import { Markdown } from './markdown.tsx';

/** Every element that markdown may render. */
const ELEMENTS = new Set(
  (
    'a blockquote br button code del div em h1 h2 h3 h4 h5 h6 hr li ol p path polyline pre rect span strong svg table tbody ' +
    'td th thead tr ul'
  ).split(' '),
);
/** Every attribute that markdown may render: no `on…`, `src`, `style` or `srcdoc`. */
const ATTRIBUTES =
  /^(?:data-[a-z-]+|aria-[a-z]+|class|href|target|rel|title|role|tabindex|type|scope|start|width|height|viewBox|fill|stroke[a-z-]*|d|points|x|y|rx|focusable)$/;

function inspect(container: Element): void {
  for (const element of container.querySelectorAll('[data-slot=markdown] *')) {
    expect(ELEMENTS, element.outerHTML.slice(0, 200)).toContain(element.localName);
    for (const { name, value } of element.attributes) {
      // The browser determines the direction of a list; the text cannot set it.
      if (name === 'dir') expect(value).toBe('auto');
      else expect(name).toMatch(ATTRIBUTES);
    }
    if (element instanceof HTMLAnchorElement) {
      expect(element.protocol).toMatch(/^(?:https?|mailto):$/);
      expect(element.rel).toBe('noopener noreferrer');
    }
  }
}

describe.each(Object.entries(maliciousSamples))('%s', (_name, text) => {
  test('malicious text renders no active element, attribute or URL scheme, complete or at any prefix', async () => {
    const screen = await render(<Markdown text={text} />);
    inspect(screen.container);
    const step = Math.max(1, Math.floor(text.length / 80));
    for (let end = 0; end < text.length; end += step) {
      await screen.rerender(<Markdown key={text.length} text={text.slice(0, end)} isStreaming />);
      inspect(screen.container);
    }
  });
});

test('malicious text loads no resource', async () => {
  const before = performance.getEntriesByType('resource').length;
  await render(<Markdown text={Object.values(maliciousSamples).join('\n\n')} />);
  const loaded = performance.getEntriesByType('resource').slice(before);
  expect(loaded.map(({ name }) => new URL(name).host).filter((host) => host.includes('example'))).toEqual([]);
});
