import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../scripts/repository-root.ts';
import { markedBlock, markedBlocks, replaceOnce } from './marked-blocks.ts';

/** Between two words of an answer, in milliseconds: nobody reads along. */
export const PACE_MS = 2;

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

/** The README's chat with its tool, as the README says to put them together. */
export function readmeApp(baseURL: string): string {
  return `import { tools } from './tools';\n${withTools(
    replaceOnce(readmeFile('src/App.tsx'), 'http://127.0.0.1:4010/v1', baseURL),
  )}`;
}

export function readmeFile(name: string): string {
  return markedBlock(read('README.md'), 'file', name);
}

/** The README's command that starts the server, for another port and other pages. */
export function readmeServeCommand(origins: readonly string[]): string[] {
  const line = markedBlock(read('README.md'), 'command', 'serve').trim();
  const onFreePort = replaceOnce(line, '--port 4010', '--port 0');
  const own = origins.map((origin) => `--cors-origin ${origin}`).join(' ');
  const words = replaceOnce(onFreePort, '--cors-origin http://localhost:5173', own).split(' ');
  if (words[0] !== 'npx') throw new Error(`The README's command does not begin with npx: ${line}`);
  // The bins of the app are on PATH: this is what npx finds first.
  return words.slice(1);
}

/** The files that the guide for Next says to write, with the README's tool in its chat. */
export function nextGuideFiles(): Record<string, string> {
  const files = markedBlocks(read('docs/guides/next.md')).filter(({ kind }) => kind === 'file');
  return Object.fromEntries(files.map(({ name, code }) => [name, adaptations[name]?.(code) ?? code]));
}

const adaptations: Readonly<Record<string, (code: string) => string>> = {
  'app/conversation.tsx': (code) =>
    replaceOnce(withTools(code), "'use client';\n", "'use client';\nimport { tools } from './tools';\n"),
  // As with the command: the words of an answer come fast, but one by one.
  'lib/threadkit.ts': (code) => replaceOnce(code, 'scripted()', `scripted({ paceMs: ${PACE_MS} })`),
};

const withTools = (code: string): string =>
  replaceOnce(code, 'assistantId="asst_demo"', 'assistantId="asst_demo" tools={tools}');
