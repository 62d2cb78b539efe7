import { defineTool, type ToolCallState } from '@threadkit/core';
import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { useThread } from './use-thread.ts';

const wipe = defineTool({
  name: 'wipe',
  parameters: z.object({ path: z.string() }),
  execute: ({ path }) => path,
});
const weather = defineTool({
  name: 'weather',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  execute: ({ city }) => ({ city, celsius: 3 }),
});

test('the tools given to useThread type its calls', () => {
  const thread = useThread({ assistantId: 'asst_1', tools: [wipe, weather] });
  expectTypeOf(thread.toolCalls[0]).toEqualTypeOf<ToolCallState<typeof wipe | typeof weather> | undefined>();
  expectTypeOf(thread.toolCalls.map((call) => call.name)).toEqualTypeOf<('wipe' | 'weather')[]>();
});

test('without tools a call is open', () => {
  const thread = useThread({ threadId: undefined });
  expectTypeOf(thread.toolCalls.map((call) => call.name)).toEqualTypeOf<string[]>();
});
