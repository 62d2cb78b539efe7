import type { MessageObject, RunObject, ThreadkitError } from '@threadkit/core';
import { expectTypeOf, test } from 'vitest';
import { useCreateMessage, useCreateRun, useDeleteThread } from '../index.ts';

test('callbacks of a mutation are typed by its data, variables and error', () => {
  useCreateMessage({
    onSuccess(message, variables) {
      expectTypeOf(message).toEqualTypeOf<MessageObject>();
      expectTypeOf(variables.threadId).toEqualTypeOf<string>();
    },
    onError(error) {
      expectTypeOf(error).toEqualTypeOf<ThreadkitError>();
    },
    retry: (count, error) => count < 3 && error.kind === 'network',
  });
});

test('the result of onMutate types the later callbacks', () => {
  const { mutate, data } = useCreateRun({
    onMutate: ({ threadId }) => ({ startedIn: threadId }),
    onError(_error, _variables, onMutateResult) {
      expectTypeOf(onMutateResult).toEqualTypeOf<{ startedIn: string } | undefined>();
    },
    onSuccess(_run, _variables, onMutateResult) {
      expectTypeOf(onMutateResult).toEqualTypeOf<{ startedIn: string }>();
    },
  });
  expectTypeOf(data).toEqualTypeOf<RunObject | undefined>();
  expectTypeOf(mutate).parameter(0).toHaveProperty('body');
});

test('mutationFn is a type error', () => {
  // @ts-expect-error The hook sends the request.
  useDeleteThread({ mutationFn: () => {} });
});
