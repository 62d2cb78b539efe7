import { createServer, memoryStorage, scripted } from '@threadkit/server';
import OpenAI from 'openai';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { AssistantsApi } from './assistants-api.ts';
import { createClient } from './create-client.ts';
import { fromOpenAI } from './from-openai.ts';

const server = createServer({
  storage: memoryStorage(),
  engine: scripted({ paceMs: 0 }),
  authorize: 'allow-everyone',
  limits: { fileBytes: 1000 },
});
afterAll(() => server.close());

const baseURL = 'http://in-process/v1';
const sdkOptions = {
  apiKey: 'unused',
  baseURL,
  maxRetries: 0,
  fetch: (url: string | URL | Request, init?: RequestInit) => server.fetch(new Request(url, init)),
};
const clients: Record<string, AssistantsApi> = {
  createClient: createClient({ baseURL, fetch: (request) => server.fetch(request) }),
  'fromOpenAI over the official SDK': fromOpenAI(new OpenAI(sdkOptions)),
};

describe.each(Object.entries(clients))('files of %s', (_name, client) => {
  it('files are downloaded as they were uploaded', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const sent = await client.files?.upload(new File([bytes], 'zoë "1".bin'));
    expect(sent).toMatchObject({
      object: 'file',
      bytes: 256,
      filename: 'zoë "1".bin',
      purpose: 'assistants',
    });
    const id = sent?.id ?? '';
    expect(await client.files?.get(id)).toEqual(sent);
    expect(await (await client.files?.content(id))?.bytes()).toEqual(bytes);
    expect(await client.files?.delete(id)).toEqual({ id, object: 'file', deleted: true });
    await expect(client.files?.content(id)).rejects.toMatchObject({ kind: 'api', status: 404 });
  });

  it('an uploaded image gets the purpose vision and the given name', async () => {
    const image = new Blob(['not really'], { type: 'image/png' });
    expect(await client.files?.upload(image, { name: 'a.png' })).toMatchObject({
      filename: 'a.png',
      purpose: 'vision',
    });
    expect(await client.files?.upload(image, { purpose: 'assistants' })).toMatchObject({
      filename: 'file',
      purpose: 'assistants',
    });
  });

  it('an upload reports 0 and the size where the platform reports no progress', async () => {
    const onProgress = vi.fn<(bytes: number) => void>();
    await client.files?.upload(new Blob(['12345']), { onProgress });
    expect(onProgress.mock.calls).toEqual([[0], [5]]);
  });

  it('a file that is too large is refused with a message', async () => {
    await expect(client.files?.upload(new Blob(['x'.repeat(1001)]))).rejects.toMatchObject({
      kind: 'api',
      status: 413,
      message: expect.stringMatching(/at most 1000 bytes/),
    });
  });

  it('an upload rejects as aborted', async () => {
    const signal = AbortSignal.abort();
    await expect(client.files?.upload(new Blob(['x']), { signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('an upload sets the capability files', async () => {
    await client.files?.upload(new Blob(['x']));
    expect(client.capabilities.files).toBe(true);
  });
});

it('the first 404 sets the capability files to false', async () => {
  const client = createClient({
    baseURL,
    fetch: async () => Response.json({ error: { message: 'Unknown request URL' } }, { status: 404 }),
  });
  await expect(client.files?.get('file_1')).rejects.toMatchObject({ status: 404 });
  expect(client.capabilities.files).toBe(false);
});
