'use client';
import {
  type CreateRunRequest,
  isActive,
  type ModifyRunRequest,
  type RunObject,
  type SubmitToolOutputsRunRequest,
} from '@threadkit/core';
import type { ThreadkitContextValue } from '../provider/threadkit-context.ts';
import { type MutationHookOptions, type MutationHookResult, useApiMutation } from './use-api-mutation.ts';

/** Variables of `useCreateRun`. */
export interface CreateRunVariables {
  /** The thread to start the run on. */
  threadId: string;
  /** The assistant, and parameters over those of the assistant. */
  body: CreateRunRequest;
}

/** Variables of `useModifyRun`. */
export interface ModifyRunVariables {
  /** The thread of the run. */
  threadId: string;
  /** The run to change. */
  runId: string;
  /** The new metadata, which replaces the whole map. */
  body: ModifyRunRequest;
}

/** Variables of `useCancelRun`. */
export interface CancelRunVariables {
  /** The thread of the run. */
  threadId: string;
  /** The run to cancel. */
  runId: string;
}

/** Variables of `useSubmitToolOutputsToRun`. */
export interface SubmitToolOutputsToRunVariables {
  /** The thread of the run. */
  threadId: string;
  /** The run that requires the outputs. */
  runId: string;
  /** One output for each required call. */
  body: SubmitToolOutputsRunRequest;
}

/** Starts a run without sending a message. To send in a chat, use `useThread().send`. */
export function useCreateRun<OnMutateResult = unknown>(
  options: MutationHookOptions<RunObject, CreateRunVariables, OnMutateResult> = {},
): MutationHookResult<RunObject, CreateRunVariables, OnMutateResult> {
  return useApiMutation(
    { request: (client, { threadId, body }) => client.createRun(threadId, body), updateCache: storeRun },
    options,
  );
}

/** Changes the metadata of a run. The API refuses this while the run is active. */
export function useModifyRun<OnMutateResult = unknown>(
  options: MutationHookOptions<RunObject, ModifyRunVariables, OnMutateResult> = {},
): MutationHookResult<RunObject, ModifyRunVariables, OnMutateResult> {
  return useApiMutation(
    {
      request: (client, { threadId, runId, body }) => client.modifyRun(threadId, runId, body),
      updateCache: storeRun,
    },
    options,
  );
}

/** Cancels a run. The returned run may still be `cancelling`; pages that show its thread follow it to its end. */
export function useCancelRun<OnMutateResult = unknown>(
  options: MutationHookOptions<RunObject, CancelRunVariables, OnMutateResult> = {},
): MutationHookResult<RunObject, CancelRunVariables, OnMutateResult> {
  return useApiMutation(
    { request: (client, { threadId, runId }) => client.cancelRun(threadId, runId), updateCache: storeRun },
    options,
  );
}

/**
 * Submits the outputs of all tool calls that a run waits for. The tools passed to `useThread` submit theirs without
 * this hook.
 */
export function useSubmitToolOutputsToRun<OnMutateResult = unknown>(
  options: MutationHookOptions<RunObject, SubmitToolOutputsToRunVariables, OnMutateResult> = {},
): MutationHookResult<RunObject, SubmitToolOutputsToRunVariables, OnMutateResult> {
  return useApiMutation(
    {
      request: (client, { threadId, runId, body }) => client.submitToolOutputsToRun(threadId, runId, body),
      updateCache: storeRun,
    },
    options,
  );
}

/** Also makes the thread's controller follow the run, because the controller did not start it. */
function storeRun({ cacheWriter, registry }: ThreadkitContextValue, run: RunObject): void {
  cacheWriter.onPersisted({ threadId: run.thread_id, messages: [], run });
  if (isActive(run)) registry.find(run.thread_id)?.follow(run);
}
