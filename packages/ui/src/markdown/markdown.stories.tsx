import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { answerText } from '../stories/answer-text.ts';
import { onStage } from '../stories/decorators.tsx';
import { Markdown } from './markdown.tsx';

const meta: Meta<typeof Markdown> = { title: 'Message/Markdown', component: Markdown, decorators: [onStage] };
export default meta;

type Story = StoryObj<typeof Markdown>;

const everything = `# Level one

## Level two

### Level three

A paragraph with **strong**, *emphasis*, ~~struck~~, \`code\`, a [link](https://example.com) and a
line break\\
here. A very long word: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.

- one
- two
  1. nested
  2. list
- three

- [x] done
- [ ] not done

> A quotation, with \`code\` in it.

---

![A chart](https://example.com/chart.png) and <b>HTML</b> stay text.

| Left | Number | A column with quite long text in it |
|---|---|---|
| a | 1,200 ms | The quick brown fox jumps over the lazy dog, and does so again and again. |
| b | 3 ms | Short. |

\`\`\`python
def change_point(rows):  # the first one
    return next(r for r in rows if r["p95"] > 2 * baseline)
\`\`\`

\`\`\`
no language
\`\`\`
`;

export const Answer: Story = { args: { text: answerText } };

export const Everything: Story = {
  args: { text: everything },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { name: 'Level three', level: 3 })).toBeVisible();
    await expect(canvas.queryByRole('img', { name: 'A chart' })).toBeNull();
    await expect(canvas.getByRole('img', { name: 'Not done' })).toBeVisible();
  },
};

/** Cut anywhere, the open end is shown as if it were finished. */
export const HalfWritten: Story = {
  args: { text: 'The value is **212', isStreaming: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('212')).toHaveStyle({ fontWeight: '600' });
  },
};
