import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository-root.ts';
import type { KeyPage } from '../story-pages.ts';
import type { StyleSnapshot } from './style-snapshot.ts';

const fileOf = (name: KeyPage): string => join(repositoryRoot, 'e2e', 'style-snapshots', `${name}.json`);

/** @throws When the page has no snapshot. */
export function readSnapshot(name: KeyPage): StyleSnapshot {
  const file = fileOf(name);
  if (!existsSync(file)) throw new Error(`${file} is missing. Run "pnpm style-snapshots --update".`);
  return JSON.parse(readFileSync(file, 'utf8')) as StyleSnapshot;
}

/** Writes one line per path, for readable diffs. */
export function writeSnapshot(name: KeyPage, snapshot: StyleSnapshot): void {
  const lines = Object.entries(snapshot).map(
    ([path, properties]) => `  ${JSON.stringify(path)}: ${JSON.stringify(properties)}`,
  );
  writeFileSync(fileOf(name), `{\n${lines.join(',\n')}\n}\n`);
}
