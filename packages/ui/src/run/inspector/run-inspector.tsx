'use client';

import { useRunRecording } from '@threadkit/react';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../internals/notice/error-notice.tsx';
import { useInspectorStrings } from '../../locales/inspector-strings.ts';
import { RunInspectorView, type RunInspectorViewProps } from './run-inspector-view.tsx';

/** Props of `RunInspector`. */
export interface RunInspectorProps extends Omit<RunInspectorViewProps, 'events' | 'children'> {
  /** The thread of the run. */
  threadId: string;
  /** The run whose events are loaded. */
  runId: string;
}

/**
 * Steps through the events of a run and the state after each, and copies the events as a test fixture. Follows an active
 * run. Shows a notice if the backend stores no events. Renders a `<section>`; requires a `<ThreadkitProvider>`.
 */
export function RunInspector({ threadId, runId, ...props }: RunInspectorProps): ReactNode {
  const strings = useInspectorStrings();
  const { events, status, error, retry } = useRunRecording({ threadId, runId });
  return (
    <RunInspectorView events={events} aria-busy={status === 'reading'} {...props}>
      {status === 'reading' && events.length === 0 && (
        <p data-visually-hidden="" role="status">
          {strings.loading}
        </p>
      )}
      {(status === 'unsupported' || status === 'expired') && (
        <p data-slot="run-inspector-notice">{strings[status]}</p>
      )}
      {status === 'failed' && error && <ErrorNotice error={error} onRetry={retry} />}
    </RunInspectorView>
  );
}
