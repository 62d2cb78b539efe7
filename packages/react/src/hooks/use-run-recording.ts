'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { useThreadkit } from '../provider/threadkit-context.ts';
import { createRunRecorder, type Recording } from '../run-recording/run-recording.ts';

/** Options of `useRunRecording`. */
export interface UseRunRecordingOptions {
  /** The thread of the run. */
  threadId: string;
  /** The run whose events to read. */
  runId: string;
}

/** Result of `useRunRecording`. */
export interface UseRunRecordingResult extends Recording {
  /** Resumes after the last event, when reading has failed. */
  retry(): void;
}

/**
 * Reads every event of a run with the state after it, oldest first: replays an ended run, follows an active one. Needs
 * a backend with the capability `runEvents`; `status` is `'unsupported'` otherwise.
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
