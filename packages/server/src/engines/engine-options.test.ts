import { createAnthropic } from '@ai-sdk/anthropic';
import { describe, expect, it } from 'vitest';
import { aiSdk } from './ai-sdk.ts';
import { chatCompletions } from './chat-completions.ts';
import type { ContextWindow, Engine } from './engine.ts';
import { responses } from './responses.ts';

const engines: readonly [string, (window: ContextWindow) => Engine][] = [
  ['chatCompletions', (window) => chatCompletions({ apiKey: 'none', ...window })],
  ['responses', (window) => responses({ apiKey: 'none', ...window })],
  ['aiSdk', (window) => aiSdk({ model: createAnthropic({ apiKey: 'none' }), ...window })],
];

describe.each(engines)('%s', (name, make) => {
  it.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY, '8192' as unknown as number])(
    'a context window of %s is refused when the engine is created',
    (contextTokens) => {
      expect(() => make({ contextTokens })).toThrow(
        new RegExp(`^contextTokens of ${name} is .*\\. Set it to the number of tokens`),
      );
    },
  );

  it('a countTokens that is no function is refused when the engine is created', () => {
    const countTokens = 4 as unknown as ContextWindow['countTokens'];
    expect(() => make({ countTokens })).toThrow(`countTokens of ${name} is 4. Pass a function`);
  });
});

describe.each([
  ['chatCompletions', chatCompletions],
  ['responses', responses],
] as const)('%s', (name, make) => {
  it.each([
    ['', '""'],
    [undefined, 'missing'],
  ])('the key %j is refused when the engine is created', (apiKey, shown) => {
    expect(() => make({ apiKey: apiKey as string })).toThrow(
      new RegExp(`^apiKey of ${name} is ${shown}\\. Set it to the key of your provider, .* any text`),
    );
  });
});
