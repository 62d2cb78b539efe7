import OpenAI from 'openai';
import OpenAI6 from 'openai-6';
import { expect, it, onTestFinished } from 'vitest';
import { serve } from '../../src/node/serve.ts';
import type { ServerOptions } from '../../src/server/server-options.ts';
import { memoryStorage } from '../../src/storage/memory/memory-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { testServer } from '../../src/testing/test-server.ts';
import { createWireLog, type Used } from '../wire/wire-log.ts';

type Sdk = typeof OpenAI;

/** The tests use the newer types; the older major has the same methods at run time. */
export const SDKS: readonly (readonly [version: string, sdk: Sdk])[] = [
  ['6.49', OpenAI6 as unknown as Sdk],
  ['7.57', OpenAI],
];

export interface SdkWorld {
  /** The SDK's module object, for its error classes. */
  readonly sdk: Sdk;
  readonly client: OpenAI;
  readonly threads: OpenAI['beta']['threads'];
  readonly assistants: OpenAI['beta']['assistants'];
  readonly url: string;
  /** Of the server. */
  readonly storage: Storage;
}

/**
 * A test that talks to a server over HTTP with the official SDK, once per major. `uses` names the operations that it
 * covers: each must have a response with status 200 (a stream: read to its `done`), and every response and event must match
 * the schemas. The table in docs/coverage.md is generated from these names.
 */
export function sdkTest(
  title: string,
  uses: readonly Used[],
  run: (world: SdkWorld) => Promise<void>,
  options: Partial<ServerOptions> = {},
): void {
  it.each(SDKS)(`${title} (openai %s)`, async (_version, sdk) => {
    const { storage = memoryStorage() } = options;
    const { server, faults } = testServer({ ...options, storage });
    const { url, close } = await serve({ server, port: 0 });
    onTestFinished(close);
    const log = createWireLog();
    const client = new sdk({ apiKey: 'any', baseURL: `${url}/v1`, fetch: log.fetch, maxRetries: 0 });
    const { threads, assistants } = client.beta;
    await run({ sdk, client, threads, assistants, url, storage });
    expect(log.problems).toEqual([]);
    expect([...log.used]).toEqual(expect.arrayContaining([...uses]));
    expect(faults).toEqual([]);
  });
}
