/** Prints the twenty slowest tests of the last `npm test`, from its reports: `pnpm test:slow`. */
import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { repositoryRoot } from './repository-root.ts';
import { slowest, timedTests } from './slow-tests.ts';

const reports = globSync('test-results/*.json', { cwd: repositoryRoot });
if (reports.length === 0) {
  console.error('There are no reports in test-results/. Run "npm test" first.');
  process.exit(1);
}
const tests = reports.flatMap((file) => timedTests(readFileSync(`${repositoryRoot}/${file}`, 'utf8')));
for (const { name, ms } of slowest(tests, 20)) {
  const shown = name.startsWith('/') ? relative(repositoryRoot, name) : name;
  console.log(`${(ms / 1000).toFixed(1).padStart(6)} s  ${shown}`);
}
