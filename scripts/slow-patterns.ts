import type { Pattern } from './patterns.ts';

// Read when the module loads: the build in JavaScript needs neither Java nor a program of this platform.
process.env['RECHECK_SYNC_BACKEND'] = 'pure';
const { checkSync } = await import('recheck');

/** The analysis is bounded by counts of steps: a limit of time, or another seed, would give each machine its own outcome. */
const SAME_EVERYWHERE = {
  timeout: null,
  incubationTimeout: null,
  attackTimeout: null,
  randomSeed: 1,
};

/** Complaints about the patterns that may take more than linear time, or that nothing is known about. */
export function slowPatterns(patterns: readonly Pattern[]): string[] {
  const known = new Map<string, string | undefined>();
  return patterns.flatMap(({ path, line, source, flags, reason }) => {
    if (reason !== undefined) return [];
    const key = `/${source}/${flags}`;
    if (!known.has(key))
      known.set(key, source === undefined ? 'is put together at run time' : fault(source, flags));
    const said = known.get(key);
    if (said === undefined) return [];
    return [
      `${path}:${line} ${source === undefined ? 'a pattern' : key} ${said}. Make it linear, or say why it is in a comment: // linear: …`,
    ];
  });
}

function fault(source: string, flags: string): string | undefined {
  const result = checkSync(source, flags, SAME_EVERYWHERE);
  if (result.status === 'safe') return undefined;
  return result.status === 'vulnerable' ? `takes ${result.complexity.summary} time` : 'could not be checked';
}
