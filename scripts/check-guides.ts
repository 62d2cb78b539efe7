/**
 * Type-checks every `ts` and `tsx` block of docs/guides against the packages of this workspace, with the compiler
 * options of the packages. Errors name guide and line. Each block is a separate module, unless its fence has
 * `continued` after the language: see `guideModules`.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { guideModules } from './guide-blocks.ts';
import { repositoryRoot } from './repository-root.ts';
import { runCommand } from './run-command.ts';

// Inside the repository, so that imports of packages resolve; git and the other checks ignore the folder.
const project = '.tools/guides';
const folder = join(repositoryRoot, project);

/** Writes the modules of a guide to files, and returns the file names. */
function writeModules(guide: string): string[] {
  const modules = guideModules(readFileSync(join(repositoryRoot, guide), 'utf8'));
  return modules.map(({ line, language, code }) => {
    const name = `${basename(guide, '.md')}.${line}.${language}`;
    writeFileSync(join(folder, name), code);
    return name;
  });
}

/** Turns `.tools/guides/hooks.12.tsx(34,5): error …` into `docs/guides/hooks.md:34:5: error …`. */
function withGuidePaths(output: string): string {
  return output.replaceAll(/\.tools\/guides\/([\w-]+)\.\d+\.tsx?\((\d+),(\d+)\)/g, 'docs/guides/$1.md:$2:$3');
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const guides = globSync('docs/guides/*.md', { cwd: repositoryRoot }).toSorted();
const files = guides.flatMap((guide) => {
  try {
    return writeModules(guide);
  } catch (error) {
    throw new Error(`${guide}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
});
const tsconfig = {
  extends: '../../tsconfig.base.json',
  compilerOptions: { lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: ['node'] },
  files,
};
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig, undefined, 2));

const command = ['tsc', '--project', `${project}/tsconfig.json`, '--pretty', 'false'];
const { exitCode, output } = await runCommand(command, { timeoutMs: 5 * 60_000 });
if (exitCode !== 0) console.error(withGuidePaths(output.replaceAll('\\', '/')).trimEnd());
else console.log(`${files.length} blocks of ${guides.length} guides compile.`);
process.exitCode = exitCode === 0 ? 0 : 1;
