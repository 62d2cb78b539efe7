import type { StreamEvent } from '@threadkit/core/api';

/** What a stream of a run is made of. A comment keeps the connection open where nothing happens. */
export type RunFrame =
  | { readonly kind: 'event'; readonly event: StreamEvent; readonly seq: number }
  | { readonly kind: 'comment' }
  | { readonly kind: 'done' };
