import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository-root.ts';
import type { KeyPage } from '../story-pages.ts';
import type { PageFacts } from './page-facts.ts';

const fileOf = (name: KeyPage): string => join(repositoryRoot, 'e2e', 'looks', `${name}.json`);

/** @throws When the page's facts were never written. */
export function readFacts(name: KeyPage): PageFacts {
  const file = fileOf(name);
  if (!existsSync(file)) throw new Error(`${file} is missing. Run "pnpm looks --update".`);
  return JSON.parse(readFileSync(file, 'utf8')) as PageFacts;
}

/** A path a line, so that a change reads as one. */
export function writeFacts(name: KeyPage, facts: PageFacts): void {
  const lines = Object.entries(facts).map(
    ([path, properties]) => `  ${JSON.stringify(path)}: ${JSON.stringify(properties)}`,
  );
  writeFileSync(fileOf(name), `{\n${lines.join(',\n')}\n}\n`);
}
