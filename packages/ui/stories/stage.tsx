import type { ReactNode } from 'react';
import * as Thread from '../src/thread/index.ts';

/** A column as parts stand in, without a conversation around them. */
export function PartsStage({ children }: { children: ReactNode }): ReactNode {
  return (
    <Thread.Root data-stage="parts">
      <div data-slot="thread-viewport">
        <div data-slot="thread-column">{children}</div>
      </div>
    </Thread.Root>
  );
}
