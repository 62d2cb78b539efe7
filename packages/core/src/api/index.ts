export * from './contract.ts';
// Not in the main entry, whose apps load it with their first file.
export { FILE_OPERATIONS } from './file-operations.ts';
export * from './limits.ts';
export { ACTIVE_STATUSES, isActive, isTerminal, isTerminalEvent, TERMINAL_STATUSES } from './run-status.ts';
