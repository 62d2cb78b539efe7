import type { Route } from '../http/match-route.ts';
import type { Instrumentation } from '../shared/instrumentation.ts';

/** Reports one request to the instrumentation. */
export interface RequestObservation {
  /** The operation is known. */
  readonly onRoute: (route: Route) => void;
  within<T>(work: () => T): T;
  end(status: number): void;
}

const UNOBSERVED: RequestObservation = { onRoute() {}, within: (work) => work(), end() {} };

export function observeRequest(
  instrumentation: Instrumentation | undefined,
  now: () => number,
  { method, headers }: Request,
  requestId: string,
): RequestObservation {
  if (!instrumentation) return UNOBSERVED;
  const startedAt = now();
  const observation = instrumentation.startRequest({ requestId, method, headers });
  let route: Route | undefined;
  return {
    onRoute(found) {
      route = found;
    },
    within: (work) => observation.within(work),
    end(status) {
      observation.end({
        operation: route?.name ?? null,
        route: route?.path ?? null,
        status,
        durationMs: Math.max(0, now() - startedAt),
      });
    },
  };
}
