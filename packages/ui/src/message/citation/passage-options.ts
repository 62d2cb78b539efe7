import type { AssistantsApi, RunStepObject } from '@threadkit/core';
import { threadkitKeys } from '@threadkit/react/query';
import type { CitingMessage } from './citation-context.tsx';
import type { Citation } from './collect-citations.ts';
import { findPassage, guessPassage } from './find-passage.ts';

/** A response can cite what an earlier run of its thread has found: so many of them are read. */
const EARLIER_RUNS = 5;
const STEPS = 100;

/** The cited passage, from the `file_search` steps of the run, or of those before it. `null` when there is none. */
export function passageOptions(client: AssistantsApi, message: CitingMessage, citation: Citation) {
  const { thread_id: threadId = '', run_id } = message;
  const runId = run_id ?? '';
  const readSteps = async (id: string, signal: AbortSignal): Promise<readonly RunStepObject[]> => {
    const include = ['step_details.tool_calls[*].file_search.results[*].content'] as const;
    const page = await client.listRunSteps(threadId, id, { limit: STEPS, order: 'asc', include }, { signal });
    return page.data;
  };
  return {
    queryKey: [...threadkitKeys.run(client, threadId, runId), 'passages', citation.marker],
    // Passages never change, but what is not there yet may come.
    staleTime: ({ state }: { state: { data: string | null | undefined } }) =>
      typeof state.data === 'string' ? Number.POSITIVE_INFINITY : 0,
    retry: false,
    async queryFn({ signal }: { signal: AbortSignal }): Promise<string | null> {
      const steps = await readSteps(runId, signal);
      const own = findPassage(steps, citation) ?? guessPassage(steps, citation);
      if (own !== undefined) return own;
      const earlier = await client.listRuns(
        threadId,
        { limit: EARLIER_RUNS, order: 'desc', after: runId },
        { signal },
      );
      for (const { id } of earlier.data) {
        const passage = findPassage(await readSteps(id, signal), citation);
        if (passage !== undefined) return passage;
      }
      return null;
    },
  };
}
