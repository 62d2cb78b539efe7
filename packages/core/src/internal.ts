/**
 * What `@threadkit/react` and `@threadkit/ui` of the same version need from core. Not covered by semantic versioning: any
 * release may change or remove it. Apps import from `@threadkit/core`.
 */
export { listPage } from './api/list-page.ts';
export { randomId } from './environment/plain-environment.ts';
export { toThreadkitError } from './errors/to-threadkit-error.ts';
export { isRecord } from './is-record.ts';
export { parseJson } from './parse-json.ts';
export { toRows, visibleLocalMessages } from './thread/state/merge-timeline.ts';
export { createSubscribers, type Subscribers } from './thread/state/subscribers.ts';
export { readFailure } from './tools/failure-text.ts';
