import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repositoryRoot } from '../../scripts/repository-root.ts';
import type { CandidateInfo } from './candidates.ts';

/** Content of the pages' files, by URL path. */
export type PageFiles = ReadonlyMap<string, Uint8Array>;

/** Builds the page of each candidate for production. The pages share no code, not even React. */
export async function buildPages(
  candidates: readonly CandidateInfo[],
  { keepNames }: { keepNames: boolean },
): Promise<PageFiles> {
  const built = await Promise.all(candidates.map((candidate) => buildPage(candidate, keepNames)));
  return new Map(built.flatMap((files) => [...files]));
}

async function buildPage({ name, entry }: CandidateInfo, keepNames: boolean): Promise<PageFiles> {
  const outdir = join(import.meta.dirname, 'built');
  const { outputFiles } = await build({
    entryPoints: [{ in: entry, out: 'page' }],
    outdir,
    absWorkingDir: repositoryRoot,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: !keepNames,
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'dataurl', '.woff': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl' },
    logLevel: 'error',
  });
  const files = new Map(
    outputFiles.map(({ path, contents }) => [
      `/${name}${path.slice(outdir.length).replaceAll('\\', '/')}`,
      contents,
    ]),
  );
  const frame = readFileSync(join(import.meta.dirname, 'pages/page.css'), 'utf8');
  const sheet = files.has(`/${name}/page.css`) ? `<link rel="stylesheet" href="page.css">` : '';
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">${sheet}<style>${frame}</style><body><script type="module" src="page.js"></script></body></html>`;
  return files.set(`/${name}/`, new TextEncoder().encode(html));
}
