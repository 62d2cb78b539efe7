import type { EngineEvent } from '../engine.ts';

/** One step of a script: an event, or a pause in multiples of the pace. */
export type ScriptStep = EngineEvent | { readonly type: 'pause'; readonly pieces: number };
