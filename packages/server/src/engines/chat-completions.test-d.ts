import { describe, expectTypeOf, it } from 'vitest';
import {
  type ChatCompletionsDialect,
  type ChatCompletionsDialectName,
  chatCompletions,
  chatCompletionsDialects,
} from './chat-completions.ts';

describe('chatCompletions', () => {
  it('chatCompletions accepts a dialect with a key and with a client', () => {
    expectTypeOf(chatCompletions).toBeCallableWith({
      apiKey: 'x',
      dialect: { maxTokensField: 'max_tokens', omit: ['stream_options', 'strict'] },
    });
    expectTypeOf(chatCompletions).toBeCallableWith({ apiKey: 'x', dialect: undefined });
  });

  it('a dialect is a known name, or an object that may extend a known one', () => {
    expectTypeOf(chatCompletions).toBeCallableWith({ apiKey: 'x', dialect: 'ollama' });
    expectTypeOf(chatCompletions).toBeCallableWith({
      apiKey: 'x',
      dialect: { ...chatCompletionsDialects.mistral, instructions: 'first-user' },
    });
    expectTypeOf<'olama'>().not.toExtend<ChatCompletionsDialectName>();
  });

  it('a dialect omits only optional request fields', () => {
    expectTypeOf<'model'>().not.toExtend<NonNullable<ChatCompletionsDialect['omit']>[number]>();
    expectTypeOf<'messages'>().not.toExtend<NonNullable<ChatCompletionsDialect['omit']>[number]>();
    expectTypeOf<'parallel_tool_calls'>().toExtend<NonNullable<ChatCompletionsDialect['omit']>[number]>();
  });

  it('a dialect refuses an unknown name for the budget field', () => {
    expectTypeOf<'maxTokens'>().not.toExtend<NonNullable<ChatCompletionsDialect['maxTokensField']>>();
  });
});
