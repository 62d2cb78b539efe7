import { readFile, writeFile } from 'node:fs/promises';

const IMPORT = /^@import "(?<path>[^"]+)" layer\((?<layer>[\w-]+)\);$/gm;

/**
 * Writes `from` to `to` with each `@import "./x.css" layer(y);` replaced by what it names: one file to publish,
 * one request to load. Anything in `from` that is neither such an import nor a blank line is an error, so that no
 * rule can be lost.
 */
export async function inlineStyles(from: URL, to: URL): Promise<void> {
  const source = await readFile(from, 'utf8');
  const rest = source.replace(IMPORT, '').trim();
  if (rest !== '') throw new Error(`${from.pathname} may only hold layered imports, but has: ${rest}`);
  const layers = await Promise.all(
    [...source.matchAll(IMPORT)].map(async ({ groups: { path = '', layer = '' } = {} }) => {
      const css = await readFile(new URL(path, from), 'utf8');
      return `@layer ${layer} {\n${css.trim()}\n}\n`;
    }),
  );
  await writeFile(to, layers.join('\n'));
}
