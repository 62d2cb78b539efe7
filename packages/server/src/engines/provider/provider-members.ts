import type { EnginePrivate } from '../../shared/engine-private.ts';
import { isRecord } from '../../shared/is-record.ts';
import type { JsonObject } from './json-values.ts';

/** Wraps provider-specific members with the model that wrote them: the engine's model may be changed later. */
export function toPrivate(model: string, members: JsonObject): EnginePrivate {
  return { model, members };
}

/** The provider-specific members to send to this model; empty when another model wrote them. */
export function providerMembers(kept: EnginePrivate | undefined, model: string): JsonObject {
  const members = kept?.['model'] === model ? kept['members'] : undefined;
  return isRecord(members) ? members : {};
}
