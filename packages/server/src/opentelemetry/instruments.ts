import type { Counter, Histogram, Meter, UpDownCounter } from '@opentelemetry/api';

/** From a read of the storage to a request that waits for it. */
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
/** From a scripted model to the expiry of a run. */
const MODEL_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320, 640];

/** The metrics of a server. Durations are in seconds. */
export interface Instruments {
  readonly requestDuration: Histogram;
  readonly runsClaimed: Counter;
  readonly runsEnded: Counter;
  readonly activeRuns: UpDownCounter;
  readonly runDuration: Histogram;
  readonly timeToFirstEvent: Histogram;
  readonly openStreams: UpDownCounter;
}

export function createInstruments(meter: Meter): Instruments {
  const histogram = (name: string, description: string, boundaries: number[]): Histogram =>
    meter.createHistogram(name, {
      description,
      unit: 's',
      advice: { explicitBucketBoundaries: boundaries },
    });
  return {
    requestDuration: histogram(
      'threadkit.request.duration',
      'Time until the response to a request begins.',
      REQUEST_SECONDS,
    ),
    runsClaimed: meter.createCounter('threadkit.run.claimed', {
      description: 'Claims of runs by a worker: one for each model call.',
      unit: '{claim}',
    }),
    runsEnded: meter.createCounter('threadkit.run.ended', { description: 'Runs that ended.', unit: '{run}' }),
    activeRuns: meter.createUpDownCounter('threadkit.run.active', {
      description: 'Runs that this process executes.',
      unit: '{run}',
    }),
    runDuration: histogram(
      'threadkit.run.duration',
      'Time from the claim of a run to its outcome.',
      MODEL_SECONDS,
    ),
    timeToFirstEvent: histogram(
      'threadkit.model_call.time_to_first_event',
      'Time from a model call to the first event of its response.',
      MODEL_SECONDS,
    ),
    openStreams: meter.createUpDownCounter('threadkit.stream.open', {
      description: 'Event streams that are being read.',
      unit: '{stream}',
    }),
  };
}
