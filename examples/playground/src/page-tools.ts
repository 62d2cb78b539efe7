import { defineTool } from '@threadkit/core';
import { z } from 'zod';
import { setTheme } from './theme.ts';

/** Asks first, then really changes how this page looks. */
export const changeTheme = defineTool({
  name: 'change_theme',
  description: 'Changes the colour theme of the page the person is looking at.',
  parameters: z.object({
    theme: z.enum(['light', 'dark', 'system']).describe('system follows the operating system'),
  }),
  approval: true,
  execute: ({ theme }) => {
    setTheme(theme);
    return theme === 'system' ? 'The page now follows the system.' : `The page is now ${theme}.`;
  },
});

/** Runs without asking: nothing changes when it is wrong. */
export const rollDice = defineTool({
  name: 'roll_dice',
  description: 'Rolls dice and says what they show.',
  parameters: z.object({
    sides: z.int().min(2).max(100).default(6).describe('Sides of each die'),
    count: z.int().min(1).max(10).default(1).describe('How many dice'),
  }),
  repeatable: true,
  execute: ({ sides, count }) => {
    const rolls = Array.from({ length: count }, () => rollOne(sides));
    const dice = count === 1 ? 'one die' : `${count} dice`;
    return `Rolled ${dice} with ${sides} sides: ${rolls.join(', ')}.`;
  },
});

function rollOne(sides: number): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (random % sides) + 1;
}
