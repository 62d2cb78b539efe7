import { useQueryClient } from '@tanstack/react-query';
import { isThreadkitError } from '@threadkit/core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { inPage } from '../../test/in-page.tsx';
import { useCreateAssistant, useDeleteThread } from '../index.ts';
import { threadkitKeys } from '../query/keys.ts';

test('onSuccess of the app runs after the hook has updated the cache, with the result of onMutate', async () => {
  const page = inPage();
  const calls: unknown[] = [];
  function Creator() {
    const cache = useQueryClient();
    const { mutate } = useCreateAssistant({
      onMutate: ({ body }) => `creating ${body.name}`,
      onSuccess(assistant, _variables, onMutateResult) {
        const cached = cache.getQueryData(threadkitKeys.assistant(page.client, assistant.id));
        calls.push(onMutateResult, cached === assistant);
      },
      onSettled: () => void calls.push('settled'),
    });
    return <button onClick={() => mutate({ body: { model: 'scripted', name: 'Ada' } })}>create</button>;
  }
  const screen = await render(page.wrap(<Creator />));
  await screen.getByText('create').click();
  await expect.poll(() => calls).toEqual(['creating Ada', true, 'settled']);
});

test('onError of the app gets the ThreadkitError of a refused request', async () => {
  const page = inPage();
  let refusal: unknown;
  function Deleter() {
    const { mutate, isError } = useDeleteThread({
      onError(error) {
        refusal = error;
      },
    });
    return (
      <button onClick={() => mutate({ threadId: 'thread_unknown' })}>{isError ? 'failed' : 'delete'}</button>
    );
  }
  const screen = await render(page.wrap(<Deleter />));
  await screen.getByText('delete').click();
  await expect.element(screen.getByText('failed')).toBeVisible();
  expect(isThreadkitError(refusal) && refusal.status).toBe(404);
});
