import { readFile, writeFile } from 'node:fs/promises';

const IMPORT = /^@import "(?<path>[^"]+)"(?: layer\((?<layer>[\w-]+)\))?;$/gm;
const ORDER = /^@layer [\w-]+(?:, [\w-]+)*;$/m;

/**
 * Writes `from` to `to` with the imported file in place of each `@import "./x.css" layer(y);`, after the `@layer` order:
 * one file to publish, one request to load.
 *
 * @throws If `from` contains anything else, because the result would lack it.
 */
export async function inlineStyles(from: URL, to: URL): Promise<void> {
  const source = await readFile(from, 'utf8');
  const rest = source.replace(ORDER, '').replace(IMPORT, '').trim();
  if (rest !== '')
    throw new Error(`${from.pathname} may contain only imports and one @layer order. Remove: ${rest}`);
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
