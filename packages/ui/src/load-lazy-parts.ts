/** The components that are not in the first bundle. */
export type LazyParts = typeof import('./lazy-parts.ts');

/** Loads the components that are not in the first bundle. Rejects if loading fails. */
export function loadLazyParts(): Promise<LazyParts> {
  return import('./lazy-parts.ts');
}

/** Loads them before they are needed. A failure is reported by the component that renders then. */
export function preloadLazyParts(): void {
  loadLazyParts().catch(() => undefined);
}
