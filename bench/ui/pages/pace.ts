/** Rate of deltas. `asap` is one per two macrotasks. */
export type Pace = 'asap' | { readonly perSecond: number };

export interface Feed {
  readonly count: number;
  readonly pace: Pace;
  /** Time limit: a slow page does not process all deltas. */
  readonly budgetMs: number;
}

/** Pushes deltas until all are pushed or the time limit is reached. Resolves with the number of pushed deltas. */
export function feed({ count, pace, budgetMs }: Feed, push: (nth: number) => void): Promise<number> {
  return pace === 'asap'
    ? feedTasks(count, budgetMs, push)
    : feedPaced(count, budgetMs, pace.perSecond, push);
}

/** Uses two macrotasks per delta, so that the page's own tasks run between deltas, as between network chunks. */
function feedTasks(count: number, budgetMs: number, push: (nth: number) => void): Promise<number> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const startedAt = performance.now();
    let tasks = 0;
    let pushed = 0;
    port1.addEventListener('message', () => {
      tasks += 1;
      if (tasks % 2 === 0) {
        push(pushed);
        pushed += 1;
      }
      if (pushed < count && performance.now() - startedAt < budgetMs) port2.postMessage(undefined);
      else {
        port1.close();
        resolve(pushed);
      }
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

/** Pushes by elapsed time: a page that is late gets all pending deltas together, as from a socket. */
function feedPaced(
  count: number,
  budgetMs: number,
  perSecond: number,
  push: (nth: number) => void,
): Promise<number> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    let pushed = 0;
    const timer = setInterval(() => {
      const elapsed = performance.now() - startedAt;
      const due = Math.min(count, Math.floor((elapsed * perSecond) / 1000));
      for (; pushed < due; pushed += 1) push(pushed);
      if (pushed < count && elapsed < budgetMs) return;
      clearInterval(timer);
      resolve(pushed);
    }, 1000 / perSecond);
  });
}
