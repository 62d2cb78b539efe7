/** Late frames and long tasks, as users notice them. */
export interface Smoothness {
  readonly frames: number;
  /** Frames more than 50 ms after the previous one. */
  readonly lateFrames: number;
  readonly longestFrameMs: number;
  /** Tasks over 50 ms. */
  readonly longTasks: number;
  readonly longTaskMs: number;
}

const LATE_MS = 50;

/** Observes frames and long tasks. The returned function stops and returns the result. */
export function watchFrames(): () => Smoothness {
  const gaps: number[] = [];
  const tasks: number[] = [];
  const record = (entries: PerformanceEntryList): void => {
    tasks.push(...entries.map(({ duration }) => duration));
  };
  const observer = new PerformanceObserver((list) => record(list.getEntries()));
  observer.observe({ type: 'longtask' });
  let last = performance.now();
  let next = requestAnimationFrame(onFrame);
  function onFrame(now: number): void {
    gaps.push(now - last);
    last = now;
    next = requestAnimationFrame(onFrame);
  }
  return () => {
    cancelAnimationFrame(next);
    gaps.push(performance.now() - last);
    record(observer.takeRecords());
    observer.disconnect();
    return {
      frames: gaps.length,
      lateFrames: gaps.filter((gap) => gap > LATE_MS).length,
      longestFrameMs: Math.max(...gaps),
      longTasks: tasks.length,
      longTaskMs: tasks.reduce((sum, task) => sum + task, 0),
    };
  };
}

/** Resolves after the next frame, when earlier changes have been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => afterTask(resolve)));
}

/** Runs a function in a new macrotask, without the 4 ms minimum of timers. */
export function afterTask(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    run();
  });
  port1.start();
  port2.postMessage(undefined);
}
