import {
  createVectorStoresClient,
  type VectorStoreFileObject,
  type VectorStoreObject,
  type VectorStoresApi,
} from '@threadkit/core';
import { type ReactNode, useEffect } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { inPage } from '../../test/in-page.tsx';
import {
  useCreateVectorStore,
  useCreateVectorStoreFile,
  useDeleteVectorStore,
  useDeleteVectorStoreFile,
  useModifyVectorStore,
  useModifyVectorStoreFile,
  useUploadVectorStoreFile,
  useVectorStore,
  useVectorStoreFiles,
  useVectorStores,
  VectorStoresProvider,
} from './index.ts';

function inPageWithVectorStores() {
  const page = inPage();
  const vectorStores = createVectorStoresClient({ baseURL: 'http://in-process/v1', fetch: page.fetch });
  return Object.assign(page, {
    vectorStores,
    wrapAll: (children: ReactNode) =>
      page.wrap(<VectorStoresProvider client={vectorStores}>{children}</VectorStoresProvider>),
  });
}

/** Resolves when the server has processed the files of a vector store. */
async function processed(vectorStores: VectorStoresApi, id: string): Promise<void> {
  await expect.poll(async () => (await vectorStores.get(id)).status).toBe('completed');
}

const text = (name = 'tea.txt') => new File(['Green tea comes from Uji.'], name, { type: 'text/plain' });

function useAll() {
  return {
    create: useCreateVectorStore(),
    modify: useModifyVectorStore(),
    remove: useDeleteVectorStore(),
    addFile: useCreateVectorStoreFile(),
    modifyFile: useModifyVectorStoreFile(),
    removeFile: useDeleteVectorStoreFile(),
    upload: useUploadVectorStoreFile(),
  };
}

type Writes = ReturnType<typeof useAll>;

/** Renders a component with every mutation hook, and returns the mutations. */
async function renderWrites(
  page: ReturnType<typeof inPageWithVectorStores>,
  reader: (all: Writes) => string,
) {
  let writes: Writes | undefined;
  const keep = (all: Writes): void => {
    writes = all;
  };
  function Host() {
    const all = useAll();
    useEffect(() => keep(all));
    return <p data-testid="read">{reader(all)}</p>;
  }
  const screen = await render(page.wrapAll(<Host />));
  if (!writes) throw new Error('The component did not render.');
  return {
    writes,
    read: screen.getByTestId('read'),
    rerender: () => screen.rerender(page.wrapAll(<Host />)),
  };
}

describe('useVectorStores', () => {
  it('the list and the vector store follow what the mutations do', async () => {
    const page = inPageWithVectorStores();
    let watched: string | undefined;
    const { writes, read, rerender } = await renderWrites(page, () => {
      const list = useVectorStores();
      const one = useVectorStore({ vectorStoreId: watched });
      return `[${list.data?.map(({ name }) => name).join()}] ${one.data?.name ?? 'none'}`;
    });
    await expect.element(read).toHaveTextContent('[] none');
    const { id } = await writes.create.mutateAsync({ body: { name: 'Handbook' } });
    watched = id;
    await rerender();
    await expect.element(read).toHaveTextContent('[Handbook] Handbook');
    await writes.modify.mutateAsync({ vectorStoreId: id, body: { name: 'Manual' } });
    await expect.element(read).toHaveTextContent('[Manual] Manual');
    watched = undefined;
    await rerender();
    await writes.remove.mutateAsync({ vectorStoreId: id });
    await expect.element(read).toHaveTextContent('[] none');
  });

  it('the hooks explain a missing provider', async () => {
    function Missing() {
      useVectorStores();
      return null;
    }
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await expect(render(inPage().wrap(<Missing />))).rejects.toThrow('put <VectorStoresProvider');
  });

  it('select reads the items of all pages', async () => {
    const page = inPageWithVectorStores();
    for (let count = 0; count < 101; count++) await page.vectorStores.create({ name: `${count}` });
    const select = (all: readonly VectorStoreObject[]) => all.length;
    function Count() {
      const { data, hasNextPage, fetchNextPage } = useVectorStores({ query: { select } });
      return (
        <button type="button" onClick={() => void fetchNextPage()}>
          {`${data} ${hasNextPage}`}
        </button>
      );
    }
    const screen = await render(page.wrapAll(<Count />));
    await screen.getByText('100 true').click();
    await expect.element(screen.getByText('101 false')).toBeVisible();
  });
});

