import type { Browser } from 'playwright';
import type { CandidateInfo } from './candidates.ts';
import { measurePage } from './measure-page.ts';
import type { Failure, Measured } from './results.ts';
import type { Workload } from './workloads.ts';

export interface Plan {
  readonly browser: Browser;
  /** Where the pages are served, without a slash at the end. */
  readonly url: string;
  readonly candidates: readonly CandidateInfo[];
  readonly workloads: readonly Workload[];
  /** Repetitions; peers may have fewer. */
  readonly repeat: number;
  readonly peerRepeat: number;
  /** How long a stretch at full speed may take. */
  readonly budgetMs: number;
  readonly peerBudgetMs: number;
  /** Where profiles are written to, if any are wanted. */
  readonly profile: string | undefined;
  /** Hears of each visit that is done. */
  readonly onVisit: (line: string) => void;
}

/** Everything in turn: A B C, A B C. What disturbs the machine for a while disturbs all of them. */
export async function runTurns(plan: Plan): Promise<{ measured: Measured[]; failures: Failure[] }> {
  const measured: Measured[] = [];
  const failures: Failure[] = [];
  for (let turn = 0; turn < Math.max(plan.repeat, plan.peerRepeat); turn += 1) {
    for (const workload of plan.workloads) {
      for (const candidate of plan.candidates) {
        if (!isDue(workload, candidate, turn, plan)) continue;
        const { name, isPeer } = candidate;
        const startedAt = performance.now();
        try {
          const budgetMs = isPeer ? plan.peerBudgetMs : plan.budgetMs;
          const profiling =
            plan.profile === undefined ? undefined : { folder: plan.profile, candidate: name };
          const url = `${plan.url}/${name}/`;
          const samples = await measurePage({ browser: plan.browser, url, workload, budgetMs, profiling });
          measured.push(...samples.map((sample) => ({ candidate: name, turn, sample })));
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          failures.push({ candidate: name, turn, workload: workload.id, message: firstLine(message) });
        }
        const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
        plan.onVisit(`${turn + 1}  ${workload.id.padEnd(7)}${name.padEnd(24)}${seconds.padStart(6)} s`);
      }
    }
  }
  return { measured, failures };
}

function isDue(workload: Workload, candidate: CandidateInfo, turn: number, plan: Plan): boolean {
  const { once, peers = true } = workload;
  if (candidate.isPeer && !peers) return false;
  const repeat = candidate.isPeer ? plan.peerRepeat : plan.repeat;
  return turn < (once || candidate.once ? 1 : repeat);
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
