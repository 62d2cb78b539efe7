/**
 * The contract alone: wire types, the table of operations, limits. Compiles without DOM and Node types.
 *
 * @example
 * ```ts
 * import { OPERATIONS } from '@threadkit/core/api';
 *
 * const paths = OPERATIONS.map(({ method, path }) => `${method} ${path}`);
 * ```
 */
export { citationNumber } from './citation-number.ts';
export type * from './contract.ts';
// Not in the main entry: apps load this table with their first file, and that of vector stores with their client.
export { FILE_OPERATIONS } from './file-operations.ts';
export * from './limits.ts';
export { listPage } from './list-page.ts';
export { BRANCHED_FROM_KEY, FAILURE_KEY, REPLACED_KEY, SUPERSEDED_BY_KEY } from './metadata-keys.ts';
export { ACCEPT_HEADER, CAPABILITIES_HEADER, EXTENSION_OPERATIONS, OPERATIONS } from './operations.ts';
export {
  ACTIVE_STATUSES,
  isActive,
  isTerminal,
  isTerminalEvent,
  TERMINAL_STATUSES,
} from './run-status.ts';
export { RUN_STATUSES } from './run-statuses.ts';
export { VECTOR_STORE_OPERATIONS } from './vector-store-operations.ts';
