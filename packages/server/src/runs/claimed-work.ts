import type { RunObject } from '@threadkit/core/api';
import type { Scope, Storage } from '../storage/storage.ts';
import { NO_WORK, type OpenWork, readOpenStep, readOpenWork } from './open-work.ts';
import { ToolBatch } from './tools/tool-batch.ts';

/** Recoveries after which a run fails. */
const MAX_RECOVERIES = 3;

/** What earlier executions of a run have left to the one that has claimed it. */
export interface ClaimedWork {
  readonly open: OpenWork;
  /** The calls of an ended model call that the server still has to execute; undefined when there is no such model call. */
  readonly batch: ToolBatch | undefined;
}

export async function readClaimedWork(storage: Storage, scope: Scope, run: RunObject): Promise<ClaimedWork> {
  const open = await readOpen(storage, scope, run);
  return { open, batch: await readBatch(storage, scope, open) };
}

/**
 * What to do with a run that was claimed while it was in progress, so that an earlier worker has lost it. `restart`: its unfinished model
 * call is closed, and made again.
 */
export function decideRecovery(
  recoveries: number,
  { open, batch }: ClaimedWork,
): 'give up' | 'restart' | 'continue' {
  if (recoveries > MAX_RECOVERIES) return 'give up';
  return !batch && (open.step || open.message) ? 'restart' : 'continue';
}

async function readOpen(storage: Storage, scope: Scope, run: RunObject): Promise<OpenWork> {
  // It was not claimed before.
  if (run.started_at === null) return NO_WORK;
  // A client has submitted outputs: only the step of their calls can be open.
  if (run.status === 'queued') return { step: await readOpenStep(storage, scope), message: undefined };
  return readOpenWork(storage, scope);
}

async function readBatch(storage: Storage, scope: Scope, { step }: OpenWork): Promise<ToolBatch | undefined> {
  if (step?.type !== 'tool_calls') return undefined;
  const [stepPrivate] = await storage.listStepPrivates(scope, [step.id]);
  return stepPrivate?.executions && new ToolBatch(step, stepPrivate);
}
