/** Checks that the regular expressions of shipped sources run in linear time: their input may be untrusted. */
import { globSync, readFileSync } from 'node:fs';
import { findPatterns } from './patterns.ts';
import { repositoryRoot } from './repository-root.ts';
import { slowPatterns } from './slow-patterns.ts';

const notShipped =
  /\.(test|test-d|stories|config)\.tsx?$|-contract\.tsx?$|\/(stories|stories-support|testing)\//;

const patterns = globSync('packages/*/src/**/*.{ts,tsx}', { cwd: repositoryRoot })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !notShipped.test(path))
  .toSorted()
  .flatMap((path) => findPatterns(path, readFileSync(`${repositoryRoot}/${path}`, 'utf8')));

const slow = slowPatterns(patterns);
for (const line of slow) console.error(line);
console.log(
  slow.length === 0
    ? `${patterns.length} patterns are linear.`
    : `${slow.length} patterns may take more than linear time.`,
);
process.exitCode = slow.length === 0 ? 0 : 1;
