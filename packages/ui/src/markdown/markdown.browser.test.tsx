import { eventually } from '@threadkit/testing/eventually';
import '../styles.css';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { samples } from '../../stories/markdown/samples.ts';
import { Markdown } from './markdown.tsx';
import { MAX_TEXT } from './streaming/read-limits.ts';

const htmlOf = (container: Element): string | undefined =>
  container.querySelector('[data-slot=markdown]')?.innerHTML;

describe.each(Object.entries(samples))('%s', (_name, text) => {
  test('text streamed in pieces renders the same elements as text rendered at once', async () => {
    const whole = await render(<Markdown text={text} />);
    const streamed = await render(<Markdown text="" isStreaming />);
    for (let end = 0; end < text.length; end += 7) {
      await streamed.rerender(<Markdown text={text.slice(0, end)} isStreaming />);
    }
    await streamed.rerender(<Markdown text={text} />);
    // Syntax highlighting is loaded asynchronously for both.
    await eventually(() => expect(htmlOf(streamed.container)).toBe(htmlOf(whole.container)));
  });
});

test('a finished block keeps its elements while the text grows', async () => {
  const screen = await render(<Markdown text={'One *two*\n\nThr'} isStreaming />);
  const first = screen.container.querySelector('p');
  const mutated = vi.fn<() => void>();
  const observer = new MutationObserver(mutated);
  if (first) observer.observe(first, { subtree: true, childList: true, characterData: true });
  await screen.rerender(<Markdown text={'One *two*\n\nThree\n\nFour'} isStreaming />);
  expect(screen.container.querySelector('p')).toBe(first);
  expect(observer.takeRecords()).toEqual([]);
  expect(mutated).not.toHaveBeenCalled();
});

test('a block is not remounted when it closes', async () => {
  const screen = await render(<Markdown text="Open **bo" isStreaming />);
  const paragraph = screen.container.querySelector('p');
  expect(paragraph?.textContent).toBe('Open bo');
  await screen.rerender(<Markdown text={'Open **bold**\n\nNext\n\n'} isStreaming />);
  expect(screen.container.querySelector('p')).toBe(paragraph);
});

test('no line of streamed text moves when the stream ends', async () => {
  const text = 'One line that is long enough to be broken, and then some words that would stand alone.';
  const screen = await render(<Markdown text={text} isStreaming style={{ width: 300 }} />);
  const lines = (): DOMRect[] => {
    const range = document.createRange();
    range.selectNodeContents(screen.container);
    return [...range.getClientRects()];
  };
  const before = lines();
  await screen.rerender(<Markdown text={text} style={{ width: 300 }} />);
  expect(lines()).toEqual(before);
});

describe('untrusted text', () => {
  test('untrusted text never becomes HTML', async () => {
    const screen = await render(
      <Markdown text={'<img src=x onerror=alert(1)> <b>x</b>\n\n<script>alert(1)</script>'} />,
    );
    expect(screen.container.querySelector('img, script, b')).toBeNull();
    expect(screen.container.textContent).toContain('<script>alert(1)</script>');
  });

  test('untrusted text links only to http, https and mailto', async () => {
    const screen = await render(
      <Markdown
        text={
          '[a](javascript:alert(1)) [b](data:text/html,x) <javascript:x> [c](/x) [d](https://example.com)'
        }
      />,
    );
    const links = [...screen.container.querySelectorAll('a')];
    expect(links.map(({ href, rel, target }) => ({ href, rel, target }))).toEqual([
      { href: 'https://example.com/', rel: 'noopener noreferrer', target: '_blank' },
    ]);
    expect(screen.container.textContent).toContain('a b');
  });

  test('an image in untrusted text becomes a link and is not loaded', async () => {
    const screen = await render(<Markdown text="![A chart](https://example.com/chart.png)" />);
    expect(screen.container.querySelector('img')).toBeNull();
    await expect.element(screen.getByRole('link', { name: 'Image: A chart' })).toBeVisible();
  });
});

test('a column is right-aligned if the cell in its first row is numeric', async () => {
  const screen = await render(<Markdown text={'| a | b |\n|---|---|\n| x | 1,200 ms |\n| y | none |\n'} />);
  const cells = [...screen.container.querySelectorAll('td')];
  expect(cells.map((cell) => cell.dataset['align'])).toEqual([undefined, 'right', undefined, 'right']);
});

test('a link definition that arrives later resolves earlier references', async () => {
  const screen = await render(<Markdown text={'See [the guide][g].\n\n'} isStreaming />);
  expect(screen.container.querySelector('a')).toBeNull();
  await screen.rerender(
    <Markdown text={'See [the guide][g].\n\n[g]: https://example.com/g\n\nMore'} isStreaming />,
  );
  expect(screen.container.querySelector('a')?.href).toBe('https://example.com/g');
});

test('lists and quotations follow the direction of their text, not of the page', async () => {
  const screen = await render(
    <div dir="ltr">
      <Markdown text={'- مرحبا\n- أهلا\n\n1. one\n\n> سؤال'} />
    </div>,
  );
  const directionOf = (selector: string): string =>
    getComputedStyle(screen.container.querySelector(selector) ?? document.body).direction;
  expect(['ul', 'ol', 'blockquote'].map(directionOf)).toEqual(['rtl', 'ltr', 'rtl']);
});

describe('text over the limit', () => {
  const long = 'many words in one line, '.repeat(500_000);

  test('text over the limit is not parsed, and is shown by a button', async () => {
    const screen = await render(<Markdown text={`**Bold** ${long}`} />);
    expect(screen.container.querySelector('strong')?.textContent).toBe('Bold');
    expect(screen.container.textContent.length).toBeLessThan(MAX_TEXT);
    await expect
      .element(screen.getByRole('button', { name: /more characters without formatting$/ }))
      .toBeVisible();
  });

  test('further text over the limit does not change the visible content', async () => {
    const screen = await render(<Markdown text={`**Bold** ${long}`} isStreaming />);
    await expect
      .element(screen.getByRole('button', { name: /more characters without formatting$/ }))
      .toBeVisible();
    const observer = new MutationObserver(() => undefined);
    observer.observe(screen.container, { subtree: true, childList: true });
    await screen.rerender(<Markdown text={`**Bold** ${long}**more**`} isStreaming />);
    expect(observer.takeRecords()).toEqual([]);
  });
});

test('an image in a link is a single link with the name of the image', async () => {
  const screen = await render(
    <Markdown text="[![build](https://example.com/b.png)](https://example.com/build) is green." />,
  );
  expect([...screen.container.querySelectorAll('a')].map(({ href }) => href)).toEqual([
    'https://example.com/build',
  ]);
  await expect.element(screen.getByRole('link', { name: 'Image: build' })).toBeVisible();
});
