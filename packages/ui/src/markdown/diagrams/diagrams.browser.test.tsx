import { eventually } from '@threadkit/testing/eventually';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Markdown } from '../markdown.tsx';
import { MarkdownProvider } from '../markdown-provider.tsx';
import { diagrams } from './diagrams.tsx';
import type { Mermaid } from './draw-diagram.ts';

const calls: string[] = [];
/** Draws a box, with scripts that must not run. */
const drawing: Mermaid = {
  initialize: ({ securityLevel, theme }) => void calls.push(`${String(securityLevel)} ${String(theme)}`),
  render(_id, text) {
    calls.push(text);
    if (!text.startsWith('flowchart')) return Promise.reject(new Error('Parse error'));
    return Promise.resolve({
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="100%" viewBox="0 0 300 120" onload="window.hacked = true"><script>window.hacked = true</script><rect width="300" height="120" fill="teal"/></svg>`,
    });
  },
};
const load = () => Promise.resolve({ default: drawing });
const fence = (code: string): string => `\`\`\`mermaid\n${code}\n\`\`\`\n`;
const image = page.getByRole('img', { name: 'Diagram' });

test('a complete mermaid block renders as an image of its intrinsic size that runs no script', async () => {
  calls.length = 0;
  const extensions = [diagrams(load)];
  await render(
    <MarkdownProvider extensions={extensions}>
      <Markdown text={fence('flowchart LR; a-->b')} />
    </MarkdownProvider>,
  );
  await expect.element(image).toBeVisible();
  const element = image.element() as HTMLImageElement;
  await element.decode();
  expect([element.naturalWidth, element.naturalHeight]).toEqual([300, 120]);
  expect('hacked' in window).toBe(false);
  expect(calls).toEqual(['strict neutral', 'flowchart LR; a-->b']);
  await expect.element(page.getByText('a-->b')).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Code' }).click();
  await expect.element(page.getByText('flowchart LR; a-->b')).toBeVisible();
});

test('a diagram is drawn once, when its block is complete', async () => {
  calls.length = 0;
  const extensions = [diagrams(load)];
  const view = (text: string, isStreaming: boolean) => (
    <MarkdownProvider extensions={extensions}>
      <Markdown text={text} isStreaming={isStreaming} />
    </MarkdownProvider>
  );
  const screen = await render(view('```mermaid\nflowchart LR; a--', true));
  await expect.element(page.getByText('flowchart LR; a--')).toBeVisible();
  expect(calls).toEqual([]);
  await screen.rerender(view(fence('flowchart LR; a-->b'), true));
  await expect.element(image).toBeVisible();
  await screen.unmount();
  await render(view(fence('flowchart LR; a-->b'), false));
  await expect.element(image).toBeVisible();
  expect(calls).toHaveLength(2);
});

test('an invalid diagram stays a code block, and the next diagram is drawn', async () => {
  const extensions = [diagrams(load)];
  await render(
    <MarkdownProvider extensions={extensions}>
      <Markdown text={`${fence('nonsense')}\n${fence('flowchart TD; c-->d')}`} />
    </MarkdownProvider>,
  );
  await expect.element(image).toBeVisible();
  await expect.element(page.getByText('nonsense')).toBeVisible();
});

test('a diagram stays a code block if mermaid cannot be loaded', async () => {
  const failing = vi.fn<typeof load>(() => Promise.reject(new Error('offline')));
  const extensions = [diagrams(failing)];
  await render(
    <MarkdownProvider extensions={extensions}>
      <Markdown text={fence('flowchart LR; e-->f')} />
    </MarkdownProvider>,
  );
  await eventually(() => expect(failing).toHaveBeenCalledTimes(1));
  await expect.element(page.getByText('flowchart LR; e-->f')).toBeVisible();
});
