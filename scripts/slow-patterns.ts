import type { Pattern } from './patterns.ts';

// Must be set before the import. The JavaScript build needs neither Java nor a native binary.
process.env['RECHECK_SYNC_BACKEND'] = 'pure';
const { checkSync } = await import('recheck');

/** Limits the analysis by step counts: with time limits or a random seed, results would differ between machines. */
const DETERMINISTIC_OPTIONS = {
  timeout: null,
  incubationTimeout: null,
  attackTimeout: null,
  randomSeed: 1,
};

/** Returns one message per pattern that may take more than linear time or could not be checked. */
export function slowPatterns(patterns: readonly Pattern[]): string[] {
  const problems = new Map<string, string | undefined>();
  return patterns.flatMap(({ path, line, source, flags, reason }) => {
    if (reason !== undefined) return [];
    const key = `/${source}/${flags}`;
    if (!problems.has(key))
      problems.set(key, source === undefined ? 'is built at run time' : findProblem(source, flags));
    const problem = problems.get(key);
    if (problem === undefined) return [];
    return [
      `${path}:${line} ${source === undefined ? 'a pattern' : key} ${problem}. Make it linear, or add the reason why it is in a comment: // linear: …`,
    ];
  });
}

function findProblem(source: string, flags: string): string | undefined {
  const result = checkSync(source, flags, DETERMINISTIC_OPTIONS);
  if (result.status === 'safe') return undefined;
  return result.status === 'vulnerable' ? `takes ${result.complexity.summary} time` : 'could not be checked';
}
