import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeOldNode } from './old-node.ts';

it.each(['18.20.8', '20.19.0', '22.0.0', '22.12.0', '14.21.3'])(
  'describeOldNode refuses Node %s and names the required version and a working command',
  (version) => {
    expect(describeOldNode(version)).toContain(`Node 22.13 or later is needed; this is ${version}.`);
    expect(describeOldNode(version)).toContain('npx --package node@24');
  },
);

it.each(['22.13.0', '22.23.3', '23.0.0', '24.21.0', '26.0.0'])(
  'describeOldNode accepts Node %s',
  (version) => {
    expect(describeOldNode(version)).toBeUndefined();
  },
);

it('describeOldNode names the version that package.json declares', () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ engines: { node: '>=22.13' } });
});

it('cli.ts and old-node.ts have no static imports, so that an old Node can load them', () => {
  for (const file of ['../cli.ts', './old-node.ts']) {
    expect(readFileSync(new URL(file, import.meta.url), 'utf8')).not.toMatch(
      /^\s*(import|export)\b.*\bfrom\b/m,
    );
  }
});
