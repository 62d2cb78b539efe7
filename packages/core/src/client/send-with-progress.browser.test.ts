import { describe, expect, it, vi } from 'vitest';
import { createClient } from './create-client.ts';

// The test page's own server responds: it reads the whole body, then responds with 404.
const baseURL = new URL('/__no_such_place', globalThis.location?.href ?? 'http://nowhere.test').href;
const file = new File([new Uint8Array(3_000_000)], 'a.bin');

describe.skipIf(typeof XMLHttpRequest === 'undefined')('sendWithProgress', () => {
  it('an upload reports bytes sent, at most the size of the file, and resolves with the response', async () => {
    const onProgress = vi.fn<(bytes: number) => void>();
    const client = createClient({ baseURL });
    const sent = client.files?.upload(file, { onProgress });
    await expect(sent).rejects.toMatchObject({ name: 'ThreadkitError', kind: 'api', status: 404 });
    const reported = onProgress.mock.calls.map(([bytes]) => bytes);
    expect(reported[0]).toBe(0);
    expect(reported.length).toBeGreaterThan(1);
    expect(reported).toEqual(reported.toSorted((a, b) => a - b));
    expect(reported.at(-1)).toBe(file.size);
  });

  it('an upload rejects when the server does not respond', async () => {
    const client = createClient({ baseURL: 'http://127.0.0.1:9/v1' });
    await expect(client.files?.upload(file, { onProgress: () => {} })).rejects.toMatchObject({
      kind: 'network',
    });
  });

  it('an upload stops when it is aborted', async () => {
    const stop = new AbortController();
    const client = createClient({ baseURL });
    const sent = client.files?.upload(file, {
      signal: stop.signal,
      onProgress: (bytes) => {
        if (bytes > 0) stop.abort();
      },
    });
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
  });
});
