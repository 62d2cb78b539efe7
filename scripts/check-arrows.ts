/** Checks the imports between packages and between folders in shipped sources. */
import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { findBrokenImports, type SourceFile } from './arrows.ts';
import { repositoryRoot } from './repository-root.ts';

const notShipped =
  /\.(test|test-d|stories|config)\.tsx?$|-contract\.tsx?$|\/(stories|stories-support|testing)\//;

function importsOf(path: string, code: string): string[] {
  const { module, errors } = parseSync(path, code);
  const first = errors[0];
  if (first !== undefined) throw new Error(`${path}: ${first.message}`);
  const reexports = module.staticExports.flatMap((statement) =>
    statement.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
  );
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const literal = /^(['"`])([^$]*)\1$/.exec(code.slice(start, end));
    return literal?.[2] === undefined ? [] : [literal[2]];
  });
  const imports = module.staticImports.map((statement) => statement.moduleRequest.value);
  return [...new Set([...imports, ...reexports, ...dynamic])];
}

function publicEntries(): Set<string> {
  const manifests = globSync('packages/*/package.json', { cwd: repositoryRoot });
  return new Set(
    manifests.flatMap((file) => {
      const manifest: { name: string; private?: boolean; exports: Record<string, unknown> } = JSON.parse(
        readFileSync(`${repositoryRoot}/${file}`, 'utf8'),
      );
      // Private packages are for tests only: shipped code must not import them.
      return manifest.private ? [] : Object.keys(manifest.exports).map((key) => manifest.name + key.slice(1));
    }),
  );
}

const files: SourceFile[] = globSync(['packages/*/src/**/*.{ts,tsx}', 'examples/*/**/*.{ts,tsx}'], {
  cwd: repositoryRoot,
  exclude: (path) => path.includes('node_modules') || path.includes('dist'),
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !notShipped.test(path))
  .toSorted()
  .map((path) => ({ path, imports: importsOf(path, readFileSync(`${repositoryRoot}/${path}`, 'utf8')) }));

const broken = findBrokenImports(files, publicEntries());
for (const line of broken) console.error(line);
console.log(
  broken.length === 0
    ? `${files.length} files follow the import rules.`
    : `${broken.length} imports break the rules.`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
