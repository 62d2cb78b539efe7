import type { StreamEvent } from '../api/index.ts';
import { isRecord } from '../is-record.ts';
import { EXAMPLES } from './contract-examples.ts';
import { fill, hasId, type Members } from './fill.ts';

/** The event names of the contract, with their objects. */
const EVENT =
  /^(?:error|thread\.created|thread\.(message|run\.step|run)\.(delta|created|queued|in_progress|requires_action|completed|incomplete|failed|cancelling|cancelled|expired))$/;

/** Whether the contract has an event of this name. */
export function isEventName(name: string): boolean {
  return EVENT.test(name);
}

/**
 * The data of an event with the members that readers rely on. Additional members stay. Undefined for data that does not match
 * the name: an object without an id, a delta that is null.
 */
export function readEvent(event: string, given: Members): StreamEvent | undefined {
  const [, subject, happened] = EVENT.exec(event) ?? [];
  const kind = subject === 'message' ? 'Message' : subject === 'run' ? 'Run' : 'RunStep';
  let data: unknown = given;
  if (happened === 'delta') {
    data = isRecord(given['delta']) && hasId(given) && fill({ delta: EXAMPLES[`${kind}Delta`] ?? {} }, given);
  } else if (subject) data = readObject(kind, given);
  return data ? ({ event, data } as unknown as StreamEvent) : undefined;
}

/** An object of the contract. Undefined without an id, or without a status where the contract requires one. */
export function readObject(kind: string, value: unknown): Members | undefined {
  const isWhole = hasId(value) && (!kind.startsWith('Run') || typeof value['status'] === 'string');
  return isWhole ? (fill(EXAMPLES[kind] ?? {}, value) as Members) : undefined;
}
