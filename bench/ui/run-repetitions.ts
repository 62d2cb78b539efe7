import type { Browser } from 'playwright';
import type { CandidateInfo } from './candidates.ts';
import { measurePage } from './measure-page.ts';
import type { Failure, Measured } from './results.ts';
import type { Workload } from './workloads.ts';

export interface Plan {
  readonly browser: Browser;
  /** URL of the page server, without a trailing slash. */
  readonly url: string;
  readonly candidates: readonly CandidateInfo[];
  readonly workloads: readonly Workload[];
  /** Number of repetitions. */
  readonly repeat: number;
  readonly peerRepeat: number;
  /** Time limit of a phase at full speed. */
  readonly budgetMs: number;
  readonly peerBudgetMs: number;
  /** Folder for CPU profiles; undefined disables profiling. */
  readonly profile: string | undefined;
  /** Called after each visit, with a line of progress. */
  readonly onVisit: (line: string) => void;
}

/** Measures the candidates alternately (A B C, A B C), so that a temporary load on the machine affects all of them. */
export async function runRepetitions(plan: Plan): Promise<{ measured: Measured[]; failures: Failure[] }> {
  const measured: Measured[] = [];
  const failures: Failure[] = [];
  for (let repetition = 0; repetition < Math.max(plan.repeat, plan.peerRepeat); repetition += 1) {
    for (const workload of plan.workloads) {
      for (const candidate of plan.candidates) {
        if (!isDue(workload, candidate, repetition, plan)) continue;
        const { name, isPeer } = candidate;
        const startedAt = performance.now();
        try {
          const budgetMs = isPeer ? plan.peerBudgetMs : plan.budgetMs;
          const profiling =
            plan.profile === undefined ? undefined : { folder: plan.profile, candidate: name };
          const url = `${plan.url}/${name}/`;
          const samples = await measurePage({ browser: plan.browser, url, workload, budgetMs, profiling });
          measured.push(...samples.map((sample) => ({ candidate: name, repetition, sample })));
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          failures.push({ candidate: name, repetition, workload: workload.id, message: firstLine(message) });
        }
        const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
        plan.onVisit(`${repetition + 1}  ${workload.id.padEnd(7)}${name.padEnd(24)}${seconds.padStart(6)} s`);
      }
    }
  }
  return { measured, failures };
}

function isDue(workload: Workload, candidate: CandidateInfo, repetition: number, plan: Plan): boolean {
  const { once, peers = true } = workload;
  if (candidate.isPeer && !peers) return false;
  const repeat = candidate.isPeer ? plan.peerRepeat : plan.repeat;
  return repetition < (once || candidate.once ? 1 : repeat);
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
