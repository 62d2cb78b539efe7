import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { repositoryRoot } from '../../scripts/repository-root.ts';
import { splitStaticFromLazy } from '../../scripts/static-imports.ts';
import { type CandidateInfo, peersFolder } from './candidates.ts';

export interface Size {
  readonly candidate: string;
  readonly staticKib: number;
  readonly lazyKib: number;
}

const ENTRY = 'entry.ts';

const floor = `export * from './plain-page.ts'; export * from './stream-markdown.ts'`;
const reactMarkdown = `export { default as ReactMarkdown } from 'react-markdown'; export { default as gfm } from 'remark-gfm';`;
const aiSdk = `export { useChat } from '@ai-sdk/react'; export { DefaultChatTransport } from 'ai';
  export { Streamdown } from 'streamdown'; export { StickToBottom } from 'use-stick-to-bottom'`;
const assistantUi = `export { AssistantRuntimeProvider, ComposerPrimitive, MessagePrimitive, ThreadPrimitive,
  useLocalRuntime } from '@assistant-ui/react'; export { MarkdownTextPrimitive } from '@assistant-ui/react-markdown';
  export { default as gfm } from 'remark-gfm'`;

/** Imports of the smallest working chat with each candidate. */
const smallestImports: Readonly<Record<string, string>> = {
  threadkit: `export { createClient } from '@threadkit/core'; export { ThreadkitProvider } from '@threadkit/react';
    export { Chat } from '@threadkit/ui'`,
  floor,
  'floor-win': floor,
  naive: reactMarkdown,
  'naive-memo': reactMarkdown,
  'ai-sdk': aiSdk,
  'ai-sdk-50ms': aiSdk,
  langchain: `export { HttpAgentServerAdapter, useStream } from '@langchain/react';
    export { HumanMessage } from '@langchain/core/messages'; ${reactMarkdown}`,
  'assistant-ui': assistantUi,
  'assistant-ui-windowed': `${assistantUi}; export { unstable_useThreadMessageIds } from '@assistant-ui/react';
    export { useVirtualizer } from '@tanstack/react-virtual'`,
  'ant-design-x': `export { Bubble, Sender, XProvider } from '@ant-design/x';
    export { default as XMarkdown } from '@ant-design/x-markdown'`,
};

/** Measures static and lazy scripts of each candidate, minified and gzipped, without React. */
export async function measureSizes(candidates: readonly CandidateInfo[]): Promise<Size[]> {
  const sizes = await Promise.all(candidates.map(measureSize));
  return sizes.filter((size) => size !== undefined);
}

/** Size of `Chat` in KiB, as in `pnpm size`: without client and provider, which the app imports. */
export async function measureChat(): Promise<number> {
  const { staticKib } = await bundle(`export { Chat } from '@threadkit/ui'`, repositoryRoot);
  return staticKib;
}

async function measureSize({ name, isPeer }: CandidateInfo): Promise<Size | undefined> {
  const contents = smallestImports[name];
  if (contents === undefined) return undefined;
  const ownFolder = name === 'threadkit' ? repositoryRoot : join(import.meta.dirname, 'pages/floor');
  return { candidate: name, ...(await bundle(contents, isPeer ? peersFolder : ownFolder)) };
}

async function bundle(contents: string, resolveDir: string): Promise<Omit<Size, 'candidate'>> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir, loader: 'ts', sourcefile: ENTRY },
    absWorkingDir: repositoryRoot,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    outdir: 'sizes',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const kibOf = (paths: readonly string[]): number =>
    outputFiles
      .filter((file) => paths.some((path) => file.path.replaceAll('\\', '/').endsWith(`/${path}`)))
      .filter(({ path }) => path.endsWith('.js'))
      .reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).byteLength / 1024, 0);
  // The metafile names the entry with its path relative to the repository.
  const entry = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint?.endsWith(ENTRY));
  const { staticPaths, lazyPaths } = splitStaticFromLazy(metafile.outputs, entry?.entryPoint ?? ENTRY);
  return { staticKib: kibOf(staticPaths), lazyKib: kibOf(lazyPaths) };
}
