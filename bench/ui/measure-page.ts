import type { Browser, CDPSession, Page } from 'playwright';
import { type Profiling, profile } from './cpu-profile.ts';
import type { FeedResult, PhaseFeed, PlannedPhase } from './pages/install-bench.ts';
import { DELTA_CHARS, type Phase, type Workload } from './workloads.ts';

/** Measurements of one visit for one row of the report. Fields that do not apply to the row are absent. */
export interface Sample {
  readonly row: string;
  /** CPU time of the page's main thread. */
  readonly cpuMs: number;
  /** Parts of `cpuMs`. */
  readonly scriptMs: number;
  readonly layoutMs: number;
  /** Deltas processed, over all threads; fewer than planned when the page exceeded its time limit. */
  readonly deltas?: number;
  readonly wallMs?: number;
  readonly lateFrames?: number;
  readonly frames?: number;
  readonly longestFrameMs?: number;
  readonly longTasks?: number;
  readonly longTaskMs?: number;
  /** JavaScript heap after garbage collection. */
  readonly heapMb?: number;
  readonly keysMs?: readonly number[];
  /** A problem that makes the measurements less reliable. */
  readonly warning?: string;
}

export interface Visit {
  readonly browser: Browser;
  readonly url: string;
  readonly workload: Workload;
  /** Time limit of a phase at full speed. */
  readonly budgetMs: number;
  /** Profiles each phase. */
  readonly profiling?: Profiling | undefined;
}

const KEY_EVERY_MS = 80;
const SETTLE_MS = 300;

/** Measures one workload in a new page of a new browser context. */
export async function measurePage(visit: Visit): Promise<Sample[]> {
  const context = await visit.browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const session = await context.newCDPSession(page);
    // CPU time instead of wall time, to reduce the effect of other processes.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(visit.url);
    await page.waitForFunction(() => 'bench' in window);
    const samples = await runPhases(visit, page, session);
    const [first] = errors;
    return first === undefined ? samples : samples.map((sample) => ({ ...sample, warning: first }));
  } finally {
    await context.close();
  }
}

async function runPhases(visit: Visit, page: Page, session: CDPSession): Promise<Sample[]> {
  const { workload, budgetMs, profiling } = visit;
  const { threads, messages, mountRow, phases, slowdown = 1 } = workload;
  const response = planResponse(phases);
  await page.evaluate(([one, two, three]) => window.bench.prepare(one, two, three), [
    threads,
    messages,
    response,
  ] as const);
  await collectGarbage(session);
  const samples: Sample[] = [];
  const mount = () => cpuOf(session, () => page.evaluate(() => window.bench.mount()));
  const mounted = await (profiling ? profile(session, profiling, `mount ${messages}`, mount) : mount());
  await page.waitForTimeout(SETTLE_MS);
  if (mountRow !== undefined) {
    await collectGarbage(session);
    const { JSHeapUsedSize = Number.NaN } = await readMetrics(session);
    samples.push({ row: mountRow, ...mounted.cpu, wallMs: mounted.result, heapMb: JSHeapUsedSize / 2 ** 20 });
  }
  if (phases.length === 0) return samples;
  await page.evaluate(() => window.bench.sendMessages());
  await page.waitForTimeout(SETTLE_MS);
  if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  for (const [phaseIndex, phase] of phases.entries()) {
    await page.evaluate((index) => window.bench.fill(index), phaseIndex);
    await page.waitForTimeout(SETTLE_MS);
    const run = (): Promise<Sample> => runPhase(phase, phaseIndex, budgetMs, page, session);
    samples.push(await (profiling ? profile(session, profiling, phase.row, run) : run()));
  }
  return samples;
}

async function runPhase(
  phase: Phase,
  phaseIndex: number,
  budgetMs: number,
  page: Page,
  session: CDPSession,
): Promise<Sample> {
  const plan = { phaseIndex, count: phase.deltas, pace: phase.pace, budgetMs: budgetOf(phase, budgetMs) };
  if (phase.keys === undefined) {
    const { cpu, result } = await cpuOf(session, () => feed(page, plan));
    return toSample(phase.row, cpu, result);
  }
  const { keys } = phase;
  await page.evaluate(() => window.bench.focusInput());
  await page.evaluate(() => window.bench.watchKeyDelays());
  const { cpu, result } = await cpuOf(session, async () => {
    const [fed] = await Promise.all([feed(page, plan), typeKeys(page, keys, plan.budgetMs)]);
    return fed;
  });
  const keysMs = await page.evaluate(() => window.bench.keyDelays());
  const text = await page.evaluate(() => window.bench.typedText());
  const sample = { ...toSample(phase.row, cpu, result), keysMs };
  return text.length > 0 ? sample : { ...sample, warning: 'the typed text did not arrive' };
}

/** A paced phase has a fixed duration; a phase at full speed ends at its time limit. */
function budgetOf({ pace, deltas }: Phase, budgetMs: number): number {
  return pace === 'asap' ? budgetMs : (deltas / pace.perSecond) * 1000 + 100;
}

async function typeKeys(page: Page, keys: number, withinMs: number): Promise<void> {
  const startedAt = performance.now();
  for (let key = 0; key < keys && performance.now() - startedAt < withinMs; key += 1) {
    await page.keyboard.press('abcdefghij'[key % 10] ?? 'a');
    const nextAt = (key + 1) * KEY_EVERY_MS - (performance.now() - startedAt);
    if (nextAt > 0) await page.waitForTimeout(nextAt);
  }
}

function feed(page: Page, plan: PhaseFeed): Promise<FeedResult> {
  return page.evaluate((given) => window.bench.feed(given), plan);
}

function toSample(row: string, cpu: Cpu, { processed, isShown, ...smoothness }: FeedResult): Sample {
  const sample = { row, ...cpu, deltas: processed, ...smoothness };
  return isShown ? sample : { ...sample, warning: 'the end of the text was not visible within 3 s' };
}

/** Calculates where in the response's text each phase begins. */
function planResponse(phases: readonly Phase[]): PlannedPhase[] {
  let at = 0;
  return phases.map(({ from = at, deltas }) => {
    at = from + deltas * DELTA_CHARS;
    return { fromChar: from, deltas, deltaChars: DELTA_CHARS };
  });
}

type Cpu = Pick<Sample, 'cpuMs' | 'scriptMs' | 'layoutMs'>;

async function cpuOf<T>(session: CDPSession, act: () => Promise<T>): Promise<{ cpu: Cpu; result: T }> {
  const before = await readMetrics(session);
  const result = await act();
  const after = await readMetrics(session);
  const since = (name: string): number => ((after[name] ?? 0) - (before[name] ?? 0)) * 1000;
  return {
    result,
    cpu: {
      cpuMs: since('TaskDuration'),
      scriptMs: since('ScriptDuration'),
      layoutMs: since('LayoutDuration') + since('RecalcStyleDuration'),
    },
  };
}

async function readMetrics(session: CDPSession): Promise<Partial<Record<string, number>>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

async function collectGarbage(session: CDPSession): Promise<void> {
  // The second collection frees what finalizers of the first one released.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
}
