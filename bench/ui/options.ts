import { parseArgs } from 'node:util';
import { type CandidateInfo, candidates } from './candidates.ts';
import { mountsOnly, type Workload, workloads } from './workloads.ts';

export interface Options {
  readonly candidates: readonly CandidateInfo[];
  readonly workloads: readonly Workload[];
  readonly repeat: number;
  readonly peerRepeat: number;
  readonly budgetMs: number;
  readonly peerBudgetMs: number;
  /** File to write all measurements to. */
  readonly json: string | undefined;
  /** File of measurements to create the report from, instead of measuring. */
  readonly from: string | undefined;
  /** Folder for CPU profiles. Pages are then built with function names. */
  readonly profile: string | undefined;
  /** Whether to write the report into `docs/performance.md`. */
  readonly write: boolean;
}

/** Workloads of `--quick`. It also excludes the peers and the candidate `client`. */
const QUICK: readonly string[] = ['W1', 'W2', 'W3', 'W4', 'W6', 'W7'];

/** @throws When a candidate or a workload does not exist. The message lists the valid names. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: argv.filter((arg) => arg !== '--'),
    options: {
      only: { type: 'string' },
      workloads: { type: 'string' },
      repeat: { type: 'string' },
      'peer-repeat': { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      from: { type: 'string' },
      write: { type: 'boolean' },
      profile: { type: 'string' },
    },
  });
  const { only, quick } = values;
  const isWhole = only === undefined && values.workloads === undefined && !quick;
  return {
    candidates: only
      ? choose(candidates, only, ({ name }) => name)
      : candidates.filter(({ isPeer, name }) => !quick || !(isPeer || name === 'client')),
    workloads: values.workloads
      ? chooseWorkloads(values.workloads)
      : workloads.filter(({ id }) => !quick || QUICK.includes(id)),
    repeat: Number(values.repeat ?? (quick ? 1 : 3)),
    peerRepeat: Number(values['peer-repeat'] ?? (only === undefined ? 1 : (values.repeat ?? 1))),
    budgetMs: 10_000,
    peerBudgetMs: 5_000,
    json: values.json,
    from: values.from,
    profile: values.profile,
    write: values.write ?? ((isWhole && values.profile === undefined) || values.from !== undefined),
  };
}

/** W2 and W3 include the mounts of W5, so a mount-only workload is added only without them. */
function chooseWorkloads(names: string): readonly Workload[] {
  const chosen = choose([...workloads, ...mountsOnly], names, ({ id }) => id);
  return chosen.filter(
    ({ id, mountRow }) =>
      id !== 'W5' || !chosen.some((other) => other.id !== 'W5' && other.mountRow === mountRow),
  );
}

/** Returns the named entries, in the order of `all`. */
function choose<T>(all: readonly T[], names: string, nameOf: (one: T) => string): readonly T[] {
  const chosen = names.split(',');
  const unknown = chosen.filter((name) => !all.some((one) => nameOf(one) === name));
  if (unknown.length > 0) {
    throw new Error(
      `Unknown name: ${unknown.join(', ')}. Choose from ${[...new Set(all.map(nameOf))].join(', ')}.`,
    );
  }
  return all.filter((one) => chosen.includes(nameOf(one)));
}
