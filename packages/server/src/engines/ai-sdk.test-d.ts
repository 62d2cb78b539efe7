import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV2, LanguageModelV3, LanguageModelV4 } from '@ai-sdk/provider';
import type { createProviderRegistry, customProvider, wrapLanguageModel } from 'ai';
import type { MockLanguageModelV3, MockLanguageModelV4 } from 'ai/test';
import { describe, expectTypeOf, it } from 'vitest';
import { type AiSdkModel, aiSdk } from './ai-sdk.ts';

const anthropic = createAnthropic();
const openai = createOpenAI();
const compatible = createOpenAICompatible({ name: 'acme', baseURL: 'http://localhost/v1' });

describe('aiSdk', () => {
  it('aiSdk accepts models of providers of the AI SDK', () => {
    expectTypeOf(aiSdk).toBeCallableWith({ model: anthropic('claude-sonnet-4-5') });
    expectTypeOf(aiSdk).toBeCallableWith({ model: openai('gpt-5') });
    expectTypeOf(aiSdk).toBeCallableWith({ model: openai.chat('gpt-5') });
    expectTypeOf(aiSdk).toBeCallableWith({ model: compatible('m') });
    expectTypeOf(aiSdk).toBeCallableWith({ model: compatible.chatModel('m') });
  });

  it('aiSdk accepts providers and functions of the name of a model', () => {
    expectTypeOf(aiSdk).toBeCallableWith({ model: anthropic });
    expectTypeOf(aiSdk).toBeCallableWith({ model: openai });
    expectTypeOf(aiSdk).toBeCallableWith({ model: compatible });
    expectTypeOf(aiSdk).toBeCallableWith({ model: (id: string) => compatible(id) });
  });

  it('a model is one of version 3 or 4 of the interface, also in middleware, registries and tests', () => {
    expectTypeOf<LanguageModelV4>().toExtend<AiSdkModel>();
    expectTypeOf<LanguageModelV3>().toExtend<AiSdkModel>();
    expectTypeOf<MockLanguageModelV4>().toExtend<AiSdkModel>();
    expectTypeOf<MockLanguageModelV3>().toExtend<AiSdkModel>();
    expectTypeOf<ReturnType<typeof wrapLanguageModel>>().toExtend<AiSdkModel>();
    expectTypeOf<ReturnType<ReturnType<typeof customProvider>['languageModel']>>().toExtend<AiSdkModel>();
    expectTypeOf<
      ReturnType<ReturnType<typeof createProviderRegistry>['languageModel']>
    >().toExtend<AiSdkModel>();
    expectTypeOf<LanguageModelV2>().not.toExtend<AiSdkModel>();
    expectTypeOf<string>().not.toExtend<AiSdkModel>();
  });

  it('a tool of a provider is accepted as it is returned', () => {
    const hostedTools = {
      web_search: anthropic.tools.webSearch_20250305({ maxUses: 2 }),
      file_search: openai.tools.fileSearch({ vectorStoreIds: ['vs_1'] }),
    };
    expectTypeOf(aiSdk).toBeCallableWith({ model: anthropic, hostedTools });
  });
});
