export type * from './assistant.ts';
export type * from './error-body.ts';
export type * from './event.ts';
export type * from './file.ts';
export type { FileOperationName } from './file-operations.ts';
export type * from './message.ts';
export type * from './metadata.ts';
export {
  CAPABILITIES_HEADER,
  type Capability,
  EXTENSION_OPERATIONS,
  type ExtensionOperationName,
  OPERATIONS,
  type Operation,
  type OperationName,
} from './operations.ts';
export type * from './page.ts';
export type * from './run.ts';
export { RUN_STATUSES } from './run.ts';
export type * from './run-options.ts';
export type * from './run-step.ts';
export type * from './thread.ts';
export type * from './tool.ts';
