export { type EngineGate, type EngineGateOptions, engineGate } from './engine-gate.ts';
