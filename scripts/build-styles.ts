/** Builds the published stylesheet with a bundler, for tests that compare the output with the source. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { inlineStyles } from '../packages/ui/inline-styles.ts';
import { repositoryRoot } from './repository-root.ts';

const source = pathToFileURL(join(repositoryRoot, 'packages/ui/src/styles.css'));

/** @param targets - Browsers to compile for, as in `build.cssTarget`. @defaultValue Vite's default */
export async function buildStyles(targets?: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tk-built-'));
  try {
    await inlineStyles(source, pathToFileURL(join(folder, 'styles.css')));
    await writeFile(join(folder, 'main.js'), "import './styles.css';");
    const built = await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        ...(targets && { cssTarget: targets }),
        rolldownOptions: { input: join(folder, 'main.js') },
      },
    });
    const outputs = Array.isArray(built)
      ? built.flatMap(({ output }) => output)
      : 'output' in built
        ? built.output
        : [];
    const sheet = outputs.find(({ fileName }) => fileName.endsWith('.css'));
    if (sheet?.type !== 'asset') throw new Error('The build wrote no stylesheet.');
    return String(sheet.source);
  } finally {
    await rm(folder, { recursive: true });
  }
}
