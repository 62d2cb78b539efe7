/**
 * Rolls up the types of every package entry into one declaration file under api/. The files are committed, so that
 * a change of the public API shows in review. Without flags, compares; with `--update`, writes.
 */
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsdown';
import { firstDifference } from './first-difference.ts';
import { repositoryRoot } from './repository-root.ts';
import { type WorkspacePackage, workspacePackages } from './workspace-packages.ts';

const apiDir = join(repositoryRoot, 'api');

/** `@threadkit/server/engines/x` → `server.engines.x.d.ts` */
const reportName = (specifier: string): string =>
  `${specifier.replace('@threadkit/', '').replaceAll('/', '.')}.d.ts`;

async function report(pkg: WorkspacePackage, specifier: string, source: string): Promise<string> {
  if (!existsSync(join(pkg.path, source))) {
    throw new Error(
      `${specifier} is exported as ${source}, but there is no such file in packages/${pkg.folder}.`,
    );
  }
  const outDir = mkdtempSync(join(tmpdir(), 'threadkit-api-'));
  try {
    await build({
      cwd: pkg.path,
      config: false,
      entry: { report: source },
      outDir,
      format: ['esm'],
      platform: 'neutral',
      tsconfig: reportTsconfig(pkg, source),
      dts: { emitDtsOnly: true },
      fixedExtension: false,
      logLevel: 'error',
    });
    const rolledUp = readFileSync(join(outDir, 'report.d.ts'), 'utf8');
    return `// ${specifier}: what it exports. Written by \`pnpm api --update\`.\n\n${rolledUp}`;
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

/** Only the server's main entry compiles without Node types; tsconfig.test.json adds them for the others. */
function reportTsconfig(pkg: WorkspacePackage, source: string): string {
  const isNodeOnly = pkg.folder === 'server' && source !== './src/index.ts';
  return isNodeOnly ? 'tsconfig.test.json' : 'tsconfig.json';
}

async function main(update: boolean): Promise<number> {
  const reports = new Map<string, string>();
  for (const pkg of workspacePackages()) {
    for (const [specifier, source] of pkg.entries) {
      reports.set(reportName(specifier), await report(pkg, specifier, source));
    }
  }
  mkdirSync(apiDir, { recursive: true });
  const stale = globSync('*.d.ts', { cwd: apiDir }).filter((name) => !reports.has(name));
  const changed = [...reports].filter(([name, text]) => {
    const file = join(apiDir, name);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  if (update) {
    for (const name of stale) rmSync(join(apiDir, name));
    for (const [name, text] of changed) writeFileSync(join(apiDir, name), text);
    console.log(`${reports.size} reports, ${changed.length} written, ${stale.length} removed.`);
    return 0;
  }
  for (const [name, text] of changed)
    console.error(`api/${name} ${describeDifference(join(apiDir, name), text)}`);
  for (const name of stale) console.error(`api/${name} has no matching package entry any more.`);
  const differing = changed.length + stale.length;
  console.log(
    differing === 0
      ? `${reports.size} reports match the sources.`
      : `${differing} of ${reports.size} reports differ. If the change is intended, run "pnpm api --update" and commit api/.`,
  );
  return differing === 0 ? 0 : 1;
}

function describeDifference(file: string, text: string): string {
  return existsSync(file) ? firstDifference(readFileSync(file, 'utf8'), text) : 'is missing.';
}

process.exitCode = await main(process.argv.includes('--update'));
