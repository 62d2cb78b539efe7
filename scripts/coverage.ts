/** Checks that docs/coverage.md matches the table of operations and the tests; `--update` writes the file. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coveragePage, uncovered } from './coverage-table.ts';
import { firstDifference } from './first-difference.ts';
import { readCoverage } from './read-coverage.ts';
import { repositoryRoot } from './repository-root.ts';

const page = join(repositoryRoot, 'docs/coverage.md');
const coverage = readCoverage();
const text = coveragePage(coverage);

if (process.argv.includes('--update')) {
  writeFileSync(page, text);
} else {
  const written = existsSync(page) ? readFileSync(page, 'utf8').replaceAll('\r\n', '\n') : '';
  if (written !== text) {
    console.error(`docs/coverage.md ${firstDifference(written, text)}\nRun 'pnpm coverage --update'.`);
    process.exitCode = 1;
  }
}
for (const name of uncovered(coverage)) {
  console.error(`No test covers ${name}.`);
  process.exitCode = 1;
}
console.log(/\*\*(.*)\*\*/.exec(text)?.[1]);
