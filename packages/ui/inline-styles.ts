import { readFile, writeFile } from 'node:fs/promises';

const IMPORT = /^@import "(?<path>[^"]+)"(?: layer\((?<layer>[\w-]+)\))?;$/gm;
const ORDER = /^@layer [\w-]+(?:, [\w-]+)*;$/m;

/**
 * Writes `from` to `to` with each `@import "./x.css" layer(y);` replaced by what it names, and an order of layers before
 * them kept: one file to publish, one request to load. Anything else in `from` is an error, so that no rule can be lost.
 */
export async function inlineStyles(from: URL, to: URL): Promise<void> {
  const source = await readFile(from, 'utf8');
  const rest = source.replace(ORDER, '').replace(IMPORT, '').trim();
  if (rest !== '')
    throw new Error(`${from.pathname} may only hold imports and one order of layers, but has: ${rest}`);
  const [order = ''] = ORDER.exec(source) ?? [];
  const sheets = await Promise.all(
    [...source.matchAll(IMPORT)].map(async ({ groups }) => {
      const { path = '', layer } = groups ?? {};
      const css = (await readFile(new URL(path, from), 'utf8')).trim();
      return layer === undefined ? `${css}\n` : `@layer ${layer} {\n${css}\n}\n`;
    }),
  );
  await writeFile(to, [order, ...sheets].join('\n'));
}
