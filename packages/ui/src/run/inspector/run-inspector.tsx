'use client';

import { useRunRecording } from '@threadkit/react';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../internals/notice/error-notice.tsx';
import { inspectorEn } from '../../locales/inspector-strings.ts';
import { RunInspectorView, type RunInspectorViewProps } from './run-inspector-view.tsx';

export interface RunInspectorProps extends Omit<RunInspectorViewProps, 'frames' | 'children'> {
  threadId: string;
  runId: string;
}

/**
 * What happened in a run, event by event: go back in time to see what was known, and copy the events as a fixture
 * for a test. Follows a run that lives. Needs a backend that keeps events, and says so where it does not. Renders a
 * `<section>`; needs a `<ThreadkitProvider>`.
 */
export function RunInspector({
  threadId,
  runId,
  inspectorLocale = inspectorEn,
  ...props
}: RunInspectorProps): ReactNode {
  const { frames, status, error, retry } = useRunRecording({ threadId, runId });
  return (
    <RunInspectorView
      frames={frames}
      inspectorLocale={inspectorLocale}
      aria-busy={status === 'reading'}
      {...props}
    >
      {status === 'reading' && frames.length === 0 && (
        <p data-visually-hidden="" role="status">
          {inspectorLocale.reading}
        </p>
      )}
      {(status === 'unsupported' || status === 'expired') && (
        <p data-slot="run-inspector-absence">{inspectorLocale[status]}</p>
      )}
      {status === 'failed' && error && <ErrorNotice error={error} onRetry={retry} />}
    </RunInspectorView>
  );
}
