import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { repositoryRoot } from './repository-root.ts';

/** The file that `pnpm marked-lexer` writes. */
export const markedLexerFile: string = join(repositoryRoot, 'packages/ui/src/markdown/marked-lexer.js');

/**
 * marked's lexer and tokenizer without its renderer, parser and instances, as one module. marked is published as one
 * module that no bundler shakes; its sources are in its source map.
 */
export async function markedLexer(): Promise<string> {
  const require = createRequire(join(repositoryRoot, 'packages/ui/package.json'));
  const root = dirname(require.resolve('marked/package.json'));
  const manifest: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const map: { sources: string[]; sourcesContent: string[] } = JSON.parse(
    readFileSync(join(root, 'lib/marked.esm.js.map'), 'utf8'),
  );
  const sources = new Map(
    map.sources.map((path, index) => [path.replace('../src/', './'), map.sourcesContent[index]]),
  );
  const fromMap: Plugin = {
    name: 'sources-from-map',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\// }, ({ path }) => ({ path, namespace: 'marked' }));
      onLoad({ filter: /.*/, namespace: 'marked' }, ({ path }) => {
        const contents = sources.get(path);
        if (contents === undefined) throw new Error(`${path} is not in marked's source map.`);
        return { contents, loader: 'ts' };
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
    legalComments: 'none',
    write: false,
    plugins: [fromMap],
    logLevel: 'error',
  });
  const note = `marked ${manifest.version}: its lexer and tokenizer alone, made by \`pnpm marked-lexer\`. Do not edit.`;
  return `/**\n${note}\n\n${license.trim()}\n*/\n${outputFiles[0]?.text ?? ''}`;
}
