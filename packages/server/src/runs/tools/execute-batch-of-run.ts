import type { RunObject } from '@threadkit/core/api';
import type { Lease } from '../../storage/storage.ts';
import { toolFailed, toolInterrupted } from '../describe-conditions.ts';
import type { RunContext } from '../run-context.ts';
import { type ExecuteBatchOptions, executeBatch } from './execute-batch.ts';
import { principalOfOwner } from './principal-of-owner.ts';
import type { ToolBatch } from './tool-batch.ts';

export interface BatchOfRunOptions
  extends Pick<ExecuteBatchOptions, 'tools' | 'signal' | 'store' | 'observed'> {
  readonly run: RunObject;
  readonly lease: Pick<Lease, 'owner' | 'principal'>;
  readonly batch: ToolBatch;
}

/** Executes the server's calls of a batch for the principal of its run, and reports faults of the tools to the operator. */
export function executeBatchOfRun(
  { setTimer, maxToolOutputChars, log, onError }: RunContext,
  { run, lease, batch, ...options }: BatchOfRunOptions,
): Promise<void> {
  return executeBatch(batch, {
    ...options,
    run,
    principal: lease.principal ?? principalOfOwner(lease.owner),
    maxOutputChars: maxToolOutputChars,
    setTimer,
    onFault: (error, name) => onError(error, `tool ${name} of run ${run.id}`),
    onInterrupted: (call) => log.write(toolInterrupted(run, call)),
    onFailed: (call, reason) => log.write(toolFailed(run, call, reason)),
  });
}
