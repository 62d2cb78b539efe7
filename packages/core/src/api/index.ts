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
export * from './contract.ts';
// Not in the main entry: apps load this table with their first file.
export { FILE_OPERATIONS } from './file-operations.ts';
export * from './limits.ts';
export { ACTIVE_STATUSES, isActive, isTerminal, isTerminalEvent, TERMINAL_STATUSES } from './run-status.ts';
