/** Bundles `measure.ts`, because Node cannot run JSX, and executes it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repositoryRoot } from '../../scripts/repository-root.ts';
import { runCommand } from '../../scripts/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'markdown-growth-'));
const outfile = join(folder, 'measure.cjs');
try {
  await build({
    entryPoints: [join(repositoryRoot, 'bench/markdown/measure.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const { exitCode } = await runCommand([process.execPath, outfile], { show: true, timeoutMs: 10 * 60_000 });
  process.exitCode = exitCode;
} finally {
  rmSync(folder, { recursive: true });
}
