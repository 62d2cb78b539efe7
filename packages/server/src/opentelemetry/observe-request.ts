import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Observation, RequestEnd, RequestStart } from '../shared/instrumentation.ts';
import type { Instruments } from './instruments.ts';

/** Callers choose the method, and metrics must not have any number of series. */
const METHODS = new Set(['GET', 'POST', 'DELETE', 'HEAD', 'PUT', 'PATCH', 'OPTIONS']);

const getter: TextMapGetter<Headers> = {
  keys: (headers) => [...headers.keys()],
  get: (headers, key) => headers.get(key) ?? undefined,
};

/** A span of a request: inside the one of the host's HTTP server, otherwise of the trace that the caller sent. */
export function observeRequest(
  tracer: Tracer,
  { requestDuration }: Instruments,
  { requestId, method, headers }: RequestStart,
): Observation<RequestEnd> {
  const name = METHODS.has(method) ? method : '_OTHER';
  const isInsideSpan = trace.getSpan(context.active()) !== undefined;
  const parent: Context = isInsideSpan
    ? context.active()
    : propagation.extract(ROOT_CONTEXT, headers, getter);
  const span = tracer.startSpan(
    name,
    {
      kind: isInsideSpan ? SpanKind.INTERNAL : SpanKind.SERVER,
      attributes: { 'http.request.method': name, 'threadkit.request.id': requestId },
    },
    parent,
  );
  const active = trace.setSpan(parent, span);
  return {
    within: (work) => context.with(active, work),
    end({ operation, route, status, durationMs }) {
      if (route !== null) span.updateName(`${name} ${route}`).setAttribute('http.route', route);
      if (operation !== null) span.setAttribute('threadkit.operation', operation);
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) {
        span.setAttribute('error.type', String(status)).setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
      requestDuration.record(
        durationMs / 1000,
        {
          'http.request.method': name,
          'http.response.status_code': status,
          ...(operation !== null && { 'threadkit.operation': operation }),
        },
        active,
      );
    },
  };
}
