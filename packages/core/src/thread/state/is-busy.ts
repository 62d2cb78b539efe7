import { isActive } from '../../api/run-status.ts';
import type { ThreadSnapshot } from '../types.ts';

/** Whether a message is being sent or a run is active: a message sent now waits in the queue by default. */
export function isBusy({ status, run }: Pick<ThreadSnapshot, 'status' | 'run'>): boolean {
  return status === 'sending' || isActive(run);
}
