import type { StreamEvent } from '@threadkit/core/api';

/** The elements of a run's stream. A comment keeps an idle connection open. */
export type RunStreamItem =
  | { readonly kind: 'event'; readonly event: StreamEvent; readonly seq: number }
  | { readonly kind: 'comment' }
  | { readonly kind: 'done' };
