import type { SharedV4ProviderOptions } from '@ai-sdk/provider';
import { isRecord } from '../../shared/is-record.ts';
import { parseJson } from '../provider/json-values.ts';

/** What a provider requires back with a part, by provider: received as `providerMetadata`, sent as `providerOptions`. */
export type ProviderMetadata = SharedV4ProviderOptions;

/** Longer metadata is dropped: it is stored with the run. */
const MAX_CHARS = 1_000_000;

/** A copy of the value as JSON; undefined when it cannot be represented. */
export function toJson(value: unknown): unknown {
  try {
    const text: string | undefined = JSON.stringify(value);
    return text === undefined ? undefined : parseJson(text);
  } catch {
    return undefined;
  }
}

/** Metadata of a part; undefined when there is none, or when it is malformed or too long. */
export function readMetadata(value: unknown): ProviderMetadata | undefined {
  if (!isRecord(value)) return undefined;
  const copy = toJson(value);
  return isMetadata(copy) && JSON.stringify(copy).length <= MAX_CHARS ? copy : undefined;
}

export function isMetadata(value: unknown): value is ProviderMetadata {
  if (!isRecord(value)) return false;
  const members = Object.values(value);
  return members.length > 0 && members.every(isRecord);
}

/**
 * Metadata for a call whose model call is not sent back with it: without ids of items that the provider stores, because it refuses
 * an item without those it was generated with, such as its reasoning.
 */
export function withoutItemIds(metadata: ProviderMetadata): ProviderMetadata | undefined {
  const kept = Object.entries(metadata).flatMap(([provider, members]) => {
    const others = Object.entries(members).filter(([name]) => name !== 'itemId');
    return others.length === 0 ? [] : [[provider, Object.fromEntries(others)] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
