import type { MessageObject, RunStepObject } from '@threadkit/core/api';
import { isRecord } from '../shared/is-record.ts';
import type { StoredEvent } from './storage.ts';

/** Members whose values continue the text before them. All others replace a value. */
const TEXTS: ReadonlySet<string> = new Set(['value', 'refusal', 'arguments', 'input', 'logs']);

/** Whether a message or step is still being written by its run, so that later delta events continue it. */
export function isOpenObject({
  run_id: runId,
  status,
}: {
  run_id?: string | null;
  status?: string;
}): boolean {
  return status === 'in_progress' && typeof runId === 'string';
}

/**
 * A message or step with the deltas among these events, which come after its stored state and in order. Events of other objects
 * have no effect. For storages: rows in progress are read with the delta events that were stored after them.
 */
export function applyDeltas<R extends MessageObject | RunStepObject>(
  object: R,
  events: readonly StoredEvent[],
): R {
  const name = deltaEventOf(object);
  let grown: object = object;
  for (const { event, json } of events) {
    if (event !== name) continue;
    const data: unknown = JSON.parse(json);
    if (isRecord(data) && data['id'] === object.id && isRecord(data['delta'])) {
      grown = mergeMembers(grown, data['delta']);
    }
  }
  // Deltas only extend the content of a message and the details of a step.
  return grown as R;
}

/** The name of the delta events that continue an object. */
export function deltaEventOf({
  object,
}: Pick<MessageObject | RunStepObject, 'object'>): StoredEvent['event'] {
  return object === 'thread.message' ? 'thread.message.delta' : 'thread.run.step.delta';
}

/** `path` is the name of the member after that of its parent. */
function merge(path: string, name: string, before: unknown, delta: unknown): unknown {
  const isText = TEXTS.has(name) || path === 'reasoning.text';
  if (typeof delta === 'string' && typeof before === 'string' && isText) return before + delta;
  if (Array.isArray(delta) && delta.every(hasIndex)) return mergeItems(before, delta);
  return isRecord(delta) ? mergeMembers(before, delta, name) : delta;
}

function mergeMembers(before: unknown, delta: object, parent = ''): Record<string, unknown> {
  const merged: Record<string, unknown> = isRecord(before) ? { ...before } : {};
  for (const [name, value] of Object.entries(delta)) {
    merged[name] = merge(`${parent}.${name}`, name, merged[name], value);
  }
  return merged;
}

/** Items of a delta have an index, which those of the object lack. */
function mergeItems(before: unknown, deltas: readonly { readonly index: number }[]): unknown[] {
  const items: unknown[] = Array.isArray(before) ? [...before] : [];
  for (const { index, ...item } of deltas) items[index] = mergeMembers(items[index], item);
  return items;
}

function hasIndex(item: unknown): item is { readonly index: number } {
  return isRecord(item) && typeof item['index'] === 'number';
}
