import { defineTool } from '@threadkit/core';
import { toolView } from '@threadkit/ui';
import * as z from 'zod';
import { setTheme } from './theme.ts';

// The page's content security policy forbids `new Function`, which zod would otherwise try.
z.config({ jitless: true });

const questions = {
  light: 'Switch this page to the light theme?',
  dark: 'Switch this page to the dark theme?',
  system: 'Let this page follow the system’s theme?',
};

/** Changes the theme of the page after the user's approval. */
export const changeTheme = defineTool({
  name: 'change_theme',
  description: 'Changes the color theme of the page.',
  parameters: z.object({
    theme: z.enum(['light', 'dark', 'system']).describe('system follows the operating system'),
  }),
  needsApproval: true,
  execute: ({ theme }) => {
    setTheme(theme);
    return theme === 'system' ? 'The page now follows the system.' : `The page is now ${theme}.`;
  },
});

/** Runs without approval, because it changes nothing. */
export const rollDice = defineTool({
  name: 'roll_dice',
  description: 'Rolls dice and says what they show.',
  parameters: z.object({
    dice: z.int().min(1).max(10).default(1).describe('How many'),
    sides: z.int().min(2).max(100).default(6).describe('Sides of each'),
  }),
  idempotent: true,
  execute: ({ dice, sides }) => {
    const rolls = Array.from({ length: dice }, () => rollOne(sides));
    return `${dice === 1 ? 'One die' : `${dice} dice`} with ${sides} sides: ${rolls.join(', ')}.`;
  },
});

function rollOne(sides: number): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (random % sides) + 1;
}

/** Labels of the tools in the conversation. */
export const toolViews = [
  toolView(changeTheme, {
    labels: {
      question: ({ theme }) => questions[theme],
      action: 'Change theme',
      detail: ({ theme }) => theme ?? '',
    },
  }),
  toolView(rollDice, {
    labels: { detail: ({ dice, sides }) => [dice, sides].filter(Boolean).join(' × ') },
  }),
];
