'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { createRunRecorder, type Recording } from '../run-recording/run-recording.ts';

export interface UseRunRecordingOptions {
  threadId: string;
  runId: string;
}

export interface UseRunRecordingResult extends Recording {
  /** Goes on behind the last event, after a failure. */
  retry(): void;
}

/**
 * Every event of a run with the state after it, from the first to the newest: replayed where the run has ended,
 * followed while it lives. Only where the backend keeps events; `status` tells.
 */
export function useRunRecording({ threadId, runId }: UseRunRecordingOptions): UseRunRecordingResult {
  const { client, environment } = useThreadkit();
  const recorder = useMemo(
    () => createRunRecorder(client, environment, threadId, runId),
    [client, environment, threadId, runId],
  );
  const recording = useSyncExternalStore(recorder.subscribe, recorder.getSnapshot, recorder.getSnapshot);
  return { ...recording, retry: recorder.retry };
}
