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
  /** Where all that was measured is written to. */
  readonly json: string | undefined;
  /** What an earlier run wrote there: reported again, and nothing is measured. */
  readonly from: string | undefined;
  /** The folder for profiles; pages keep the names of their functions then. */
  readonly profile: string | undefined;
  /** Also into `docs/performance.md`. */
  readonly write: boolean;
}

/** What `--quick` takes. It leaves out peers, the client alone, the long curves, and what a slower processor does. */
const QUICK: readonly string[] = ['W1', 'W2', 'W3', 'W4', 'W6', 'W7'];

/**
 * @throws When a candidate or a workload does not exist, naming those that do.
 */
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

/** W2 and W3 mount too: W5 is added only where they are not wanted. */
function chooseWorkloads(names: string): readonly Workload[] {
  const chosen = choose([...workloads, ...mountsOnly], names, ({ id }) => id);
  return chosen.filter(
    ({ id, mountRow }) =>
      id !== 'W5' || !chosen.some((other) => other.id !== 'W5' && other.mountRow === mountRow),
  );
}

/** Those named, in their own order. */
function choose<T>(all: readonly T[], names: string, nameOf: (one: T) => string): readonly T[] {
  const wanted = names.split(',');
  const unknown = wanted.filter((name) => !all.some((one) => nameOf(one) === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no ${unknown.join(', ')}. Choose from ${[...new Set(all.map(nameOf))].join(', ')}.`,
    );
  }
  return all.filter((one) => wanted.includes(nameOf(one)));
}
