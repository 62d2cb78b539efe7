import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement, ReactNode } from 'react';
import { expect, waitFor } from 'storybook/test';
import { Markdown } from '../../markdown/markdown.tsx';
import type { LongListRow } from './group-rows.ts';
import { LongList } from './long-list.tsx';
import type { TextRow } from './text-rows.tsx';

const textOf = ({ key }: LongListRow): string =>
  `## Entry ${key}\n\nA row in full has **its own elements**: this one says _${key}_ in words, and \`${key}\` in code.`;

const renderRow = (row: LongListRow): ReactElement => (
  <div style={{ paddingBlock: 12 }}>
    <Markdown text={textOf(row)} />
  </div>
);
const getTextRow = (row: LongListRow): TextRow => ({ text: textOf(row) });

const rowsOf = (count: number): LongListRow[] =>
  Array.from({ length: count }, (_, index) => ({ key: String(index) }));

/** Rows in a scrolling element, without a conversation. */
function List({ rows }: { rows: readonly LongListRow[] }): ReactNode {
  return (
    <div
      data-slot="thread"
      role="region"
      aria-label="Entries"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling element must be focusable by keyboard
      tabIndex={0}
      style={{ display: 'block', height: '100dvh', overflowY: 'auto', padding: 24 }}
    >
      <LongList rows={rows} renderRow={renderRow} getTextRow={getTextRow} />
    </div>
  );
}

const meta: Meta<typeof List> = { title: 'Thread/Long list', component: List };
export default meta;

type Story = StoryObj<typeof List>;

export const ThousandRows: Story = {
  args: { rows: rowsOf(1_000) },
  async play({ canvasElement }) {
    await waitFor(() => expect(canvasElement.textContent).toContain('Entry 999'));
    await waitFor(() => expect(canvasElement.textContent).toContain('## Entry 500'));
    await waitFor(() => expect(canvasElement.querySelectorAll('h2').length).toBeLessThan(60));
  },
};

export const FewRows: Story = { args: { rows: rowsOf(3) } };
