import { defineTool, type ThreadkitError, type ToolCallState } from '@threadkit/core';
import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { useThread } from './use-thread.ts';
import { useToolCalls } from './use-tool-calls.ts';

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

test('the tools passed to useThread type its tool calls', () => {
  const thread = useThread({ assistantId: 'asst_1', tools: [wipe, weather] });
  expectTypeOf(thread.toolCalls[0]).toEqualTypeOf<ToolCallState<typeof wipe | typeof weather> | undefined>();
  expectTypeOf(thread.toolCalls.map((call) => call.name)).toEqualTypeOf<('wipe' | 'weather')[]>();
});

test('a tool call of useThread without tools has any name', () => {
  const thread = useThread({ threadId: undefined });
  expectTypeOf(thread.toolCalls.map((call) => call.name)).toEqualTypeOf<string[]>();
});

test('the tools passed to useToolCalls type the calls that it returns', () => {
  const calls = useToolCalls({ tools: [wipe, weather] });
  expectTypeOf(calls[0]).toEqualTypeOf<ToolCallState<typeof wipe | typeof weather> | undefined>();
  const [call] = useToolCalls({ runId: 'run_1', tools: [wipe] });
  if (call?.state === 'waiting') expectTypeOf(call.args).toEqualTypeOf<{ path: string }>();
});

test('a tool call of useToolCalls without tools has any name', () => {
  expectTypeOf(useToolCalls().map((call) => call.name)).toEqualTypeOf<string[]>();
});

test('useThread returns its error as ThreadkitError or null', () => {
  expectTypeOf(useThread({}).error).toEqualTypeOf<ThreadkitError | null>();
});
