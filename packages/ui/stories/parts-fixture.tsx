import type { ReactNode } from 'react';
import * as Thread from '../src/thread/index.ts';

/** The column of a thread for single parts, without a conversation. */
export function PartsStage({ children }: { children: ReactNode }): ReactNode {
  return (
    <Thread.Root data-stage="parts">
      <div data-slot="thread-viewport">
        <div data-slot="thread-column">{children}</div>
      </div>
    </Thread.Root>
  );
}
