import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { settle } from '@threadkit/core/testing';
import { defineTool, ThreadkitError } from '@threadkit/core/tools';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { EngineError } from './engines/engine-error.ts';
import { openTelemetry } from './opentelemetry.ts';
import { createManualClock } from './testing/manual-clock.ts';
import { gate, stepEngine, USAGE } from './testing/step-engine.ts';
import { type TestServerOptions, testServer, WEATHER } from './testing/test-server.ts';
import { until } from './testing/until.ts';

const START = {
  assistant_id: 'asst_demo',
  instructions: 'secret rules',
  tools: [WEATHER],
  thread: { messages: [{ role: 'user', content: 'a secret question' }] },
};

/** A server with its traces and metrics in memory. */
function observedServer(options: TestServerOptions = {}) {
  const spans = new InMemorySpanExporter();
  const reader = new PeriodicExportingMetricReader({
    exporter: new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE),
  });
  const tracerProvider = new TracerProvider({
    spanProcessors: [new SimpleSpanProcessor({ exporter: spans })],
  });
  const meterProvider = new MeterProvider({ readers: [reader] });
  onTestFinished(() => meterProvider.shutdown());
  return {
    ...testServer({ ...options, instrumentation: openTelemetry({ tracerProvider, meterProvider }) }),
    tracer: tracerProvider.getTracer('test'),
    spans: () => spans.getFinishedSpans(),
    span: (name: string) => {
      const found = spans.getFinishedSpans().filter((span) => span.name === name);
      expect([name, found.length]).toEqual([name, 1]);
      return found[0];
    },
    /** The points of a metric; of a histogram only the count and the sum. */
    async metric(name: string) {
      const { resourceMetrics } = await reader.collect();
      const metric = resourceMetrics.scopeMetrics
        .flatMap(({ metrics }) => metrics)
        .find(({ descriptor }) => descriptor.name === name);
      return metric?.dataPoints.map(({ attributes, value }) => [
        attributes,
        typeof value === 'number' ? value : { count: value.count, sum: value.sum },
      ]);
    },
  };
}

const answering = () =>
  stepEngine(async (play) => {
    play.say('a secret response');
    play.finish();
  });

/** Calls these functions in its first model call, and then responds. */
const callingOnce = (...names: readonly string[]) =>
  stepEngine(
    async (play) => {
      names.forEach((name, index) =>
        play.emit({ type: 'tool-call', index, name, arguments: '{"a":"secret"}' }),
      );
      play.finish('tool-calls');
    },
    async (play) => {
      play.say('a secret response');
      play.finish();
    },
  );

beforeEach(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
});

afterEach(() => {
  context.disable();
  propagation.disable();
});

