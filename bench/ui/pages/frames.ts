/** What a person would notice: frames that came late, and tasks that held the page. */
export interface Smoothness {
  readonly frames: number;
  /** Time between two frames: how many took longer than 50 ms, and the longest. */
  readonly lateFrames: number;
  readonly longestFrameMs: number;
  /** Tasks over 50 ms. */
  readonly longTasks: number;
  readonly longTaskMs: number;
}

const LATE_MS = 50;

/** Watches the page's frames until it is asked for what it saw. */
export function watchFrames(): () => Smoothness {
  const gaps: number[] = [];
  const tasks: number[] = [];
  const note = (entries: PerformanceEntryList): void => {
    tasks.push(...entries.map(({ duration }) => duration));
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
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
    note(observer.takeRecords());
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

/** The next frame has been handed over: what was changed before is on the way to the screen. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => afterTask(resolve)));
}

/** Runs in a task of its own, as soon as the page comes to it; timers would wait 4 ms. */
export function afterTask(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    run();
  });
  port1.start();
  port2.postMessage(undefined);
}
