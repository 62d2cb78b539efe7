import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { pdfLines, pdfOfPages } from '../testing/pdf-document.ts';
import { until } from '../testing/until.ts';
import { parseCli } from './cli-options.ts';
import { runServe } from './run-serve.ts';

function optionsOf(...flags: readonly string[]) {
  const command = parseCli(['serve', '--port', '0', ...flags]);
  if (command.command !== 'serve') throw new Error('These flags do not start a server.');
  return command.options;
}

const post = (url: string, body: unknown) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

describe('threadkit serve', () => {
  it('threadkit serve --embeddings makes vectors at OPENAI_BASE_URL', async () => {
    const provider = createHttpServer((request, response) => {
      const { url, headers } = request;
      const isKnown = url === '/v1/embeddings' && headers.authorization === 'Bearer none';
      response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: [{ index: 0, embedding: [1, 0.5] }] }));
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void provider.close());
    await once(provider, 'listening');
    const { port } = provider.address() as AddressInfo;
    const env = { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1` };
    const served = await runServe(optionsOf('--embeddings', 'small'), env);
    onTestFinished(() => served.close());
    const form = new FormData();
    form.append('purpose', 'assistants');
    form.append('file', new File(['A cat sleeps.'], 'a.txt'));
    const file = (await (await fetch(`${served.url}/v1/files`, { method: 'POST', body: form })).json()) as {
      id: string;
    };
    const created = await post(`${served.url}/v1/vector_stores`, { file_ids: [file.id] });
    const { id } = (await created.json()) as { id: string };
    const search = async () =>
      (await post(`${served.url}/v1/vector_stores/${id}/search`, { query: 'feline' })).json() as Promise<{
        data: { filename: string }[];
      }>;
    await until(async () => (await search()).data.length > 0);
    expect((await search()).data).toMatchObject([{ filename: 'a.txt', score: 0.5 }]);
  });

  it('threadkit serve --embeddings says what is missing', async () => {
    await expect(runServe(optionsOf('--embeddings', 'small'), {})).rejects.toThrow(
      '--embeddings needs OPENAI_API_KEY, or OPENAI_BASE_URL',
    );
    await expect(runServe(optionsOf('--embeddings', 'small'), { OPENAI_BASE_URL: 'ollama' })).rejects.toThrow(
      '--embeddings small: baseURL of openaiEmbeddings is not an http or https URL.',
    );
  });

  it('threadkit serve prints how to fix a refused key and a refused origin', async () => {
    const provider = createHttpServer((_request, response) => {
      const error = { message: 'Incorrect API key provided: sk-live-1.', code: 'invalid_api_key' };
      response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void provider.close());
    await once(provider, 'listening');
    const { port } = provider.address() as AddressInfo;
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    onTestFinished(() => void vi.restoreAllMocks());

    const served = await runServe(optionsOf('--engine', 'chat-completions'), {
      OPENAI_API_KEY: 'sk-live-1',
      OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    });
    onTestFinished(() => served.close());
    const stream = await post(`${served.url}/v1/threads/runs`, {
      assistant_id: 'asst_demo',
      stream: true,
      thread: { messages: [{ role: 'user', content: 'hello' }] },
    });
    expect(await stream.text()).toMatch(/"tk_failure":"setup"/);
    await fetch(`${served.url}/v1/threads`, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' },
    });

    expect(error.mock.calls).toEqual([
      [expect.stringMatching(/^threadkit server: Run run_\w+ .*Check OPENAI_API_KEY/)],
    ]);
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/^threadkit server: A page of http:\/\/localhost:5173 .*--cors-origin http/)],
    ]);
    expect(JSON.stringify(error.mock.calls)).not.toContain('sk-live-1');
  });

  it('threadkit serve rejects with a remedy for a database that another process has locked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'threadkit-locked-'));
    const file = join(folder, 'locked.sqlite');
    const other = new DatabaseSync(file);
    onTestFinished(() => {
      other.close();
      rmSync(folder, { recursive: true });
    });
    other.exec('CREATE TABLE t (x); BEGIN EXCLUSIVE');
    await expect(runServe(optionsOf('--db', file), {})).rejects.toThrow(
      /The database .* is in use by another process.*stop the other one/,
    );
  });

  it('threadkit serve reads PDF files in vector stores when their library is installed', async () => {
    const served = await runServe(optionsOf(), {});
    onTestFinished(() => served.close());
    const form = new FormData();
    form.append('purpose', 'assistants');
    form.append('file', new File([pdfOfPages([pdfLines('Receipts are due.')])], 'travel.pdf'));
    const uploaded = await fetch(`${served.url}/v1/files`, { method: 'POST', body: form });
    const { id: fileId } = (await uploaded.json()) as { readonly id: string };
    const created = await post(`${served.url}/v1/vector_stores`, { file_ids: [fileId] });
    const { id } = (await created.json()) as { readonly id: string };
    const read = async (): Promise<unknown> =>
      (await fetch(`${served.url}/v1/vector_stores/${id}/files/${fileId}`)).json();
    await until(async () => !JSON.stringify(await read()).includes('"in_progress"'));
    expect(await read()).toMatchObject({ status: 'completed', last_error: null });
  });
});
