import { createClient } from '@threadkit/core';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ThreadkitProvider } from '../provider/threadkit-provider.tsx';
import { useCapabilities } from './use-capabilities.ts';
import { useFiles } from './use-files.ts';

function Files() {
  return <p>{useFiles() ? 'some' : 'none'}</p>;
}

function KnownFiles() {
  useCapabilities();
  return <Files />;
}

const clientOf = (capabilities: string | undefined, files?: boolean) =>
  createClient({
    baseURL: 'http://api.test/v1',
    fetch: async () =>
      Response.json(
        { object: 'list', data: [], first_id: null, last_id: null, has_more: false },
        { headers: capabilities === undefined ? {} : { 'threadkit-capabilities': capabilities } },
      ),
    capabilities: files === undefined ? undefined : { files },
  });

test('useFiles returns undefined without a provider', async () => {
  await render(<Files />);
  await expect.element(page.getByText('none')).toBeVisible();
});

test.each([
  ['the API for a backend that declares files', 'listThreads,files', undefined, 'some'],
  ['undefined for a backend that declares other capabilities', 'listThreads', undefined, 'none'],
  ['the API for a backend that declares no capabilities', undefined, undefined, 'some'],
  ['undefined for a client with the preset files: false', undefined, false, 'none'],
])('useFiles returns %s', async (_name, declared, preset, expected) => {
  await render(
    <ThreadkitProvider client={clientOf(declared, preset)}>
      <KnownFiles />
    </ThreadkitProvider>,
  );
  await expect.element(page.getByText(expected)).toBeVisible();
});
