import { eventually } from '@threadkit/testing/eventually';
import '../styles.css';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { Markdown } from './markdown.tsx';
import { MAX_TEXT } from './streaming/read-limits.ts';
import { samples } from './streaming/samples.ts';

const htmlOf = (container: Element): string | undefined =>
  container.querySelector('[data-slot=markdown]')?.innerHTML;

describe.each(Object.entries(samples))('%s', (_name, text) => {
  test('streamed in pieces it ends as the same elements as at once', async () => {
    const whole = await render(<Markdown text={text} />);
    const streamed = await render(<Markdown text="" isStreaming />);
    for (let end = 0; end < text.length; end += 7) {
      await streamed.rerender(<Markdown text={text.slice(0, end)} isStreaming />);
    }
    await streamed.rerender(<Markdown text={text} />);
    // The inks of code come a moment later, to both.
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

test('a block that closes is not mounted anew', async () => {
  const screen = await render(<Markdown text="Open **bo" isStreaming />);
  const paragraph = screen.container.querySelector('p');
  expect(paragraph?.textContent).toBe('Open bo');
  await screen.rerender(<Markdown text={'Open **bold**\n\nNext\n\n'} isStreaming />);
  expect(screen.container.querySelector('p')).toBe(paragraph);
});

test('no line of a streamed text moves when it is complete', async () => {
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
  test('never becomes HTML', async () => {
    const screen = await render(
      <Markdown text={'<img src=x onerror=alert(1)> <b>x</b>\n\n<script>alert(1)</script>'} />,
    );
    expect(screen.container.querySelector('img, script, b')).toBeNull();
    expect(screen.container.textContent).toContain('<script>alert(1)</script>');
  });

  test('never becomes a link with another scheme than http, https and mailto', async () => {
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

  test('never becomes a request: an image is named and linked', async () => {
    const screen = await render(<Markdown text="![A chart](https://example.com/chart.png)" />);
    expect(screen.container.querySelector('img')).toBeNull();
    await expect.element(screen.getByRole('link', { name: 'Image: A chart' })).toBeVisible();
  });
});

test('columns of numbers are set right by their first row', async () => {
  const screen = await render(<Markdown text={'| a | b |\n|---|---|\n| x | 1,200 ms |\n| y | none |\n'} />);
  const cells = [...screen.container.querySelectorAll('td')];
  expect(cells.map((cell) => cell.dataset['align'])).toEqual([undefined, 'right', undefined, 'right']);
});

test('a definition that arrives later turns what referred to it into a link', async () => {
  const screen = await render(<Markdown text={'See [the guide][g].\n\n'} isStreaming />);
  expect(screen.container.querySelector('a')).toBeNull();
  await screen.rerender(
    <Markdown text={'See [the guide][g].\n\n[g]: https://example.com/g\n\nMore'} isStreaming />,
  );
  expect(screen.container.querySelector('a')?.href).toBe('https://example.com/g');
});

test('lists and quotations begin at the side their text begins at, whatever the page’s', async () => {
  const screen = await render(
    <div dir="ltr">
      <Markdown text={'- مرحبا\n- أهلا\n\n1. one\n\n> سؤال'} />
    </div>,
  );
  const directionOf = (selector: string): string =>
    getComputedStyle(screen.container.querySelector(selector) ?? document.body).direction;
  expect(['ul', 'ol', 'blockquote'].map(directionOf)).toEqual(['rtl', 'ltr', 'rtl']);
});

describe('what is too long', () => {
  const long = 'many words in one line, '.repeat(500_000);

  test('is not read, and stands behind a button', async () => {
    const screen = await render(<Markdown text={`**Bold** ${long}`} />);
    expect(screen.container.querySelector('strong')?.textContent).toBe('Bold');
    expect(screen.container.textContent.length).toBeLessThan(MAX_TEXT);
    await expect.element(screen.getByRole('button', { name: /^Show all/ })).toBeVisible();
  });

  test('changes nothing of what is shown while more of it comes', async () => {
    const screen = await render(<Markdown text={`**Bold** ${long}`} isStreaming />);
    await expect.element(screen.getByRole('button', { name: /^Show all/ })).toBeVisible();
    const observer = new MutationObserver(() => undefined);
    observer.observe(screen.container, { subtree: true, childList: true });
    await screen.rerender(<Markdown text={`**Bold** ${long}**more**`} isStreaming />);
    expect(observer.takeRecords()).toEqual([]);
  });
});

test('an image in a link is one link, and is named', async () => {
  const screen = await render(
    <Markdown text="[![build](https://example.com/b.png)](https://example.com/build) is green." />,
  );
  expect([...screen.container.querySelectorAll('a')].map(({ href }) => href)).toEqual([
    'https://example.com/build',
  ]);
  await expect.element(screen.getByRole('link', { name: 'Image: build' })).toBeVisible();
});
