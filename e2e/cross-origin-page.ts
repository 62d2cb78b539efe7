import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';

const playground = join(import.meta.dirname, '..', 'examples', 'playground');

/** Serves a page with a chat on a separate origin, like a development server. The chat uses the server at `apiUrl`. */
export async function serveCrossOriginPage(apiUrl: string): Promise<{ url: string; close(): void }> {
  const script = await bundle(apiUrl);
  const http = createServer((request, response) => {
    if (request.url === '/app.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      return;
    }
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        '<!doctype html><html lang="en"><div id="root"></div><script type="module" src="/app.js"></script>',
      );
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    close() {
      http.closeAllConnections();
      http.close();
    },
  };
}

async function bundle(apiUrl: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createClient } from '@threadkit/core';
        import { ThreadkitProvider } from '@threadkit/react';
        import { Chat } from '@threadkit/ui';
        import { createRoot } from 'react-dom/client';

        const client = createClient({ baseURL: ${JSON.stringify(`${apiUrl}/v1`)} });
        createRoot(document.getElementById('root')).render(
          <ThreadkitProvider client={client}>
            <Chat assistantId="asst_demo" />
          </ThreadkitProvider>,
        );
      `,
      loader: 'tsx',
      resolveDir: playground,
    },
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild returned no output file.');
  return file.text;
}
