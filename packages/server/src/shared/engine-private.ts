/**
 * Opaque data that the engine's provider requires back. Stored beside the step of the calls, where no route, event or log
 * shows it, and passed back with the history to the same engine and model.
 */
export type EnginePrivate = Readonly<Record<string, unknown>>;
