import type { Meta, StoryObj } from '@storybook/react-vite';
import { defineTool } from '@threadkit/core';
import type { ReactNode } from 'react';
import { expect, userEvent, waitFor } from 'storybook/test';
import { Chat } from '../src/chat/chat.tsx';
import { InPage } from './in-page.tsx';
import { type Language, languages } from './languages.ts';

const tools = [
  defineTool({
    name: 'change_theme',
    parameters: { type: 'object', properties: { theme: { type: 'string' } }, required: ['theme'] },
    needsApproval: true,
    execute: ({ theme }) => `The theme is ${theme} now.`,
  }),
];

interface SpokenProps {
  language: Language;
}

/** The page sets the direction, the locale sets the strings. */
function Spoken({ language }: SpokenProps): ReactNode {
  return (
    <div dir={language === 'ar' ? 'rtl' : 'ltr'} data-stage="chat">
      <InPage>
        <Chat assistantId="asst_demo" tools={tools} locale={languages[language]} />
      </InPage>
    </div>
  );
}

/** A conversation with a pending approval, in each language. */
const meta: Meta<SpokenProps> = {
  title: 'Overview/Languages',
  component: Spoken,
  play: async ({ args, canvas, canvasElement }) => {
    const { approval, composer, message, run, thread, tool } = languages[args.language];
    const box = await canvas.findByRole('textbox', { name: composer.label });
    await userEvent.type(box, 'Change the theme to dark, please{Enter}');
    const question = approval.question(tool.labelsFor('change_theme').action);
    await canvas.findByRole('region', { name: question });
    await userEvent.click(canvas.getByRole('button', { name: approval.approve }));
    await canvas.findByRole('group', { name: run.details });
    await expect(canvas.getByRole('article', { name: message.assistant })).toBeVisible();

    const log = canvas.getByRole('log', { name: thread.label });
    const root = canvasElement.querySelector('[data-slot="thread"]');
    await expect(root).toHaveAttribute('lang', languages[args.language].languageTag);
    await expect(root).not.toHaveAttribute('dir');
    await expect(getComputedStyle(log).direction).toBe(args.language === 'ar' ? 'rtl' : 'ltr');
    // The direction of typed text follows its first letter.
    await waitFor(() => expect(canvas.getByText('Change the theme to dark, please')).toBeVisible());
  },
};
export default meta;

type Story = StoryObj<SpokenProps>;

export const English: Story = { args: { language: 'en' } };
export const German: Story = { args: { language: 'de' } };
export const Spanish: Story = { args: { language: 'es' } };
export const French: Story = { args: { language: 'fr' } };
export const Japanese: Story = { args: { language: 'ja' } };
export const Chinese: Story = { args: { language: 'zh-CN' } };
export const Arabic: Story = { args: { language: 'ar' } };
