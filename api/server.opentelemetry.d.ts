// @threadkit/server/opentelemetry: what it exports. Written by `pnpm api --update`.

import { MeterProvider, TracerProvider } from "@opentelemetry/api";
import { RunCompletionUsage, RunStatus } from "@threadkit/core/api";
/** One execution of a run: from its claim by a worker until its outcome is stored, or the worker gives it up. */
interface LoggedExecution {
  /** Id of the run. */
  readonly runId: string;
  /** Id of its thread. */
  readonly threadId: string;
  /** Model of the run. */
  readonly model: string;
  /** Id of the worker, which is new for each `createServer`. */
  readonly workerId: string;
  /** Number of the claim, from 1: a run is claimed again after each tool round and each recovery. */
  readonly attempt: number;
  /** How often the current model call was restarted. */
  readonly recoveries: number;
}
/** Something that is in progress: a request, an execution of a run, or a model call. */
interface Observation<End> {
  /** Calls `work`, so that whatever it starts counts as part of this. Returns its result. */
  within<T>(work: () => T): T;
  /** Called once. */
  end(end: End): void;
}
/** A request that has arrived. */
interface RequestStart {
  /** As in the response header `x-request-id`. */
  readonly requestId: string;
  /** Chosen by the caller. */
  readonly method: string;
  /** Those of the request, with the context of a trace if it has one. Contain credentials. */
  readonly headers: Headers;
}
/** The response to a request. Its stream, if it has one, is sent afterwards. */
interface RequestEnd {
  /** Name of the operation, such as `createRun`; null for an unknown path. */
  readonly operation: string | null;
  /** Its path with placeholders, such as `/threads/{thread_id}/runs`. */
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
}
/** A run that a worker has claimed. */
interface RunStart extends LoggedExecution {
  /** An earlier worker had begun the model call. */
  readonly isRecovered: boolean;
}
/** What became of the run in one execution. */
interface RunEnd {
  /**
   * The status that was stored: `requires_action` or that of an ended run. Otherwise as in the log: `released`, `fenced` or
   * `abandoned`.
   */
  readonly outcome: RunStatus | 'released' | 'fenced' | 'abandoned';
  /** Code of `last_error`, or the reason of `incomplete_details`; null for other outcomes. */
  readonly reason: string | null;
  readonly durationMs: number;
}
/** A request to a model. A model call that is repeated, because the provider refused it, has several. */
interface ModelCallStart {
  /** Name of the engine. */
  readonly engine: string;
  readonly model: string;
  /** How often the model call was repeated before this request. */
  readonly retries: number;
}
/** The outcome of a request to a model. */
interface ModelCallOutcome {
  /** `stopped`: the run was cancelled, or is left to another worker. */
  readonly outcome: 'finished' | 'failed' | 'stopped';
  /** Why: the reason of the finish event, the code of the error, or that of the stop. */
  readonly reason: string;
  /** Null when it is not known. */
  readonly usage: RunCompletionUsage | null;
  /** Until the engine's first event; null when there was none. */
  readonly timeToFirstEventMs: number | null;
}
/** An execution of a tool of the server. */
interface ToolExecutionStart {
  readonly toolName: string;
  /** Id of the call. A call that is executed again after a crash has several executions. */
  readonly toolCallId: string;
}
/** The outcome of an execution of a tool of the server. */
interface ToolExecutionOutcome {
  /**
   * `failed`: the tool threw, or its output cannot be sent · `timed_out`: its time limit is over · `stopped`: the run was cancelled, or is left
   * to another worker, and nobody waits for the tool.
   */
  readonly outcome: 'finished' | 'failed' | 'timed_out' | 'stopped';
  /** Why: the name of the exception, `output_too_long`, `timeout`, or that of the stop; `_OTHER` when there is no name. Null when it finished. */
  readonly reason: string | null;
}
/** An execution of a run. */
interface ObservedRun extends Observation<RunEnd> {
  /** The model is called: once, after each batch of tools of the server, and again when the provider refused it. */
  startModelCall(start: ModelCallStart): Observation<ModelCallOutcome>;
  /** A tool of the server is executed: its approval, if it needs one, was given. @defaultValue not observed */
  startToolExecution?(start: ToolExecutionStart): Observation<ToolExecutionOutcome>;
}
/**
 * Observes what a server does; the entry `opentelemetry` has an implementation. Receives ids, names of models and tools, times and reasons,
 * and never text of a conversation. Its methods are called in the middle of the work, so they must be fast and must not throw.
 */
interface Instrumentation {
  startRequest(start: RequestStart): Observation<RequestEnd>;
  startRun(start: RunStart): ObservedRun;
  /** An event stream is read. The returned function is called when it ends. */
  startStream(): () => void;
}
/** Options of {@link openTelemetry}. */
interface OpenTelemetryOptions {
  /** Creates the spans. @defaultValue the global one */
  readonly tracerProvider?: TracerProvider | undefined;
  /** Creates the metrics. @defaultValue the global one, which must be set before this call */
  readonly meterProvider?: MeterProvider | undefined;
}
/**
 * Traces requests, runs, model calls and executions of the server's tools, and measures durations, the active runs and the open streams. Records
 * ids, names of models and tools, times and codes, and never text of a conversation, arguments or outputs.
 */
declare function openTelemetry({ tracerProvider, meterProvider }?: OpenTelemetryOptions): Instrumentation;
export { OpenTelemetryOptions, openTelemetry };