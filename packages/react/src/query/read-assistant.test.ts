import { QueryClient } from '@tanstack/react-query';
import { createClient } from '@threadkit/core';
import { expect, it } from 'vitest';
import { threadkitKeys } from './keys.ts';
import { createAssistantReader } from './read-assistant.ts';

function reader() {
  const requests: string[] = [];
  const client = createClient({
    baseURL: 'http://backend.test/v1',
    fetch: async (request) => {
      requests.push(new URL(request.url).pathname);
      return Response.json({ id: 'asst_1', object: 'assistant', tools: [{ type: 'code_interpreter' }] });
    },
  });
  const queryClient = new QueryClient();
  return { client, queryClient, requests, read: createAssistantReader(client, queryClient) };
}

it('an assistant is requested once for runs that follow each other', async () => {
  const { read, requests } = reader();
  await expect(read('asst_1')).resolves.toMatchObject({ tools: [{ type: 'code_interpreter' }] });
  await read('asst_1');
  expect(requests).toEqual(['/v1/assistants/asst_1']);
});

it('an assistant that a component has invalidated is requested again', async () => {
  const { client, queryClient, read, requests } = reader();
  await read('asst_1');
  await queryClient.invalidateQueries({ queryKey: threadkitKeys.assistant(client, 'asst_1') });
  await read('asst_1');
  expect(requests).toHaveLength(2);
});
