/**
 * Test helpers for apps: builders of wire objects, scripted streams, a fake clock.
 *
 * @example
 * ```ts
 * const client = scriptedClient([{ events: responseEvents('Hello there') }]);
 * const controller = createThreadController({ client, assistantId: 'asst_1', environment: fakeEnvironment() });
 * await controller.send('Hi');
 * await settle();
 * ```
 */
export { normalizeRunState } from '../run/normalize-run-state.ts';
export {
  aCall,
  aMessage,
  aMessageStep,
  aReasoningStep,
  aRun,
  aThread,
  aToolStep,
  aWaitingRun,
} from './builders.ts';
export { type ClientCheck, clientContract } from './client-contract.ts';
export { type FakeEnvironment, fakeEnvironment, fakeLocks } from './fake-environment.ts';
export { settle, trackWork } from './pending-work.ts';
export {
  afterOutputsEvents,
  type RunEventOptions,
  requiresActionEvents,
  responseEvents,
} from './run-events.ts';
export { type ScriptedStream, scriptedClient } from './scripted-client.ts';