describe('openTelemetry', () => {
  it('a run has a span for each execution, with its model call inside, and no text', async () => {
    let time = Date.UTC(2026, 10, 24, 9);
    const thinking = gate();
    const engine = stepEngine(
      async (play) => {
        time += 250;
        play.emit({ type: 'tool-call', index: 0, name: 'get_weather', arguments: '{"city":"secret"}' });
        await thinking.opened;
        play.finish('tool-calls');
      },
      async (play) => {
        play.say('a secret response');
        play.finish();
      },
    );
    const { caller, server, spans, metric } = observedServer({ engine, now: () => time });
    const started = await caller.ask('run', 'POST', '/threads/runs', START);
    await settle();
    time += 1000;
    thinking.open();
    const run = await caller.runIn(started, 'requires_action');
    const call = run.required_action?.submit_tool_outputs.tool_calls[0];
    await caller.send('POST', `/threads/${run.thread_id}/runs/${run.id}/submit_tool_outputs`, {
      tool_outputs: [{ tool_call_id: call?.id, output: 'a secret output' }],
    });
    await caller.runIn(run, 'completed');
    await server.close();

    const executions = spans().filter(({ name }) => name === 'run demo-model');
    const calls = spans().filter(({ name }) => name === 'chat demo-model');
    expect(executions.map(({ kind, attributes }) => ({ kind, attributes }))).toEqual(
      [1, 2].map((attempt) => ({
        kind: SpanKind.INTERNAL,
        attributes: {
          'gen_ai.request.model': 'demo-model',
          'gen_ai.conversation.id': run.thread_id,
          'threadkit.run.id': run.id,
          'threadkit.run.attempt': attempt,
          'threadkit.run.recoveries': 0,
          'threadkit.run.recovered': false,
          'threadkit.run.outcome': attempt === 1 ? 'requires_action' : 'completed',
          'threadkit.worker.id': expect.stringMatching(/^worker_/),
        },
      })),
    );
    expect(calls.map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual(
      executions.map((span) => span.spanContext().spanId),
    );
    expect(executions.map(({ parentSpanContext }) => parentSpanContext)).toEqual([undefined, undefined]);
    expect(calls[0]?.kind).toBe(SpanKind.CLIENT);
    expect(calls[0]?.attributes).toEqual({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'step',
      'gen_ai.request.model': 'demo-model',
      'gen_ai.request.stream': true,
      'gen_ai.conversation.id': run.thread_id,
      'gen_ai.response.finish_reasons': ['tool_calls'],
      'gen_ai.response.time_to_first_chunk': 0.25,
      'gen_ai.usage.input_tokens': USAGE.prompt_tokens,
      'gen_ai.usage.output_tokens': USAGE.completion_tokens,
    });

    const model = { 'gen_ai.request.model': 'demo-model' };
    expect(await metric('threadkit.run.claimed')).toEqual([
      [{ ...model, 'threadkit.run.recovered': false }, 2],
    ]);
    expect(await metric('threadkit.run.ended')).toEqual([
      [{ ...model, 'threadkit.run.status': 'completed' }, 1],
    ]);
    expect(await metric('threadkit.run.active')).toEqual([[model, 0]]);
    expect(await metric('threadkit.run.duration')).toEqual([
      [
        { ...model, 'threadkit.run.outcome': 'requires_action' },
        { count: 1, sum: 1.25 },
      ],
      [
        { ...model, 'threadkit.run.outcome': 'completed' },
        { count: 1, sum: 0 },
      ],
    ]);
    expect(await metric('threadkit.model_call.time_to_first_event')).toEqual([
      [
        { ...model, 'gen_ai.provider.name': 'step' },
        { count: 2, sum: 0.25 },
      ],
    ]);
    const recorded = spans().map(({ name, attributes, events, status }) => [
      name,
      attributes,
      events,
      status,
    ]);
    expect(JSON.stringify(recorded)).not.toContain('secret');
  });

  it('what an engine does is part of the span of its model call', async () => {
    const engine = stepEngine(async (play) => {
      tracer.startSpan('POST').end();
      play.finish();
    });
    const { caller, server, tracer, span } = observedServer({ engine });
    await caller.runIn(await caller.ask('run', 'POST', '/threads/runs', START), 'completed');
    await server.close();
    expect(span('POST')?.parentSpanContext?.spanId).toBe(span('chat demo-model')?.spanContext().spanId);
  });

  it('a failed run has the code of its error, and not its message', async () => {
    const engine = stepEngine(async () => {
      throw new EngineError('rate_limit_exceeded', 'Too many: a secret question.');
    });
    const { caller, server, span, spans, metric } = observedServer({ engine });
    await caller.runIn(await caller.ask('run', 'POST', '/threads/runs', START), 'failed');
    await server.close();
    for (const name of ['run demo-model', 'chat demo-model']) {
      expect(span(name)).toMatchObject({
        status: { code: SpanStatusCode.ERROR },
        attributes: { 'error.type': 'rate_limit_exceeded' },
      });
    }
    expect(
      JSON.stringify(spans().map(({ status, attributes, events }) => [status, attributes, events])),
    ).not.toContain('secret');
    expect(await metric('threadkit.run.ended')).toMatchObject([[{ 'threadkit.run.status': 'failed' }, 1]]);
  });

  it('each request of a repeated model call has its own span', async () => {
    const engine = stepEngine(
      async () => {
        throw new EngineError('rate_limit_exceeded', 'Busy.', { retry: { afterMs: 1 } });
      },
      async (play) => play.finish(),
    );
    const { caller, server, spans } = observedServer({ engine });
    await caller.runIn(await caller.ask('run', 'POST', '/threads/runs', START), 'completed');
    await server.close();
    const [first, second] = spans().filter(({ name }) => name === 'chat demo-model');
    expect(first).toMatchObject({
      status: { code: SpanStatusCode.ERROR },
      attributes: { 'error.type': 'rate_limit_exceeded' },
    });
    expect(first?.attributes).not.toHaveProperty('threadkit.model_call.retries');
    expect(second).toMatchObject({
      status: { code: SpanStatusCode.UNSET },
      attributes: { 'threadkit.model_call.retries': 1, 'gen_ai.response.finish_reasons': ['stop'] },
    });
  });

  it('each execution of a tool of the server has a span inside that of its run, without arguments and output', async () => {
    const lookUp = defineTool({
      name: 'look_up',
      description: 'a secret description',
      parameters: { type: 'object' },
      execute: () => {
        tracer.startSpan('query').end();
        return 'a secret output';
      },
    });
    const engine = callingOnce('look_up', 'invented');
    const { caller, server, spans, span, tracer } = observedServer({ engine, tools: [lookUp] });
    const run = await caller.runIn(await caller.ask('run', 'POST', '/threads/runs', START), 'completed');
    await server.close();
    const execution = span('execute_tool look_up');
    expect(execution).toMatchObject({
      kind: SpanKind.INTERNAL,
      status: { code: SpanStatusCode.UNSET },
      parentSpanContext: { spanId: span('run demo-model')?.spanContext().spanId },
    });
    expect(execution?.attributes).toEqual({
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': 'look_up',
      'gen_ai.tool.call.id': expect.stringMatching(/^call_/),
      'gen_ai.tool.type': 'function',
      'gen_ai.conversation.id': run.thread_id,
    });
    expect(span('query')?.parentSpanContext?.spanId).toBe(execution?.spanContext().spanId);
    const recorded = spans().map(({ name, attributes, events, status }) => ({
      name,
      attributes,
      events,
      status,
    }));
    expect(JSON.stringify(recorded)).not.toContain('secret');
    // Nothing is executed for a tool that nobody has.
    expect(recorded.map(({ name }) => name)).not.toContain('execute_tool invented');
  });

  it.each<[string, () => unknown, string]>([
    [
      'throws',
      () => {
        throw new TypeError('a secret');
      },
      'TypeError',
    ],
    [
      'throws an error for the model',
      () => {
        throw new ThreadkitError('tool', 'a secret');
      },
      'ThreadkitError',
    ],
    [
      'throws an error whose name is a text',
      () => {
        throw Object.assign(new Error('a secret'), { name: 'a secret' });
      },
      '_OTHER',
    ],
    ['throws a value', () => Promise.reject('a secret'), '_OTHER'],
    ['returns what JSON cannot express', () => 1n, 'TypeError'],
    ['returns too much', () => 'x'.repeat(101), 'output_too_long'],
    ['takes too long', () => new Promise(() => {}), 'timeout'],
  ])('the span of a tool that %s has the type of its error', async (_how, execute, type) => {
    const clock = createManualClock();
    const failing = defineTool({ name: 'fails', parameters: { type: 'object' }, timeoutMs: 5000, execute });
    const { caller, server, span, spans } = observedServer({
      engine: callingOnce('fails'),
      tools: [failing],
      now: clock.now,
      setTimer: clock.setTimer,
      limits: { toolOutputChars: 100 },
    });
    const run = await caller.ask('run', 'POST', '/threads/runs', START);
    await settle();
    await clock.advance(5000);
    await caller.runIn(run, 'completed');
    await server.close();
    const execution = span('execute_tool fails');
    expect(execution?.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(execution?.attributes['error.type']).toBe(type);
    expect(JSON.stringify(spans().map(({ attributes, events }) => [attributes, events]))).not.toContain(
      'secret',
    );
  });

  it('the span of a tool whose run is cancelled ends with the run, also when the tool does not', async () => {
    const begun = gate();
    const endless = defineTool({
      name: 'endless',
      parameters: { type: 'object' },
      execute: () => {
        begun.open();
        return new Promise(() => {});
      },
    });
    const { caller, server, span } = observedServer({ engine: callingOnce('endless'), tools: [endless] });
    const run = await caller.ask('run', 'POST', '/threads/runs', START);
    await begun.opened;
    await caller.send('POST', `/threads/${run.thread_id}/runs/${run.id}/cancel`, {});
    await caller.runIn(run, 'cancelled');
    const execution = span('execute_tool endless');
    expect(execution?.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(execution?.attributes['threadkit.tool.stopped']).toBe('cancelling');
    await server.close();
  });

  it('a run that is handed over is not an error, and not counted as ended', async () => {
    const engine = stepEngine(async (play, _input, signal) => {
      play.say('Half a sen');
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
    });
    const { caller, server, span, metric } = observedServer({ engine });
    await caller.ask('run', 'POST', '/threads/runs', START);
    await until(() => engine.inputs.length === 1);
    expect(await metric('threadkit.run.active')).toMatchObject([[{}, 1]]);
    await server.close();
    expect(span('run demo-model')).toMatchObject({
      status: { code: SpanStatusCode.UNSET },
      attributes: { 'threadkit.run.outcome': 'released' },
    });
    expect(span('chat demo-model')).toMatchObject({
      status: { code: SpanStatusCode.UNSET },
      attributes: { 'threadkit.model_call.stopped': 'closing' },
    });
    expect(await metric('threadkit.run.active')).toMatchObject([[{}, 0]]);
    expect(await metric('threadkit.run.ended')).toBeUndefined();
  });

  it('a request has a span with its operation, and a duration', async () => {
    const { caller, span, metric } = observedServer({ now: () => 0 });
    const thread = await caller.newThread('a secret question');
    const response = await caller.send('GET', `/threads/${thread.id}`);
    expect(span('GET /threads/{thread_id}')).toMatchObject({
      kind: SpanKind.SERVER,
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/threads/{thread_id}',
        'http.response.status_code': 200,
        'threadkit.operation': 'getThread',
        'threadkit.request.id': response.headers.get('x-request-id'),
      },
    });
    expect(await metric('threadkit.request.duration')).toContainEqual([
      { 'http.request.method': 'GET', 'http.response.status_code': 200, 'threadkit.operation': 'getThread' },
      { count: 1, sum: 0 },
    ]);
  });

  it('only a request that fails in the server has an error', async () => {
    const { server, spans } = observedServer({
      authorize: (request) => {
        if (request.headers.has('x-broken')) throw new Error('broken');
        return null;
      },
    });
    const request = (headers: Record<string, string>) =>
      server.fetch(new Request('http://server.test/v1/threads/thread_secret', { method: 'PURGE', headers }));
    await request({});
    await request({ 'x-broken': '1' });
    expect(spans()).toMatchObject([
      {
        name: '_OTHER',
        attributes: { 'http.response.status_code': 401 },
        status: { code: SpanStatusCode.UNSET },
      },
      {
        name: '_OTHER',
        attributes: { 'http.response.status_code': 500, 'error.type': '500' },
        status: { code: SpanStatusCode.ERROR },
      },
    ]);
    expect(JSON.stringify(spans().map(({ name, attributes }) => [name, attributes]))).not.toContain('secret');
  });

  it('a request continues the trace of its caller, or the span of its host', async () => {
    propagation.setGlobalPropagator({
      fields: () => ['x-trace'],
      inject() {},
      extract(parent, carrier, getter) {
        const traceId = getter.get(carrier, 'x-trace');
        if (typeof traceId !== 'string') return parent;
        return trace.setSpanContext(parent, { traceId, spanId: '00f067aa0ba902b7', traceFlags: 1 });
      },
    });
    const { caller, tracer, spans } = observedServer();
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    await caller.send('GET', '/threads', undefined, { 'x-trace': traceId });
    const host = tracer.startSpan('host');
    await context.with(trace.setSpan(ROOT_CONTEXT, host), () =>
      caller.send('GET', '/threads', undefined, { 'x-trace': traceId }),
    );
    expect(spans().map((span) => [span.kind, span.spanContext().traceId])).toEqual([
      [SpanKind.SERVER, traceId],
      [SpanKind.INTERNAL, host.spanContext().traceId],
    ]);
  });

  it('a run is not part of the request that woke its worker', async () => {
    const { caller, server, span } = observedServer({ engine: answering() });
    await caller.runIn(await caller.ask('run', 'POST', '/threads/runs', START), 'completed');
    await server.close();
    expect(span('run demo-model')?.spanContext().traceId).not.toBe(
      span('POST /threads/runs')?.spanContext().traceId,
    );
  });

  it('open streams are counted until their reader disconnects or they end', async () => {
    const waiting = gate();
    const engine = stepEngine(async (play) => {
      play.say('Half a sen');
      await waiting.opened;
      play.finish();
    });
    const { caller, metric } = observedServer({ engine });
    const run = await caller.ask('run', 'POST', '/threads/runs', START);
    const path = `/threads/${run.thread_id}/runs/${run.id}/events`;
    const first = (await caller.send('GET', path)).body?.getReader();
    const whole = (await caller.send('GET', path)).text();
    await first?.read();
    await settle();
    expect(await metric('threadkit.stream.open')).toEqual([[{}, 2]]);
    await first?.cancel();
    expect(await metric('threadkit.stream.open')).toEqual([[{}, 1]]);
    waiting.open();
    await whole;
    expect(await metric('threadkit.stream.open')).toEqual([[{}, 0]]);
  });

  it('without an SDK nothing is recorded, and everything works', async () => {
    const { caller, server } = testServer({ instrumentation: openTelemetry() });
    await caller.runIn(
      await caller.ask('run', 'POST', '/threads/runs', { ...START, tools: [] }),
      'completed',
    );
    await server.close();
  });
});
