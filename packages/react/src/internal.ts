/**
 * What `@threadkit/ui` of the same version needs from react. Not covered by semantic versioning: any release may change or
 * remove it. Apps import from `@threadkit/react`.
 *
 * @packageDocumentation
 */

export { useLatest } from './hooks/internal/use-latest.ts';
export { useShallowStable } from './hooks/internal/use-shallow-stable.ts';
export { ThreadkitContext } from './provider/threadkit-context.ts';
