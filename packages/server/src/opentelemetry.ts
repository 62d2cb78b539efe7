/**
 * Traces and metrics of a server through OpenTelemetry. Needs `@opentelemetry/api`, and an SDK that exports them.
 *
 * @example
 * ```ts
 * import { createServer, memoryStorage, scripted } from '@threadkit/server';
 * import { openTelemetry } from '@threadkit/server/opentelemetry';
 *
 * const server = createServer({
 *   storage: memoryStorage(),
 *   engine: scripted(),
 *   authorize: 'allow-everyone',
 *   instrumentation: openTelemetry(),
 * });
 * ```
 *
 * @packageDocumentation
 */

import { type MeterProvider, metrics, type TracerProvider, trace } from '@opentelemetry/api';
import { createInstruments } from './opentelemetry/instruments.ts';
import { observeRequest } from './opentelemetry/observe-request.ts';
import { observeRun } from './opentelemetry/observe-run.ts';
import type { Instrumentation } from './shared/instrumentation.ts';

/** Options of {@link openTelemetry}. */
export interface OpenTelemetryOptions {
  /** Creates the spans. @defaultValue the global one */
  readonly tracerProvider?: TracerProvider | undefined;
  /** Creates the metrics. @defaultValue the global one, which must be set before this call */
  readonly meterProvider?: MeterProvider | undefined;
}

const SCOPE = '@threadkit/server';

/**
 * Traces requests, runs, model calls and executions of the server's tools, and measures durations, the active runs and the open streams. Records
 * ids, names of models and tools, times and codes, and never text of a conversation, arguments or outputs.
 */
export function openTelemetry({ tracerProvider, meterProvider }: OpenTelemetryOptions = {}): Instrumentation {
  const tracer = (tracerProvider ?? trace).getTracer(SCOPE);
  const instruments = createInstruments((meterProvider ?? metrics).getMeter(SCOPE));
  return {
    startRequest: (start) => observeRequest(tracer, instruments, start),
    startRun: (start) => observeRun(tracer, instruments, start),
    startStream() {
      instruments.openStreams.add(1);
      return () => instruments.openStreams.add(-1);
    },
  };
}
