import { spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const module = fileURLToPath(new URL('./inherited-descriptors.ts', import.meta.url));

/** A process that got the descriptor 40 from its parent, and what its own child finds there. */
const script = `
import { spawnSync } from 'node:child_process';
import { coverInherited } from ${JSON.stringify(module)};
const child = (stdio) => spawnSync('/usr/bin/readlink', ['/proc/self/fd/40'], { stdio }).stdout.toString().trim();
console.log(child(['ignore', 'pipe']), coverInherited(['ignore', 'pipe'], child));
`;

test.skipIf(process.platform !== 'linux')('a child gets /dev/null for what this process inherited', () => {
  const stdio = Array.from({ length: 41 }, (_, fd) => (fd === 1 ? 'pipe' : 'ignore')) as (
    | 'pipe'
    | 'ignore'
    | number
  )[];
  stdio[40] = openSync(module, 'r');
  const args = ['--input-type=module', '--eval', script];
  const { stdout } = spawnSync(process.execPath, args, { stdio });
  expect(stdout.toString().trim()).toBe(`${module} /dev/null`);
});
