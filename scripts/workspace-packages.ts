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
  /** Its code entries: specifier (`@threadkit/core/api`) to source file, relative to the package. */
  readonly entries: ReadonlyMap<string, string>;
}

/** Every published package under packages/, in the order in which they build on each other. */
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
