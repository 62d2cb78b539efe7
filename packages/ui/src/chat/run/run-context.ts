'use client';

import type { RunObject } from '@threadkit/core';
import type { RunItem } from '@threadkit/react';
import type { Provider } from 'react';
import { createPartContext } from '../../internals/create-part-context.ts';

/** State that the parts of one run share. */
export interface RunContextValue {
  readonly runId: string;
  /** Undefined while the run loads. */
  readonly run: RunObject | undefined;
  readonly isActive: boolean;
  readonly items: readonly RunItem[];
  /** The user message that the run responds to. */
  readonly questionKey: string | undefined;
  /** The run is the last row. Its outcome offers an action only then. */
  readonly isLast: boolean;
}

const [provider, read] = createPartContext<RunContextValue>('Chat.Run');

export const RunProvider: Provider<RunContextValue | null> = provider;

/** The run around this part. @throws Outside of `Chat.Run`, naming `part`. */
export const useRunContext: (part: string) => RunContextValue = read;
