import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { coveragePage, testsIn, uncovered } from './coverage-table.ts';
import { readCoverage } from './read-coverage.ts';
import { repositoryRoot } from './repository-root.ts';

describe('coverage of the contract', () => {
  it('the coverage table includes all 23 operations and all 3 streams', () => {
    const coverage = readCoverage();
    expect(uncovered(coverage)).toEqual([]);
    expect(coveragePage(coverage)).toContain('**23 of 23 operations, 3 of 3 streams.**');
  });

  it('the coverage table equals the committed docs/coverage.md', () => {
    const written = readFileSync(join(repositoryRoot, 'docs/coverage.md'), 'utf8').replaceAll('\r\n', '\n');
    expect(written).toBe(coveragePage(readCoverage()));
  });

  it('the coverage table reports an operation that no test names as missing', () => {
    const coverage = readCoverage();
    const tests = coverage.tests.map(({ uses, ...test }) => ({
      ...test,
      uses: uses.filter((name) => name !== 'deleteMessage' && name !== 'createRun stream'),
    }));
    expect(uncovered({ ...coverage, tests })).toEqual(['deleteMessage', 'createRun stream']);
    expect(coveragePage({ ...coverage, tests })).toContain('**22 of 23 operations, 2 of 3 streams.**');
    expect(coveragePage({ ...coverage, tests })).toMatch(/`deleteMessage`.*\*\*none\*\*/);
  });

  it('the coverage table finds tests whose titles are string or template literals', () => {
    const code =
      "sdkTest('a b', ['getRun'], run); for (const x of y) sdkTest(`does ${x} well`, ['listRuns'], run);";
    expect(testsIn(parseSync('x.ts', code).program, 'x.ts')).toEqual([
      { title: 'a b', file: 'x.ts', uses: ['getRun'] },
      { title: 'does … well', file: 'x.ts', uses: ['listRuns'] },
    ]);
  });
});
