import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Allows only images from other origins, so that no response can load or send anything else. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob: https:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the files below a folder, and its index.html for all other paths. */
export function staticFiles(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    const path = filePath(folder, new URL(request.url).pathname);
    const file = path === undefined ? undefined : await read(path);
    if (path !== undefined && file !== undefined) return respond(request, path, file);
    // A missing script must respond with 404 instead of the page.
    if (path === undefined || extname(path) !== '') return new Response('Not found', { status: 404 });
    const index = join(folder, 'index.html');
    const page = await read(index);
    return page === undefined
      ? new Response('The page is not built: run "vite build examples/playground".', { status: 404 })
      : respond(request, index, page);
  };
}

/** Undefined for a path outside of the folder or with an invalid encoding. */
function filePath(folder: string, pathname: string): string | undefined {
  try {
    const path = normalize(join(folder, decodeURIComponent(pathname)));
    return path === folder || path.startsWith(folder + sep) ? path : undefined;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code))
    ) {
      return undefined;
    }
    throw error;
  }
}

function respond(request: Request, path: string, file: Uint8Array<ArrayBuffer>): Response {
  // Vite adds a hash to all file names under assets/.
  const isHashed = path.includes(`${sep}assets${sep}`);
  return new Response(request.method === 'HEAD' ? null : file, {
    headers: {
      'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    },
  });
}
