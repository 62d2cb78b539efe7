/** How fast deltas come: `asap` is one per two macrotasks. */
export type Pace = 'asap' | { readonly perSecond: number };

export interface Feed {
  readonly count: number;
  readonly pace: Pace;
  /** Stops early after so long: a slow page need not take all of them. */
  readonly budgetMs: number;
}

/** Pushes deltas until all are taken or the time is over; resolves to how many were taken. */
export function feed({ count, pace, budgetMs }: Feed, push: (nth: number) => void): Promise<number> {
  return pace === 'asap'
    ? feedTasks(count, budgetMs, push)
    : feedPaced(count, budgetMs, pace.perSecond, push);
}

/** Two tasks a delta leave room for a page's own task between them, as a network's chunks would. */
function feedTasks(count: number, budgetMs: number, push: (nth: number) => void): Promise<number> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const startedAt = performance.now();
    let tasks = 0;
    let taken = 0;
    port1.addEventListener('message', () => {
      tasks += 1;
      if (tasks % 2 === 0) {
        push(taken);
        taken += 1;
      }
      if (taken < count && performance.now() - startedAt < budgetMs) port2.postMessage(undefined);
      else {
        port1.close();
        resolve(taken);
      }
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

/** A page that is late gets all that came in the meantime, as from a socket. */
function feedPaced(
  count: number,
  budgetMs: number,
  perSecond: number,
  push: (nth: number) => void,
): Promise<number> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    let taken = 0;
    const timer = setInterval(() => {
      const elapsed = performance.now() - startedAt;
      const due = Math.min(count, Math.floor((elapsed * perSecond) / 1000));
      for (; taken < due; taken += 1) push(taken);
      if (taken < count && elapsed < budgetMs) return;
      clearInterval(timer);
      resolve(taken);
    }, 1000 / perSecond);
  });
}
