import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  EXTENSION_OPERATIONS,
  FILE_OPERATIONS,
  OPERATIONS,
  VECTOR_STORE_OPERATIONS,
} from '@threadkit/core/api';
import { parseSync } from 'vite';
import { type Coverage, testsIn } from './coverage-table.ts';
import { repositoryRoot } from './repository-root.ts';

/** Reads the table of operations, and the tests that cover them. */
export function readCoverage(): Coverage {
  const files = globSync('packages/server/test/openai-sdk/*.test.ts', { cwd: repositoryRoot })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
  return {
    operations: OPERATIONS,
    extensions: [...EXTENSION_OPERATIONS, ...FILE_OPERATIONS, ...VECTOR_STORE_OPERATIONS],
    tests: files.flatMap((file) =>
      testsIn(parseSync(file, readFileSync(join(repositoryRoot, file), 'utf8')).program, file),
    ),
  };
}
