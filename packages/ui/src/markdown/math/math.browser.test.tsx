import { eventually } from '@threadkit/testing/eventually';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { Markdown } from '../markdown.tsx';
import { MarkdownProvider } from '../markdown-provider.tsx';
import { math } from './math.tsx';

const load = vi.fn<() => Promise<typeof import('katex')>>(() => import('katex'));
afterEach(() => load.mockClear());

test('KaTeX is not loaded before the first formula', async () => {
  const { container } = await render(
    <MarkdownProvider extensions={[math(load)]}>
      <Markdown text="It costs $5, or $10 for two." />
    </MarkdownProvider>,
  );
  expect(load).not.toHaveBeenCalled();
  expect(container.textContent).toBe('It costs $5, or $10 for two.');
});

test('inline and display formulas render as MathML, and invalid TeX as its source', async () => {
  const extensions = [math(load)];
  const text = 'So $a^2$ is it.\n\n$$\n\\frac{1}{2}\n$$\n\nBroken: $\\frac{1$ here.';
  const { container } = await render(
    <MarkdownProvider extensions={extensions}>
      <Markdown text={text} />
    </MarkdownProvider>,
  );
  await eventually(() => expect(container.querySelectorAll('math')).toHaveLength(2));
  expect(container.querySelector('[data-slot="math"] msup')).not.toBeNull();
  expect(container.querySelector('[data-slot="math-block"] mfrac')).not.toBeNull();
  expect(container.querySelector('[data-slot="math-source"]')?.textContent).toBe('$\\frac{1$');
});

test('a formula cannot link, load or run anything', async () => {
  const extensions = [math(load)];
  const malicious = [
    '$\\href{javascript:alert(1)}{x}$',
    '$\\includegraphics{https://example.com/a.png}$',
    '$\\htmlData{a=b}{x}$',
    '$\\text{<img src=x onerror=alert(1)>}$',
    '$\\def\\x{\\x\\x}\\x$',
  ].join('\n\n');
  const { container } = await render(
    <MarkdownProvider extensions={extensions}>
      <Markdown text={malicious} />
    </MarkdownProvider>,
  );
  await eventually(() => expect(container.querySelector('math')).not.toBeNull());
  expect(container.querySelector('a, img, script, [data-a], [href], [src]')).toBeNull();
});

test('a streamed formula renders when it is complete', async () => {
  const extensions = [math(load)];
  const view = (text: string) => (
    <MarkdownProvider extensions={extensions}>
      <Markdown text={text} isStreaming />
    </MarkdownProvider>
  );
  const screen = await render(view('So $a^'));
  expect(screen.container.textContent).toBe('So $a^');
  await screen.rerender(view('So $a^2$ is'));
  await eventually(() => expect(screen.container.querySelector('msup')).not.toBeNull());
});

test('a formula renders as its source if KaTeX cannot be loaded', async () => {
  const extensions = [math(() => Promise.reject(new Error('offline')))];
  const { container } = await render(
    <MarkdownProvider extensions={extensions}>
      <Markdown text="So $a^2$ is it." />
    </MarkdownProvider>,
  );
  await eventually(() => expect(container.textContent).toBe('So $a^2$ is it.'));
});
