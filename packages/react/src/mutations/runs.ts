'use client';
import {
  type CreateRunRequest,
  isActive,
  type ModifyRunRequest,
  type RunObject,
  type SubmitToolOutputsRunRequest,
} from '@threadkit/core';
import type { ThreadkitScope } from '../provider/threadkit-context.ts';
import { useWrite } from './use-write.ts';

interface RunIds {
  threadId: string;
  runId: string;
}

/** The run changed outside its controller: whoever looks at the thread follows it. */
function keep({ bridge, registry }: ThreadkitScope, run: RunObject): void {
  bridge.onPersisted({ threadId: run.thread_id, messages: [], run });
  if (isActive(run)) registry.find(run.thread_id)?.follow(run);
}

/** Starts a run without sending a message. To send in a chat, use `useThread().send`. */
export function useCreateRun() {
  return useWrite(
    ({ client }, { threadId, body }: { threadId: string; body: CreateRunRequest }) =>
      client.createRun(threadId, body),
    keep,
  );
}

/** Only once the run is no longer active. */
export function useModifyRun() {
  return useWrite(
    ({ client }, { threadId, runId, body }: RunIds & { body: ModifyRunRequest }) =>
      client.modifyRun(threadId, runId, body),
    keep,
  );
}

export function useCancelRun() {
  return useWrite(({ client }, { threadId, runId }: RunIds) => client.cancelRun(threadId, runId), keep);
}

/** Answers a run's calls by hand, all of them at once. Tools given to `useThread` do this by themselves. */
export function useSubmitToolOutputsToRun() {
  return useWrite(
    ({ client }, { threadId, runId, body }: RunIds & { body: SubmitToolOutputsRunRequest }) =>
      client.submitToolOutputsToRun(threadId, runId, body),
    keep,
  );
}
