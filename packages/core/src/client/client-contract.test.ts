import { createServer, memoryStorage, scripted } from '@threadkit/server';
import OpenAI from 'openai';
import { afterAll, describe, expect, it } from 'vitest';
import { clientContract } from '../testing/client-contract.ts';
import type { AssistantsApi } from './assistants-api.ts';
import { createClient } from './create-client.ts';
import { fromOpenAI } from './from-openai.ts';

const server = createServer({
  storage: memoryStorage(),
  engine: scripted({ paceMs: 0 }),
  authorize: 'allow-everyone',
  assistants: [{ id: 'asst_demo', model: 'scripted', name: 'Demo' }],
});
afterAll(() => server.close());

const baseURL = 'http://in-process/v1';
const sdk = new OpenAI({
  apiKey: 'unused',
  baseURL,
  maxRetries: 0,
  fetch: (url, init) => server.fetch(new Request(url, init)),
});

const clients: Record<string, AssistantsApi> = {
  createClient: createClient({ baseURL, fetch: (request) => server.fetch(request) }),
  'fromOpenAI over the official SDK': fromOpenAI(sdk),
};

describe.each(Object.entries(clients))('%s', (_name, client) => {
  it.each(clientContract)('$name', async ({ run }) => {
    await run(client, 'asst_demo');
  });

  it('a client reads the backend’s capabilities from its responses', async () => {
    await client.listAssistants();
    expect(client.capabilities).toMatchObject({ runEvents: true, listThreads: true });
    await expect(client.listThreads?.()).resolves.toMatchObject({ object: 'list' });
  });
});

describe('fromOpenAI', () => {
  it('a call through fromOpenAI rejects as aborted when the caller aborts', async () => {
    const signal = AbortSignal.abort();
    await expect(fromOpenAI(sdk).getThread('thread_1', { signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('fromOpenAI reports an unreachable server when the SDK cannot connect', async () => {
    const alone = new OpenAI({
      apiKey: 'unused',
      baseURL,
      maxRetries: 0,
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    await expect(fromOpenAI(alone).listAssistants()).rejects.toMatchObject({ kind: 'network' });
  });
});
