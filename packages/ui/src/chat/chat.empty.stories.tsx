import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ask } from '../../stories/composer-actions.ts';
import { InPage, type InPageOptions } from '../../stories/in-page.tsx';
import { Chat, type ChatProps } from './chat.tsx';

type Story = StoryObj<ChatProps & { server: InPageOptions }>;

const description = 'Answers questions about your services’ metrics and writes the summary afterwards.';

const meta: Meta<ChatProps & { server: InPageOptions }> = {
  title: 'Chat/Empty',
  component: Chat,
  args: { assistantId: 'asst_demo', server: { description } },
  render: ({ server, ...props }) => (
    <InPage options={server}>
      <Chat {...props} />
    </InPage>
  ),
};
export default meta;

/** Defaults: a greeting with the assistant's name and description, and three starter prompts. */
export const Greeting: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Hello, I’m Demo.')).toBeVisible();
    await expect(canvas.getByText(description)).toBeVisible();
    await expect(canvas.getAllByRole('listitem')).toHaveLength(3);
  },
};

/** An assistant without a description: a general greeting. */
export const WithoutDescription: Story = {
  args: { server: {} },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('How can I help you today?')).toBeVisible();
  },
};

/** The assistant cannot be loaded. */
export const AssistantUnavailable: Story = {
  args: { assistantId: 'asst_unknown', server: {} },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Hello.')).toBeVisible();
  },
};

/** The app's texts override the defaults. */
export const CustomTexts: Story = {
  args: {
    description: 'Ask about your order, a delivery or a return.',
    starterPrompts: ['Where is my order?', 'I want to return something', 'Change my address'],
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Where is my order?' })).toBeVisible();
    await expect(canvas.queryByText(/Hello/)).toBeNull();
  },
};

/** The app shows only the composer. */
export const ComposerOnly: Story = {
  args: { description: '', starterPrompts: [] },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toBeVisible();
    await expect(canvas.queryByRole('listitem')).toBeNull();
  },
};

/** In a sidebar the composer is at the bottom from the start, with the starter prompts above it. */
export const Sidebar: Story = {
  render: ({ server, ...props }) => (
    <InPage options={server}>
      <Chat {...props} style={{ width: 340, marginInlineStart: 'auto' }} />
    </InPage>
  ),
  play: async ({ canvas }) => {
    const [starterPrompt] = await canvas.findAllByRole('listitem');
    const composer = canvas.getByRole('textbox', { name: 'Message' });
    const bottom = starterPrompt?.getBoundingClientRect().bottom;
    await expect(bottom).toBeLessThan(composer.getBoundingClientRect().top);
  },
};

/** In a wide and low window the empty state scrolls, and the composer stays visible. */
export const LowWindow: Story = {
  render: ({ server, ...props }) => (
    <InPage options={server}>
      <Chat {...props} style={{ height: 280 }} />
    </InPage>
  ),
  play: async ({ canvas }) => {
    await canvas.findAllByRole('listitem');
    const composer = canvas.getByRole('textbox', { name: 'Message' });
    await expect(composer.getBoundingClientRect().bottom).toBeLessThan(280);
  },
};

/** With the first message the composer moves to the bottom. */
export const FirstMessage: Story = {
  play: async ({ canvas }) => {
    await ask(canvas, 'What is Threadkit?');
    await canvas.findByRole('group', { name: 'Response details' });
    await expect(canvas.queryByText('Hello, I’m Demo.')).toBeNull();
  },
};
