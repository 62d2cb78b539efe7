export { createLongThread } from './create-long-thread.ts';
export { type EngineGate, type EngineGateOptions, engineGate, SOME_WORDS } from './engine-gate.ts';
export { type HandFedRun, handFedRun } from './hand-fed-run.ts';
export {
  ASSISTANT,
  type InProcessServer,
  type InProcessServerOptions,
  type Interceptor,
  inProcessServer,
} from './in-process-server.ts';
