// What a test of an app needs to rehearse every state of a run.
export { aCall, aMessage, aMessageStep, aRun, aThread, aToolStep, aWaitingRun } from './builders.ts';
export { type ClientCheck, clientContract } from './client-contract.ts';
export { type FakeEnvironment, fakeEnvironment, fakeLocks } from './fake-environment.ts';
export { settle, trackWork } from './pending-work.ts';
export { afterOutputsEvents, answerEvents, type RunEventOptions, toolRoundEvents } from './run-events.ts';
export { type ScriptedTurn, scriptedClient } from './scripted-client.ts';
