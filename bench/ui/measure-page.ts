import type { Browser, CDPSession, Page } from 'playwright';
import type { FeedResult, PlannedStretch, StretchFeed } from './pages/install-bench.ts';
import { type Profiling, profile } from './profile-leg.ts';
import { DELTA_CHARS, type Leg, type Workload } from './workloads.ts';

/** What one row of the report has from one visit. What is not its business is absent. */
export interface Sample {
  readonly row: string;
  /** Processor time of the page's main thread. */
  readonly cpuMs: number;
  /** Shares of it. */
  readonly scriptMs: number;
  readonly layoutMs: number;
  /** Deltas taken, over all threads; fewer than planned where a page ran out of time. */
  readonly deltas?: number;
  readonly wallMs?: number;
  readonly lateFrames?: number;
  readonly frames?: number;
  readonly longestFrameMs?: number;
  readonly longTasks?: number;
  readonly longTaskMs?: number;
  /** Of the page's scripts, after everything that can go has gone. */
  readonly heapMb?: number;
  readonly keysMs?: readonly number[];
  /** Anything that makes the figures worth less. */
  readonly trouble?: string;
}

export interface Visit {
  readonly browser: Browser;
  readonly url: string;
  readonly workload: Workload;
  /** A leg ends after so long. */
  readonly budgetMs: number;
  /** Profiles each leg. */
  readonly profiling?: Profiling | undefined;
}

const KEY_EVERY_MS = 80;
const SETTLE_MS = 300;

/** One visit to a fresh page in a fresh context. */
export async function measurePage(visit: Visit): Promise<Sample[]> {
  const context = await visit.browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const session = await context.newCDPSession(page);
    // Processor time instead of time: what else runs on the machine counts less.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(visit.url);
    await page.waitForFunction(() => 'bench' in window);
    const samples = await runLegs(visit, page, session);
    const [first] = errors;
    return first === undefined ? samples : samples.map((sample) => ({ ...sample, trouble: first }));
  } finally {
    await context.close();
  }
}

async function runLegs(visit: Visit, page: Page, session: CDPSession): Promise<Sample[]> {
  const { workload, budgetMs, profiling } = visit;
  const { threads, messages, mountRow, legs, slowdown = 1 } = workload;
  const answer = planAnswer(legs);
  await page.evaluate(([one, two, three]) => window.bench.prepare(one, two, three), [
    threads,
    messages,
    answer,
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
  if (legs.length === 0) return samples;
  await page.evaluate(() => window.bench.ask());
  await page.waitForTimeout(SETTLE_MS);
  if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  for (const [stretch, leg] of legs.entries()) {
    await page.evaluate((index) => window.bench.fill(index), stretch);
    await page.waitForTimeout(SETTLE_MS);
    const run = (): Promise<Sample> => runLeg(leg, stretch, budgetMs, page, session);
    samples.push(await (profiling ? profile(session, profiling, leg.row, run) : run()));
  }
  return samples;
}

async function runLeg(
  leg: Leg,
  stretch: number,
  budgetMs: number,
  page: Page,
  session: CDPSession,
): Promise<Sample> {
  const plan = { stretch, count: leg.deltas, pace: leg.pace, budgetMs: budgetOf(leg, budgetMs) };
  if (leg.keys === undefined) {
    const { cpu, result } = await cpuOf(session, () => feed(page, plan));
    return toSample(leg.row, cpu, result);
  }
  const { keys } = leg;
  await page.evaluate(() => window.bench.focusInput());
  await page.evaluate(() => window.bench.watchKeys());
  const { cpu, result } = await cpuOf(session, async () => {
    const [fed] = await Promise.all([feed(page, plan), typeKeys(page, keys, plan.budgetMs)]);
    return fed;
  });
  const keysMs = await page.evaluate(() => window.bench.keyDelays());
  const text = await page.evaluate(() => window.bench.typedText());
  const sample = { ...toSample(leg.row, cpu, result), keysMs };
  return text.length > 0 ? sample : { ...sample, trouble: 'the keys did not arrive' };
}

/** A paced leg takes as long as it takes; one at full speed ends when its time is over. */
function budgetOf({ pace, deltas }: Leg, budgetMs: number): number {
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

function feed(page: Page, plan: StretchFeed): Promise<FeedResult> {
  return page.evaluate((given) => window.bench.feed(given), plan);
}

function toSample(row: string, cpu: Cpu, { taken, isShown, ...smoothness }: FeedResult): Sample {
  const sample = { row, ...cpu, deltas: taken, ...smoothness };
  return isShown ? sample : { ...sample, trouble: 'the last of the text was not seen within 3 s' };
}

/** Where in the answer's text each leg begins, and what it takes. */
function planAnswer(legs: readonly Leg[]): PlannedStretch[] {
  let at = 0;
  return legs.map(({ from = at, deltas }) => {
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
  // The second time takes what the first one's finalizers let go.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
}
