import { type Context, context, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { Observation, ToolExecutionOutcome, ToolExecutionStart } from '../shared/instrumentation.ts';

/**
 * A span of one execution of a tool of the server inside that of its run, with the names of the OpenTelemetry semantic conventions for
 * generative AI 0.1.0. Its arguments and its output, which are optional there, are never recorded.
 */
export function observeToolExecution(
  tracer: Tracer,
  parent: Context,
  threadId: string,
  { toolName, toolCallId }: ToolExecutionStart,
): Observation<ToolExecutionOutcome> {
  const span = tracer.startSpan(
    `execute_tool ${toolName}`,
    {
      kind: SpanKind.INTERNAL,
      attributes: {
        'gen_ai.operation.name': 'execute_tool',
        'gen_ai.tool.name': toolName,
        'gen_ai.tool.call.id': toolCallId,
        'gen_ai.tool.type': 'function',
        'gen_ai.conversation.id': threadId,
      },
    },
    parent,
  );
  const active = trace.setSpan(parent, span);
  return {
    within: (work) => context.with(active, work),
    end({ outcome, reason }) {
      if (outcome === 'stopped') {
        span.setAttribute('threadkit.tool.stopped', reason ?? outcome);
      } else if (outcome !== 'finished') {
        span.setAttribute('error.type', reason ?? '_OTHER').setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    },
  };
}
