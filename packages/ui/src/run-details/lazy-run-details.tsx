'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import { useCallsLabel } from '../run-timeline/use-calls-label.ts';
import { useWords } from '../words/words-provider.tsx';
import type { RunDetailsProps } from './run-details.tsx';

function NotLoaded(): ReactNode {
  const { run } = useWords();
  return <p data-slot="run-details-failure">{run.notLoaded}</p>;
}

const RunDetails = lazy(() => import('./run-details.tsx').catch(() => ({ default: NotLoaded })));

/** The details of a run, loaded when they are first shown: most receipts are never opened. */
export function LazyRunDetails(props: Omit<RunDetailsProps, 'callsLabel'>): ReactNode {
  const callsLabel = useCallsLabel();
  return (
    <Suspense>
      <RunDetails {...props} callsLabel={callsLabel} />
    </Suspense>
  );
}
