import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { ObservedRun, RunEnd, RunStart } from '../shared/instrumentation.ts';
import type { Instruments } from './instruments.ts';
import { observeModelCall } from './observe-model-call.ts';
import { observeToolExecution } from './observe-tool-execution.ts';

const ENDED: readonly RunEnd['outcome'][] = ['completed', 'incomplete', 'failed', 'cancelled', 'expired'];

/** A span of one execution of a run. It begins a trace, because a run belongs to a worker and not to a request. */
export function observeRun(tracer: Tracer, instruments: Instruments, start: RunStart): ObservedRun {
  const { runsClaimed, runsEnded, activeRuns, runDuration } = instruments;
  const model = { 'gen_ai.request.model': start.model };
  const span = tracer.startSpan(
    `run ${start.model}`,
    {
      kind: SpanKind.INTERNAL,
      attributes: {
        ...model,
        'gen_ai.conversation.id': start.threadId,
        'threadkit.run.id': start.runId,
        'threadkit.run.attempt': start.attempt,
        'threadkit.run.recoveries': start.recoveries,
        'threadkit.run.recovered': start.isRecovered,
        'threadkit.worker.id': start.workerId,
      },
    },
    ROOT_CONTEXT,
  );
  const active = trace.setSpan(ROOT_CONTEXT, span);
  runsClaimed.add(1, { ...model, 'threadkit.run.recovered': start.isRecovered }, active);
  activeRuns.add(1, model, active);
  return {
    within: (work) => context.with(active, work),
    startModelCall: (call) => observeModelCall(tracer, instruments, active, start.threadId, call),
    startToolExecution: (execution) => observeToolExecution(tracer, active, start.threadId, execution),
    end({ outcome, reason, durationMs }) {
      span.setAttribute('threadkit.run.outcome', outcome);
      if (reason !== null) span.setAttribute('threadkit.run.reason', reason);
      if (outcome === 'failed' || outcome === 'abandoned') {
        span.setAttribute('error.type', reason ?? outcome).setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
      activeRuns.add(-1, model, active);
      runDuration.record(durationMs / 1000, { ...model, 'threadkit.run.outcome': outcome }, active);
      if (ENDED.includes(outcome)) runsEnded.add(1, { ...model, 'threadkit.run.status': outcome }, active);
    },
  };
}
