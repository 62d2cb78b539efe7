import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { inlineStyles } from '../inline-styles.ts';

const source = new URL('./styles.css', import.meta.url);

async function createTempFolder(): Promise<URL> {
  return pathToFileURL(`${await mkdtemp(`${tmpdir()}/tk-styles-`)}/`);
}

test('the published stylesheet is one file with the layer order, one layer of rules, and the guard outside of it', async () => {
  const to = new URL('styles.css', await createTempFolder());
  await inlineStyles(source, to);
  const css = await readFile(to, 'utf8');
  expect(css).not.toContain('@import');
  expect(css).toMatch(/^@layer reset, theme, base, threadkit, components, utilities;\n/);
  expect(new Set(css.match(/^@layer [\w-]+ \{/gm))).toEqual(new Set(['@layer threadkit {']));
  const outside = css.slice(css.lastIndexOf('\n}\n\n/*'));
  expect(new Set(outside.match(/(?<=: )[\w-]+(?=;)/g))).toEqual(new Set(['revert-layer']));

  const files = await readdir(new URL('.', source), { recursive: true });
  const parts = files.filter((file) => file.endsWith('.css') && file !== 'styles.css');
  expect(parts.length).toBeGreaterThan(10);
  for (const part of parts) {
    const rules = await readFile(new URL(part.replaceAll('\\', '/'), source), 'utf8');
    expect(css, part).toContain(rules.trim());
  }
});

test('inlineStyles rejects a rule in the entry, which the build would lose', async () => {
  const folder = await createTempFolder();
  const entry = new URL('styles.css', folder);
  await writeFile(entry, '.lost { color: red; }');
  await expect(inlineStyles(entry, new URL('out.css', folder))).rejects.toThrow(
    'may contain only imports and one @layer order. Remove: .lost',
  );
});