describe('useVectorStoreFiles', () => {
  const show = (files: readonly VectorStoreFileObject[] | undefined) =>
    files?.map(({ status, attributes }) => `${status} ${attributes?.['topic'] ?? ''}`).join() ?? 'loading';

  it('an uploaded file is added to the list and to the counts of its vector store', async () => {
    const page = inPageWithVectorStores();
    const { id } = await page.vectorStores.create();
    const { writes, read } = await renderWrites(page, ({ upload }) => {
      const files = useVectorStoreFiles({ vectorStoreId: id, query: { select: (all) => all.length } });
      const counts = useVectorStore({ vectorStoreId: id }).data?.file_counts;
      return `${files.data} files, ${counts?.total} counted, ${upload.progress ?? 'none'} sent`;
    });
    await expect.element(read).toHaveTextContent('0 files, 0 counted, none sent');
    const sent: number[] = [];
    const file = text();
    const added = await writes.upload.mutateAsync({
      vectorStoreId: id,
      file,
      settings: { attributes: { topic: 'tea' } },
      onProgress: (sentBytes) => sent.push(sentBytes),
    });
    await expect.element(read).toHaveTextContent('1 files, 1 counted, 1 sent');
    expect(sent).toEqual([0, file.size]);
    expect(added.attributes).toEqual({ topic: 'tea' });
    await processed(page.vectorStores, id);
    const { data } = await page.vectorStores.search(id, { query: 'Where does green tea come from?' });
    expect(data[0]?.filename).toBe('tea.txt');
  });

  it('files are added, changed and removed', async () => {
    const page = inPageWithVectorStores();
    const { id } = await page.vectorStores.create();
    const fileId = (await page.client.files?.upload(text()))?.id ?? '';
    const { writes, read } = await renderWrites(
      page,
      () => `[${show(useVectorStoreFiles({ vectorStoreId: id }).data)}]`,
    );
    await expect.element(read).toHaveTextContent('[]');
    await writes.addFile.mutateAsync({ vectorStoreId: id, body: { file_id: fileId } });
    await processed(page.vectorStores, id);
    await writes.modifyFile.mutateAsync({
      vectorStoreId: id,
      fileId,
      body: { attributes: { topic: 'tea' } },
    });
    await expect.element(read).toHaveTextContent('[completed tea]');
    await writes.removeFile.mutateAsync({ vectorStoreId: id, fileId });
    await expect.element(read).toHaveTextContent('[]');
    expect(await page.client.files?.get(fileId)).toMatchObject({ id: fileId });
  });

  it('the list is read again every second until no file is in progress', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const page = inPageWithVectorStores();
    const { id } = await page.vectorStores.create();
    const fileId = (await page.client.files?.upload(text()))?.id ?? '';
    await page.vectorStores.files.create(id, { file_id: fileId });
    await processed(page.vectorStores, id);
    const isList = (request: Request) => request.url.includes('/files?');
    let isInProgress = true;
    page.intercept = async (request, next) => {
      const response = await next(request);
      if (!isList(request) || !isInProgress) return response;
      const body = (await response.json()) as { data: VectorStoreFileObject[] };
      return Response.json({ ...body, data: body.data.map((file) => ({ ...file, status: 'in_progress' })) });
    };
    function Files() {
      return <p data-testid="read">{show(useVectorStoreFiles({ vectorStoreId: id }).data)}</p>;
    }
    const screen = await render(page.wrapAll(<Files />));
    const read = screen.getByTestId('read');
    await expect.element(read).toHaveTextContent('in_progress');
    isInProgress = false;
    vi.advanceTimersByTime(1000);
    await expect.element(read).toHaveTextContent('completed');
    const requests = page.requests.length;
    vi.advanceTimersByTime(10_000);
    expect(page.requests).toHaveLength(requests);
  });

  it('a file that was uploaded but could not be added is deleted again', async () => {
    const page = inPageWithVectorStores();
    const { writes } = await renderWrites(page, () => '');
    const failed = writes.upload.mutateAsync({ vectorStoreId: 'vs_unknown', file: text() });
    await expect(failed).rejects.toMatchObject({ status: 404 });
    expect((await page.client.files?.list())?.data).toEqual([]);
  });

  it('an upload that is stopped adds nothing', async () => {
    const page = inPageWithVectorStores();
    const { id } = await page.vectorStores.create();
    const { writes } = await renderWrites(page, () => '');
    const stop = new AbortController();
    page.intercept = async (request, next) => {
      if (request.url.endsWith('/files')) stop.abort();
      return next(request);
    };
    const stopped = writes.upload.mutateAsync({ vectorStoreId: id, file: text(), signal: stop.signal });
    await expect(stopped).rejects.toThrow();
    expect((await page.vectorStores.files.list(id)).data).toEqual([]);
  });
});
