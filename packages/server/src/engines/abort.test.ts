import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { describe, expect, it } from 'vitest';
import { engineInput, playModelCall } from '../testing/engine-contract.ts';
import { loopbackProvider } from '../testing/loopback-provider.ts';
import { gate } from '../testing/step-engine.ts';
import { aiSdk } from './ai-sdk.ts';
import { chatCompletions } from './chat-completions.ts';
import type { Engine } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { responses } from './responses.ts';

const ENGINES: readonly (readonly [name: string, make: (baseURL: string) => Engine])[] = [
  ['chatCompletions', (baseURL) => chatCompletions({ apiKey: 'x', baseURL })],
  ['responses', (baseURL) => responses({ apiKey: 'x', baseURL })],
  [
    'aiSdk with @ai-sdk/openai-compatible',
    (baseURL) => aiSdk({ model: createOpenAICompatible({ name: 'acme', apiKey: 'x', baseURL }) }),
  ],
  ['aiSdk with @ai-sdk/anthropic', (baseURL) => aiSdk({ model: createAnthropic({ apiKey: 'x', baseURL }) })],
];

describe.each(ENGINES)('%s, aborted while it waits', (_name, make) => {
  it.each([
    ['does not respond', false],
    ['has sent only the head of its response', true],
  ])(
    'a provider that %s is disconnected, and no failure of the model is reported',
    async (_what, sendsHead) => {
      const [arrived, closed] = [gate(), gate()];
      const provider = await loopbackProvider((response) => {
        response.on('close', closed.open);
        if (sendsHead) response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
        arrived.open();
      });
      const stop = new AbortController();
      const outcome = playModelCall(make(`${provider.url}/v1`), engineInput(), stop.signal).catch(
        (error: unknown) => error,
      );
      await arrived.opened;
      stop.abort();
      const result = await outcome;
      expect(result).not.toBeInstanceOf(EngineError);
      if (!(result instanceof Error)) expect(result).toEqual([]);
      await closed.opened;
    },
  );
});
