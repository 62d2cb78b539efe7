import type { EngineEvent } from '../engine.ts';

/** What a script is made of: events, and pauses counted in pieces of the pace. */
export type Beat = EngineEvent | { readonly type: 'pause'; readonly pieces: number };
