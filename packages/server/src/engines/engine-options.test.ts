import { createAnthropic } from '@ai-sdk/anthropic';
import OpenAI from 'openai';
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

describe.each<[string, (options: never) => Engine]>([
  ['chatCompletions', chatCompletions],
  ['responses', responses],
  ['aiSdk', aiSdk],
])('%s', (name, make) => {
  const create = (options?: unknown) => () => make(options as never);

  it('a call without options is refused with what to pass', () => {
    expect(create()).toThrow(`The argument of ${name} is missing. Pass an object with `);
    expect(create('sk-1')).toThrow(`The argument of ${name} is "sk-1". Pass an object with `);
  });

  it('an unknown option is refused with the known ones', () => {
    expect(create({ baseUrl: 'http://localhost:11434/v1' })).toThrow(
      new RegExp(
        `^${name} has no option "baseUrl"\\. There are: .*\\bmodel, .*\\bcontextTokens, countTokens\\.$`,
      ),
    );
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

  it.each(['localhost:11434', 'llm.example.com/v1', 'ftp://llm.example.com', ' ', 8080 as unknown as string])(
    'the address %j is refused when the engine is created, without showing it',
    (baseURL) => {
      expect(() => make({ apiKey: 'none', baseURL })).toThrow(
        `baseURL of ${name} is not an http or https URL. Set it to the address of your provider with its scheme, such as 'http://localhost:11434/v1'`,
      );
    },
  );

  it('an empty address is refused, for which the SDK would call OpenAI', () => {
    expect(() => make({ apiKey: 'none', baseURL: '' })).toThrow(`baseURL of ${name} is empty. Set it to`);
  });

  it('a key or an address next to a client is refused, since it would be ignored', () => {
    const client = new OpenAI({ apiKey: 'none' });
    for (const [option, value] of Object.entries({ apiKey: 'none', baseURL: 'http://127.0.0.1/v1' })) {
      expect(() => make({ client, [option]: value })).toThrow(`${name} has both client and ${option}. Leave`);
    }
  });

  it('a client that is undefined is none', () => {
    expect(() => make({ client: undefined, apiKey: 'none' })).not.toThrow();
  });

  it('a client that is none is refused when the engine is created', () => {
    const client = OpenAI as unknown as OpenAI;
    expect(() => make({ client })).toThrow(`client of ${name} is a function. Pass a client of the openai`);
  });
});
