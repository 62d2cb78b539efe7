import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const here = import.meta.dirname;
const guide = readFileSync(join(here, '../../../docs/guides/engines.md'), 'utf8');
const section = guide.slice(guide.indexOf('\n## Write your own engine'));

it.each(['ollama-engine.ts', 'ollama-engine.test.ts'])('the engines guide shows %s as it runs', (name) => {
  // The blocks of the guide share one module.
  const code = readFileSync(join(here, name), 'utf8').replaceAll(/^import .* from '\.\/.*\n/gm, '');
  expect(section).toContain(`\n${code}\`\`\`\n`);
});
