import { type ReactElement, type ReactNode, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Markdown } from './markdown.tsx';
import type { MarkdownComponents } from './markdown-components.ts';
import { MarkdownProvider } from './markdown-provider.tsx';

const components: MarkdownComponents = {
  a: ({ href, children }) => (
    <a href={href} data-own="link">
      {children}
    </a>
  ),
  h2: 'h4',
  p: ({ children }) => <p data-own="p">{children}</p>,
  table: ({ children }) => <table data-own="table">{children}</table>,
  img: ({ src, alt }) => <span data-own={src}>{alt}</span>,
  codeBlock: ({ code, language, isStreaming }) => (
    <pre data-own={language} data-streaming={isStreaming}>
      {code}
    </pre>
  ),
};

const text = `## Heading

A [link](https://example.com/), [none](javascript:alert(1)) and ![a chart](https://example.com/a.png).

| a | b |
| - | - |
| 1 | 2 |

\`\`\`ts
const x = 1;
\`\`\`
`;

test('components replace elements', async () => {
  const { container } = await render(<Markdown text={text} components={components} />);
  await expect.element(page.getByRole('heading', { level: 4, name: 'Heading' })).toBeVisible();
  const own = [...container.querySelectorAll('[data-own]')].map((element) =>
    element.getAttribute('data-own'),
  );
  expect(own).toEqual(['p', 'link', 'https://example.com/a.png', 'table', 'ts']);
  expect(container.querySelector('pre')?.textContent).toBe('const x = 1;');
});

test('components receive only safe URLs and no HTML', async () => {
  const onImage = vi.fn<() => null>(() => null);
  await render(
    <Markdown
      text={'![x](data:image/png,1) [y](javascript:alert(1)) <b>z</b>'}
      components={{ img: onImage }}
    />,
  );
  expect(onImage).not.toHaveBeenCalled();
  expect(document.querySelector('b')).toBeNull();
});

test('a codeBlock component receives isStreaming until the block is complete', async () => {
  const open = '```ts\nconst x';
  const screen = await render(<Markdown text={open} isStreaming components={components} />);
  const block = screen.container.querySelector('pre');
  expect(block?.dataset['streaming']).toBe('true');
  await screen.rerender(<Markdown text={`${open} = 1;\n\`\`\`\n`} components={components} />);
  expect(block?.dataset['streaming']).toBe('false');
  expect(screen.container.querySelector('pre')).toBe(block);
});

test('components of nested providers and of Markdown are merged', async () => {
  const { container } = await render(
    <MarkdownProvider components={components}>
      <MarkdownProvider components={{ strong: 'b' }}>
        <Markdown text="A **word**" components={{ p: 'section' }} />
      </MarkdownProvider>
    </MarkdownProvider>,
  );
  expect(container.querySelector('section > b')?.textContent).toBe('word');
});

test('stable components do not render finished blocks again, and keep their state', async () => {
  const rendered = vi.fn<(text: ReactNode) => void>();
  const counting: MarkdownComponents = {
    p: function Paragraph({ children }): ReactElement {
      const [first] = useState(children);
      rendered(first);
      return <p>{children}</p>;
    },
  };
  // The object is inline: only its entries are compared.
  const screen = await render(<Markdown text={'One\n\nTw'} isStreaming components={{ ...counting }} />);
  rendered.mockClear();
  await screen.rerender(<Markdown text={'One\n\nTwo'} isStreaming components={{ ...counting }} />);
  expect(rendered).toHaveBeenCalledTimes(1);
  expect(screen.container.querySelectorAll('p')[1]?.textContent).toBe('Two');
});

test('inline components and extensions of MarkdownProvider do not render a finished text again', async () => {
  const rendered = vi.fn<() => void>();
  const p = ({ children }: { children?: ReactNode }): ReactElement => {
    rendered();
    return <p>{children}</p>;
  };
  const child = <Markdown text="One" />;
  const app = (): ReactElement => (
    <MarkdownProvider components={{ p }} extensions={[]}>
      {child}
    </MarkdownProvider>
  );
  const screen = await render(app());
  rendered.mockClear();
  await screen.rerender(app());
  expect(rendered).not.toHaveBeenCalled();
});
