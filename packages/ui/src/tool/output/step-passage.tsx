'use client';

import { useQuery } from '@tanstack/react-query';
import type { AssistantsApi, RunStepObject } from '@threadkit/core';
import { useClient } from '@threadkit/react';
import { threadkitKeys } from '@threadkit/react/query';
import type { ReactNode } from 'react';
import { useFileStrings } from '../../locales/file-strings.ts';
import { useToolDetailStrings } from '../../locales/tool-detail-strings.ts';
import { Passage } from './passage.tsx';
import { passageOf } from './search-results.tsx';

type Step = Pick<RunStepObject, 'id' | 'run_id' | 'thread_id'>;

export interface StepPassageProps {
  step: Step;
  /** The `file_search` call of the step. */
  callId: string;
  /** Of the result. */
  index: number;
}

/** The passage of a result, which backends leave out of steps unless it is asked for. One request loads those of a step. */
export function StepPassage({ step, callId, index }: StepPassageProps): ReactNode {
  const strings = useToolDetailStrings();
  const { loadFailed } = useFileStrings();
  const { data, isPending, isError } = useQuery(stepWithPassagesOptions(useClient(), step));
  if (isPending) return null;
  const details = data?.step_details;
  const call =
    details?.type === 'tool_calls' ? details.tool_calls.find(({ id }) => id === callId) : undefined;
  const result = call?.type === 'file_search' ? call.file_search.results?.[index] : undefined;
  const passage = result ? passageOf(result) : '';
  return passage === '' ? <p>{isError ? loadFailed : strings.noPassage}</p> : <Passage>{passage}</Passage>;
}

function stepWithPassagesOptions(client: AssistantsApi, { id, run_id: runId, thread_id: threadId }: Step) {
  return {
    queryKey: [...threadkitKeys.runStep(client, threadId, runId, id), 'passages'],
    // Passages never change. A failed request is sent again when a result is opened again.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      client.getRunStep(threadId, runId, id, {
        include: ['step_details.tool_calls[*].file_search.results[*].content'],
        signal,
      }),
  };
}
