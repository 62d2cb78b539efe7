import type {
  AssistantObject,
  MessageObject,
  RunObject,
  RunStepObject,
  ThreadkitError,
  ThreadObject,
} from '@threadkit/core';
import { expectTypeOf, test } from 'vitest';
import {
  useAssistant,
  useAssistants,
  useMessage,
  useMessages,
  useRun,
  useRunStep,
  useRunSteps,
  useRuns,
  useSuspenseMessages,
  useSuspenseRun,
  useSuspenseRunSteps,
  useThreads,
} from '../index.ts';

test('read hooks without select return the objects of the API', () => {
  const threadId = 'thread_1';
  const runId = 'run_1';
  expectTypeOf(useAssistants().data).toEqualTypeOf<readonly AssistantObject[] | undefined>();
  expectTypeOf(useAssistant({ assistantId: 'asst_1' }).data).toEqualTypeOf<AssistantObject | undefined>();
  expectTypeOf(useThreads().data).toEqualTypeOf<readonly ThreadObject[] | undefined>();
  expectTypeOf(useMessages({ threadId }).data).toEqualTypeOf<readonly MessageObject[] | undefined>();
  expectTypeOf(useMessage({ threadId, messageId: 'msg_1' }).data).toEqualTypeOf<MessageObject | undefined>();
  expectTypeOf(useRuns({ threadId }).data).toEqualTypeOf<readonly RunObject[] | undefined>();
  expectTypeOf(useRun({ threadId, runId }).data).toEqualTypeOf<RunObject | undefined>();
  expectTypeOf(useRunSteps({ threadId, runId }).data).toEqualTypeOf<readonly RunStepObject[] | undefined>();
  expectTypeOf(useRunStep({ threadId, runId, stepId: 'step_1' }).data).toEqualTypeOf<
    RunStepObject | undefined
  >();
  expectTypeOf(useSuspenseRun({ threadId, runId }).data).toEqualTypeOf<RunObject>();
});

test('the error of a read hook is a ThreadkitError', () => {
  expectTypeOf(useRun({ threadId: 't', runId: 'r' }).error).toEqualTypeOf<ThreadkitError | null>();
  expectTypeOf(useMessages({ threadId: 't' }).error).toEqualTypeOf<ThreadkitError | null>();
});

test('query options other than select keep the type of data', () => {
  const run = useRun({
    threadId: 't',
    runId: 'r',
    query: { enabled: false, staleTime: 1_000, refetchInterval: 5_000 },
  });
  expectTypeOf(run.data).toEqualTypeOf<RunObject | undefined>();
});

test('the result of select types data', () => {
  const threadId = 't';
  const runId = 'r';
  const status = useRun({ threadId, runId, query: { select: (run) => run.status } });
  expectTypeOf(status.data).toEqualTypeOf<RunObject['status'] | undefined>();
  const names = useAssistants({ query: { select: (assistants) => assistants.map(({ name }) => name) } });
  expectTypeOf(names.data).toEqualTypeOf<(string | null)[] | undefined>();
  const count = useMessages({ threadId, query: { select: (messages) => messages.length } });
  expectTypeOf(count.data).toEqualTypeOf<number | undefined>();
  const ids = useThreads({ query: { select: (threads) => threads.map(({ id }) => id) } });
  expectTypeOf(ids.data).toEqualTypeOf<string[] | undefined>();
  const runs = useRuns({ threadId, query: { select: (all) => all.length } });
  expectTypeOf(runs.data).toEqualTypeOf<number | undefined>();
  const steps = useSuspenseRunSteps({ threadId, runId, query: { select: (all) => all.length } });
  expectTypeOf(steps.data).toEqualTypeOf<number>();
  const first = useSuspenseMessages({ threadId, query: { select: ([message]) => message?.id } });
  expectTypeOf(first.data).toEqualTypeOf<string | undefined>();
});

test('status narrows data', () => {
  const run = useRun({ threadId: 't', runId: 'r' });
  if (run.isSuccess) expectTypeOf(run.data).toEqualTypeOf<RunObject>();
  if (run.isPending) expectTypeOf(run.data).toEqualTypeOf<undefined>();
});

test('options that a hook sets itself are type errors', () => {
  // @ts-expect-error The hook sets the key.
  useRun({ threadId: 't', runId: 'r', query: { queryKey: ['mine'] } });
  // @ts-expect-error A suspense hook cannot be disabled.
  useSuspenseRun({ threadId: 't', runId: 'r', query: { enabled: false } });
});
