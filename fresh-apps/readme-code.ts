import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../scripts/repository-root.ts';
import { markedBlock, markedBlocks, replaceOnce } from './marked-blocks.ts';

/** Delay between two words of a response, in milliseconds. */
export const PACE_MS = 2;

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

/** The README's chat with its tool, combined as the README describes. */
export function readmeApp(baseURL: string): string {
  return `import { tools } from './tools';\n${withTools(
    replaceOnce(readmeFile('src/App.tsx'), 'http://127.0.0.1:4010/v1', baseURL),
  )}`;
}

export function readmeFile(name: string): string {
  return markedBlock(read('README.md'), 'file', name);
}

/** The README's command that starts the server, with a free port and other allowed origins. */
export function readmeServeCommand(origins: readonly string[]): string[] {
  const line = markedBlock(read('README.md'), 'command', 'serve').trim();
  const onFreePort = replaceOnce(line, '--port 4010', '--port 0');
  const originFlags = origins.map((origin) => `--cors-origin ${origin}`).join(' ');
  const words = replaceOnce(onFreePort, '--cors-origin http://localhost:5173', originFlags).split(' ');
  if (words[0] !== 'npx') throw new Error(`The README's command does not begin with npx: ${line}`);
  // The bins of the app are on PATH, so npx is not needed.
  return words.slice(1);
}

/** The files of the guide for Next, with the README's tool in its chat. */
export function nextGuideFiles(): Record<string, string> {
  const files = markedBlocks(read('docs/guides/next.md')).filter(({ kind }) => kind === 'file');
  return Object.fromEntries(files.map(({ name, code }) => [name, adaptations[name]?.(code) ?? code]));
}

const adaptations: Readonly<Record<string, (code: string) => string>> = {
  'app/conversation.tsx': (code) =>
    replaceOnce(withTools(code), "'use client';\n", "'use client';\nimport { tools } from './tools';\n"),
  // A fast stream, as with the command, but still word by word.
  'lib/threadkit.ts': (code) => replaceOnce(code, 'scripted()', `scripted({ paceMs: ${PACE_MS} })`),
};

const withTools = (code: string): string =>
  replaceOnce(code, 'assistantId="asst_demo"', 'assistantId="asst_demo" tools={tools}');
