import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staticFiles } from './static-files.ts';

let outside: string;
let files: (request: Request) => Promise<Response>;

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'threadkit-static-'));
  const folder = join(outside, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<title>page</title>');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {};');
  files = staticFiles(folder);
});

afterAll(() => rmSync(outside, { recursive: true }));

const get = (path: string) => files(new Request(`http://127.0.0.1${path}`));

test('the root and paths of the app serve the page', async () => {
  for (const path of ['/', '/threads', '/?thread=thread_1']) {
    const response = await get(path);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('page');
  }
});

test('a hashed asset is cached as immutable, the page is not', async () => {
  expect((await get('/assets/app-1a2b.js')).headers.get('cache-control')).toContain('immutable');
  expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
});

test('a request for a missing script gets 404 instead of the page', async () => {
  expect((await get('/assets/gone.js')).status).toBe(404);
});

test('a path outside of the folder is not served', async () => {
  for (const path of [
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%E0%A4%A',
  ]) {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('secret');
  }
});
