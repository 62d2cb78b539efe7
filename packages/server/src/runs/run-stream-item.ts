import type { StoredEvent } from '../storage/storage.ts';

/** The elements of a run's stream. A comment keeps an idle connection open. */
export type RunStreamItem =
  | { readonly kind: 'events'; readonly events: readonly StoredEvent[] }
  | { readonly kind: 'comment' }
  | { readonly kind: 'done' };
