import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { onStage } from '../../../stories/decorators.tsx';
import { RunUsage } from './run-usage.tsx';

const meta: Meta<typeof RunUsage> = {
  title: 'Run/Usage',
  component: RunUsage,
  decorators: [onStage],
  args: { usage: { prompt_tokens: 1200, completion_tokens: 948, total_tokens: 2148 } },
};
export default meta;

type Story = StoryObj<typeof RunUsage>;

/** Input and output tokens, which every run has. */
export const Tokens: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('1,200')).toBeVisible();
    await expect(canvas.queryByText('Cost')).toBeNull();
  },
};

/** With cached and reasoning tokens, if the backend reports them, and the cost, if the app passes prices. */
export const WithCost: Story = {
  args: {
    usage: {
      prompt_tokens: 18_240,
      completion_tokens: 2148,
      total_tokens: 20_388,
      prompt_token_details: { cached_tokens: 16_384 },
      completion_tokens_details: { reasoning_tokens: 1280 },
    },
    prices: { currency: 'USD', inputPerMillion: 1.1, cachedInputPerMillion: 0.55, outputPerMillion: 4.4 },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('16,384 cached')).toBeVisible();
    await expect(canvas.getByText('1,280 reasoning')).toBeVisible();
    await expect(canvas.getByText('$0.021')).toBeVisible();
  },
};

/** An active run has no usage yet. */
export const ActiveRun: Story = {
  args: { usage: null },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('dl')).toBeNull();
  },
};
