import { describe, expectTypeOf, it } from 'vitest';
import { type ChatCompletionsDialect, chatCompletions } from './chat-completions.ts';

describe('chatCompletions', () => {
  it('takes a dialect beside a key and beside a client', () => {
    expectTypeOf(chatCompletions).toBeCallableWith({
      apiKey: 'x',
      dialect: { maxTokensField: 'max_tokens', omit: ['stream_options', 'strict'] },
    });
    expectTypeOf(chatCompletions).toBeCallableWith({ apiKey: 'x', dialect: undefined });
  });

  it('omits only what a request goes without', () => {
    expectTypeOf<'model'>().not.toExtend<NonNullable<ChatCompletionsDialect['omit']>[number]>();
    expectTypeOf<'messages'>().not.toExtend<NonNullable<ChatCompletionsDialect['omit']>[number]>();
    expectTypeOf<'parallel_tool_calls'>().toExtend<NonNullable<ChatCompletionsDialect['omit']>[number]>();
  });

  it('refuses a field for the budget that no provider has', () => {
    expectTypeOf<'maxTokens'>().not.toExtend<NonNullable<ChatCompletionsDialect['maxTokensField']>>();
  });
});
