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

test('there are none without a provider', async () => {
  await render(<Files />);
  await expect.element(page.getByText('none')).toBeVisible();
});

test.each([
  ['a backend that declares them', 'listThreads,files', undefined, 'some'],
  ['one that declares others', 'listThreads', undefined, 'none'],
  ['one that says nothing: worth a try', undefined, undefined, 'some'],
  ['one of which the app knows that it keeps none', undefined, false, 'none'],
])('of %s', async (_name, declared, preset, expected) => {
  await render(
    <ThreadkitProvider client={clientOf(declared, preset)}>
      <KnownFiles />
    </ThreadkitProvider>,
  );
  await expect.element(page.getByText(expected)).toBeVisible();
});
