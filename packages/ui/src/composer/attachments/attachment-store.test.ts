import { type FileObject, type FilesApi, ThreadkitError, type UploadOptions } from '@threadkit/core';
import { eventually } from '@threadkit/testing/eventually';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_LIMITS } from './attachment-limits.ts';
import { type AttachmentStore, createAttachmentStore } from './attachment-store.ts';

interface Upload {
  readonly name: string;
  readonly options: UploadOptions;
  end(id: string): void;
  fail(error: Error): void;
}

/** A store whose uploads end when the test calls `end` or `fail`. */
function createManualStore(): { store: AttachmentStore; uploads: Upload[] } {
  const uploads: Upload[] = [];
  const unused = (): never => {
    throw new Error('The store calls only `upload`.');
  };
  const files: FilesApi = {
    upload: (_file, options = {}) =>
      new Promise((resolve, reject) => {
        const name = options.name ?? '';
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
        const end = (id: string): void => resolve({ id, filename: name } as FileObject);
        uploads.push({ name, options, end, fail: reject });
      }),
    list: unused,
    get: unused,
    content: unused,
    delete: unused,
  };
  return { store: createAttachmentStore({ files, limits: DEFAULT_LIMITS }), uploads };
}

const file = (name: string, type = ''): File => new File(['12345'], name, { type });
const statuses = (store: AttachmentStore): string[] =>
  store.getSnapshot().map(({ name, status }) => `${name} ${status}`);
const waitForStatuses = async (store: AttachmentStore, expected: readonly string[]): Promise<void> =>
  eventually(() => expect(statuses(store)).toEqual(expected));

describe('AttachmentStore', () => {
  it('an attachment store uploads three files at once and starts the next when one is done', async () => {
    const { store, uploads } = createManualStore();
    store.add(['a', 'b', 'c', 'd'].map((name) => file(name)));
    expect(statuses(store)).toEqual(['a uploading', 'b uploading', 'c uploading', 'd waiting']);
    uploads[1]?.end('file_b');
    await waitForStatuses(store, ['a uploading', 'b done', 'c uploading', 'd uploading']);
  });

  it('an attachment store reports upload progress, but not after the file was removed', () => {
    const { store, uploads } = createManualStore();
    store.add([file('a')]);
    uploads[0]?.options.onProgress?.(3);
    expect(store.getSnapshot()[0]).toMatchObject({ status: 'uploading', uploadedBytes: 3 });
    store.remove(store.getSnapshot()[0]?.key ?? '');
    expect(uploads[0]?.options.signal?.aborted).toBe(true);
    const onChange = vi.fn<() => void>();
    store.subscribe(onChange);
    uploads[0]?.options.onProgress?.(4);
    expect(onChange).not.toHaveBeenCalled();
    expect(store.getSnapshot()).toEqual([]);
  });

  it('an attachment store keeps a failed file with its error and uploads it again on retry', async () => {
    const { store, uploads } = createManualStore();
    store.add([file('a')]);
    uploads[0]?.fail(new ThreadkitError('api', 'The disk is full.'));
    await waitForStatuses(store, ['a failed']);
    expect(store.getSnapshot()[0]).toMatchObject({ error: { message: 'The disk is full.' } });
    store.retry(store.getSnapshot()[0]?.key ?? '');
    uploads[1]?.end('file_a');
    await waitForStatuses(store, ['a done']);
  });

  it('an attachment store does not count rejected files toward the limit', () => {
    const { store } = createManualStore();
    store.add([new File([], 'empty'), ...Array.from({ length: 11 }, (_, index) => file(String(index)))]);
    expect(statuses(store).filter((text) => text.endsWith('rejected'))).toEqual([
      'empty rejected',
      '10 rejected',
    ]);
  });

  it('an attachment store uploads images that models accept with the purpose vision, other files with assistants', () => {
    const { store, uploads } = createManualStore();
    store.add([file('a.png', 'image/png'), file('b.svg', 'image/svg+xml')]);
    expect(uploads.map(({ options }) => options.purpose)).toEqual(['vision', 'assistants']);
  });

  it('an attachment store is empty after take, and restores the same files from the message', async () => {
    const { store, uploads } = createManualStore();
    store.add([file('a.png', 'image/png'), file('b.csv')]);
    uploads[0]?.end('file_a');
    uploads[1]?.end('file_b');
    await waitForStatuses(store, ['a.png done', 'b.csv done']);
    const input = store.take('Look');
    expect(store.getSnapshot()).toEqual([]);
    store.restore(input);
    expect(statuses(store)).toEqual(['a.png done', 'b.csv done']);
    expect(store.take('Look')).toEqual(input);
  });

  it('an attachment store aborts all uploads on close', () => {
    const { store, uploads } = createManualStore();
    store.add([file('a'), file('b')]);
    store.close();
    expect(uploads.every(({ options }) => options.signal?.aborted)).toBe(true);
  });
});
