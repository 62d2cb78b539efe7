/** Real time after which pending work is an error. Only a failing test waits for it. */
const TIMEOUT_MS = 10_000;

const BODY_READERS = ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'] as const;

export interface PendingWork {
  /** Counts `work` until it ends; see `trackWork`. */
  track<T>(name: string, work: Promise<T>): Promise<T>;
  /** Resolves after a task without pending work. Rejects with the names of the work that is left. */
  settle(): Promise<void>;
}

export interface PendingWorkOptions {
  /** Milliseconds of real time. */
  readonly now: () => number;
  /** Resolves in the next task, after all microtasks of this one. */
  readonly nextTask: () => Promise<void>;
}

/**
 * Counts work that takes more than one task. A chain of promises needs no count: all microtasks of a task run before the
 * next task.
 */
export function createPendingWork({ now, nextTask }: PendingWorkOptions): PendingWork {
  const underWay = new Map<symbol, string>();
  let started = 0;

  function track<T>(name: string, work: Promise<T>): Promise<T> {
    const id = Symbol(name);
    underWay.set(id, name);
    started += 1;
    return work.then(
      (result) => {
        underWay.delete(id);
        if (result instanceof Response) trackBody(name, result);
        return result;
      },
      (error: unknown) => {
        underWay.delete(id);
        throw error;
      },
    );
  }

  function trackBody(name: string, response: Response): void {
    // A stream of events waits for future events, which is not work. Its chunks pass in microtasks.
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) return;
    for (const reader of BODY_READERS) {
      const read: unknown = Reflect.get(Response.prototype, reader);
      if (typeof read !== 'function') continue;
      Object.defineProperty(response, reader, {
        configurable: true,
        value: () => track(`the body of ${name}`, Reflect.apply(read, response, []) as Promise<unknown>),
      });
    }
  }

  async function settleAll(): Promise<void> {
    const giveUpAt = now() + TIMEOUT_MS;
    for (;;) {
      const wasIdle = underWay.size === 0;
      const startedBefore = started;
      await nextTask();
      if (wasIdle && underWay.size === 0 && started === startedBefore) return;
      if (now() >= giveUpAt) throw new Error(describeRest());
    }
  }

  function describeRest(): string {
    const names = [...underWay.values()];
    // Reported once, so that the next test does not fail for it.
    underWay.clear();
    const seconds = TIMEOUT_MS / 1000;
    return names.length === 0
      ? `New work began in every task for ${seconds} s, so that nothing settled. Look for a loop of requests.`
      : `Still pending after ${seconds} s: ${names.join(', ')}. Resolve the promise that this work waits for before settle().`;
  }

  return { track, settle: settleAll };
}

// Bound on import, so that fake timers of a test runner do not stop it.
const realNow: () => number = performance.now.bind(performance);

function passTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const arrived = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', arrived);
    port1.start();
    port2.postMessage(undefined);
  });
}

const pendingWork: PendingWork = createPendingWork({ now: realNow, nextTask: passTask });

/**
 * Makes `settle` wait for `work`, and for the reading of its body where it resolves to a `Response` (other than a
 * stream of events). For work that takes more than one task, such as requests to a server in the same process:
 *
 * ```ts
 * createClient({ baseURL, fetch: (request) => trackWork('the server', server.fetch(request)) });
 * ```
 *
 * @param name Used in the error of a `settle` that timed out.
 * @returns What `work` resolves to, or rejects with.
 */
export function trackWork<T>(name: string, work: Promise<T>): Promise<T> {
  return pendingWork.track(name, work);
}

/**
 * Waits until promises and the work of `trackWork` have settled: resolves after a task without pending work. Does not wait
 * for timers, held locks, open streams, modules that load, and later tasks of a framework. Rejects after ten seconds of real
 * time with the names of the pending work.
 */
export function settle(): Promise<void> {
  return pendingWork.settle();
}
