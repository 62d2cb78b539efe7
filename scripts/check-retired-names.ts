/** Checks that sources, docs and API reports do not use names that standard terms replaced. */
import { globSync, readFileSync } from 'node:fs';
import { repositoryRoot } from './repository-root.ts';
import { findRetiredExports, findRetiredNames, RETIRED_EXPORTS } from './retired-names.ts';

const read = (path: string): string => readFileSync(`${repositoryRoot}/${path}`, 'utf8');

const paths = globSync(
  [
    '*.md',
    '.changeset/*.md',
    '{packages,examples,e2e,scripts,docs,fresh-apps,bench,.storybook}/**/*.{ts,tsx,css,md,mdx,json}',
  ],
  {
    cwd: repositoryRoot,
    exclude: (path) => /(^|[/\\])(node_modules|dist|\.next|storybook-static)([/\\]|$)/.test(path),
  },
)
  .map((path) => path.replaceAll('\\', '/'))
  .filter(
    (path) =>
      !/^scripts\/(retired-names(\.test)?|style-snapshots\/.*)\.ts$|^bench\/peers\/|^\.changeset\/(names|words-on-screen)\.md$|CHANGELOG/.test(
        path,
      ),
  )
  .toSorted();

const found = [
  ...paths.flatMap((path) => findRetiredNames(path, read(path))),
  ...Object.keys(RETIRED_EXPORTS).flatMap((path) => findRetiredExports(path, read(path))),
];
for (const line of found) console.error(line);
console.log(
  found.length === 0 ? `${paths.length} files use no retired name.` : `${found.length} retired names.`,
);
process.exitCode = found.length === 0 ? 0 : 1;
