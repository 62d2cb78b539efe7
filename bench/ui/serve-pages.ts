import { createServer } from 'node:http';
import type { PageFiles } from './build-pages.ts';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

export interface PageServer {
  /** Without a trailing slash. */
  readonly url: string;
  stop(): void;
}

/** Serves built pages on 127.0.0.1. */
export function servePages(files: PageFiles): Promise<PageServer> {
  const server = createServer(({ url = '/' }, response) => {
    const contents = files.get(url);
    const type = TYPES[url.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8';
    response.writeHead(contents ? 200 : 404, { 'content-type': type });
    response.end(contents);
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      resolve({
        url: `http://127.0.0.1:${port}`,
        stop: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
