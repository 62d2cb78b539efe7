/**
 * Writes the part of marked that the packages use: its lexer and tokenizer without its renderer, parser and instances,
 * and without the rules that are never reached (`marked-cuts.mjs`), as one module. marked is published as one
 * module that no bundler shakes; its sources are in its source map. Runs after each install, also in the Node that only
 * starts the tests, so it is plain JavaScript.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { cutUnnamedPatterns, cutUnreached } from './marked-cuts.mjs';

const ui = fileURLToPath(new URL('../packages/ui', import.meta.url));

const require = createRequire(join(ui, 'package.json'));
const root = dirname(require.resolve('marked/package.json'));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const map = JSON.parse(readFileSync(join(root, 'lib/marked.esm.js.map'), 'utf8'));
const sources = new Map(
  map.sources.map((path, index) => [path.replace('../src/', './'), map.sourcesContent[index]]),
);
/** @type {import('esbuild').Plugin} */
const fromMap = {
  name: 'sources-from-map',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path }) => ({ path, namespace: 'marked' }));
    onLoad({ filter: /.*/, namespace: 'marked' }, ({ path }) => {
      const contents = sources.get(path);
      if (contents === undefined) throw new Error(`${path} is not in marked's source map.`);
      return { contents: cutUnreached(path, contents), loader: 'ts' };
    });
  },
};
const license = readFileSync(join(root, 'LICENSE'), 'utf8').replaceAll('*/', '* /');
const { outputFiles } = await build({
  stdin: {
    contents: `export { _Lexer as Lexer } from './Lexer.ts';\nexport { _Tokenizer as Tokenizer } from './Tokenizer.ts';`,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  // Takes out what stands behind a condition that is never met.
  minifySyntax: true,
  legalComments: 'none',
  write: false,
  plugins: [fromMap],
  logLevel: 'error',
});
const note = `marked ${manifest.version}: its lexer and tokenizer without what is never reached, written by \`scripts/marked-lexer.mjs\` at each install.`;
const lexer = `/**\n${note}\n\n${license.trim()}\n*/\n${cutUnnamedPatterns(outputFiles[0]?.text ?? '')}`;
writeFileSync(join(ui, 'src/markdown/streaming/marked-lexer.js'), lexer);
