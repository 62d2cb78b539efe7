import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { repositoryRoot } from './repository-root.ts';

/** A published package of the workspace. */
export interface WorkspacePackage {
  /** `@threadkit/core` */
  readonly name: string;
  /** `core` */
  readonly folder: string;
  /** Absolute. */
  readonly path: string;
  /** Source file of each code entry, relative to the package, by specifier (`@threadkit/core/api`). */
  readonly entries: ReadonlyMap<string, string>;
}

/** Returns every published package under packages/, dependencies first. */
export function workspacePackages(): WorkspacePackage[] {
  const order = ['core', 'server', 'react', 'ui'];
  return globSync('packages/*/package.json', { cwd: repositoryRoot })
    .map((file) => join(repositoryRoot, file))
    .flatMap((file) => {
      const manifest: { name: string; private?: boolean; exports: Record<string, string> } = JSON.parse(
        readFileSync(file, 'utf8'),
      );
      if (manifest.private) return [];
      const path = dirname(file);
      const code = Object.entries(manifest.exports).filter(([, source]) => /\.tsx?$/.test(source));
      const entries = new Map(code.map(([key, source]) => [manifest.name + key.slice(1), source]));
      return [{ name: manifest.name, folder: basename(path), path, entries }];
    })
    .toSorted((a, b) => order.indexOf(a.folder) - order.indexOf(b.folder));
}
