import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { LazyMarkdown } from './lazy-markdown.tsx';
import { rendererLoader } from './load-renderer.ts';
import { Markdown } from './markdown.tsx';
import type { MarkdownProps } from './markdown-components.ts';
import { MarkdownProvider } from './markdown-provider.tsx';

const text = '## Plan\n\nSome **bold** words.';

it('server rendering shows text without its markdown syntax, or formatted with a renderer of the app', () => {
  const late = renderToString(<LazyMarkdown text={text} />);
  expect(late).toContain('Some bold words.');
  expect(late).toContain('data-loading');
  expect(late).not.toContain('<strong>');
  const bundled = renderToString(
    <MarkdownProvider renderer={Markdown}>
      <LazyMarkdown text={text} />
    </MarkdownProvider>,
  );
  expect(bundled).toContain('<strong>bold</strong>');
  expect(bundled).not.toContain('data-loading');
});

it('text is unformatted until the parser has loaded, and formatted in the first render afterwards', async () => {
  const first = await render(<LazyMarkdown text={text} />);
  await expect.element(first.getByRole('heading', { name: 'Plan' })).toBeVisible();
  expect(rendererLoader.loaded()).toBeDefined();
  const second = await render(<LazyMarkdown text="A **second** text." />);
  expect(second.container.querySelector('[data-loading]')).toBeNull();
  expect(second.container.querySelector('strong')?.textContent).toBe('second');
});

it('a renderer of the app receives the props of Markdown', async () => {
  const UpperCase = ({ text: words }: MarkdownProps) => <p>{words.toUpperCase()}</p>;
  const screen = await render(
    <MarkdownProvider renderer={UpperCase}>
      <LazyMarkdown text="quiet" isStreaming={true} />
    </MarkdownProvider>,
  );
  await expect.element(screen.getByText('QUIET')).toBeVisible();
});
