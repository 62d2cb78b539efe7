import { type Context, context, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { ModelCallOutcome, ModelCallStart, Observation } from '../shared/instrumentation.ts';
import type { Instruments } from './instruments.ts';

/**
 * A span of one request to a model inside that of its run, with the names of the OpenTelemetry semantic conventions for generative AI
 * 0.1.0. These have the status "development".
 */
export function observeModelCall(
  tracer: Tracer,
  { timeToFirstEvent }: Instruments,
  parent: Context,
  threadId: string,
  { engine, model, retries }: ModelCallStart,
): Observation<ModelCallOutcome> {
  const names = { 'gen_ai.provider.name': engine, 'gen_ai.request.model': model };
  const span = tracer.startSpan(
    `chat ${model}`,
    {
      kind: SpanKind.CLIENT,
      attributes: {
        ...names,
        'gen_ai.operation.name': 'chat',
        'gen_ai.conversation.id': threadId,
        'gen_ai.request.stream': true,
        ...(retries > 0 && { 'threadkit.model_call.retries': retries }),
      },
    },
    parent,
  );
  const active = trace.setSpan(parent, span);
  return {
    within: (work) => context.with(active, work),
    end({ outcome, reason, usage, timeToFirstEventMs }) {
      if (outcome === 'finished') {
        span.setAttribute('gen_ai.response.finish_reasons', [reason.replaceAll('-', '_')]);
      } else if (outcome === 'stopped') {
        span.setAttribute('threadkit.model_call.stopped', reason);
      } else {
        const type = reason === 'unknown' ? '_OTHER' : reason;
        span.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR });
      }
      if (usage) {
        span.setAttribute('gen_ai.usage.input_tokens', usage.prompt_tokens);
        span.setAttribute('gen_ai.usage.output_tokens', usage.completion_tokens);
      }
      if (timeToFirstEventMs !== null) {
        span.setAttribute('gen_ai.response.time_to_first_chunk', timeToFirstEventMs / 1000);
        timeToFirstEvent.record(timeToFirstEventMs / 1000, names, active);
      }
      span.end();
    },
  };
}
