import { isObject } from '../../shared/is-object.ts';
import type { EnginePrivate } from '../engine.ts';
import type { JsonObject } from './json-values.ts';

/** Members of the provider, with the model that wrote them: the engine may be set to another one by then. */
export function toPrivate(model: string, members: JsonObject): EnginePrivate {
  return { model, members };
}

/** The members to put into a request to this model. */
export function handedBack(kept: EnginePrivate | undefined, model: string): JsonObject {
  const members = kept?.['model'] === model ? kept['members'] : undefined;
  return isObject(members) ? members : {};
}
