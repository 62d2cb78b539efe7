import type { Scope, Storage } from '../storage/storage.ts';
import type { OpenWork } from './close-open-work.ts';

/** Reads the unfinished work of a run: only its newest step and message can be open. */
export async function readOpenWork(storage: Storage, scope: Scope): Promise<OpenWork> {
  const [steps, messages] = await Promise.all([
    storage.steps.list(scope, { order: 'desc', limit: 1 }),
    storage.messages.list(scope, { order: 'desc', limit: 1 }),
  ]);
  const step = steps?.data[0];
  const message = messages?.data[0];
  return {
    step: step?.status === 'in_progress' ? step : undefined,
    message: message?.status === 'in_progress' ? message : undefined,
  };
}
