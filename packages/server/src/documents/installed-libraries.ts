import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentFormat } from './document-reader.ts';

/** The optional peer that reads a format. */
export const LIBRARIES: Readonly<Record<DocumentFormat, string>> = { pdf: 'pdfjs-dist', zip: 'yauzl' };

const require = createRequire(import.meta.url);
const FOLDER = `${sep}node_modules${sep}`;

/** The formats whose libraries are installed. */
export function installedFormats(): ReadonlySet<DocumentFormat> {
  const formats = Object.keys(LIBRARIES) as DocumentFormat[];
  return new Set(formats.filter((format) => folderOf(LIBRARIES[format]) !== undefined));
}

/** Folders that the process may read: those of modules, and of this package. */
export function readableFolders(): string[] {
  const own = dirname(dirname(fileURLToPath(import.meta.url)));
  const names = ['htmlparser2', ...Object.values(LIBRARIES)];
  const searched = names
    .flatMap((name) => require.resolve.paths(name) ?? [])
    .filter((path) => existsSync(path));
  const real = names.flatMap((name) => folderOf(name) ?? []).map(upToModules);
  return [
    ...new Set([
      join(own, sep),
      join(dirname(own), 'package.json'),
      ...searched.map((path) => join(path, sep)),
      ...real,
    ]),
  ];
}

function folderOf(name: string): string | undefined {
  try {
    return realpathSync(dirname(require.resolve(`${name}/package.json`)));
  } catch {
    return undefined;
  }
}

/** Package managers keep packages in folders of their own, and link these. */
function upToModules(folder: string): string {
  const at = folder.indexOf(FOLDER);
  return at === -1 ? join(folder, sep) : folder.slice(0, at + FOLDER.length);
}
