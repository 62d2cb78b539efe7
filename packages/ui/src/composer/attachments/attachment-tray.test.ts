import { type FileObject, type FilesApi, ThreadkitError, type UploadOptions } from '@threadkit/core';
import { eventually } from '@threadkit/testing/eventually';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_LIMITS } from './attachment-limits.ts';
import { type AttachmentTray, createAttachmentTray } from './attachment-tray.ts';

interface Upload {
  readonly name: string;
  readonly options: UploadOptions;
  end(id: string): void;
  fail(error: Error): void;
}

/** A tray whose uploads end when the test calls `end` or `fail`. */
function createManualTray(): { tray: AttachmentTray; uploads: Upload[] } {
  const uploads: Upload[] = [];
  const unused = (): never => {
    throw new Error('The tray calls only `upload`.');
  };
  const files: FilesApi = {
    upload: (_file, options = {}) =>
      new Promise((resolve, reject) => {
        const name = options.name ?? '';
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
        const end = (id: string): void => resolve({ id, filename: name } as FileObject);
        uploads.push({ name, options, end, fail: reject });
      }),
    get: unused,
    content: unused,
    delete: unused,
  };
  return { tray: createAttachmentTray({ files, limits: DEFAULT_LIMITS }), uploads };
}

const file = (name: string, type = ''): File => new File(['12345'], name, { type });
const statuses = (tray: AttachmentTray): string[] =>
  tray.getSnapshot().map(({ name, status }) => `${name} ${status}`);
const waitForStatuses = async (tray: AttachmentTray, expected: readonly string[]): Promise<void> =>
  eventually(() => expect(statuses(tray)).toEqual(expected));

describe('AttachmentTray', () => {
  it('an attachment tray uploads three files at once and starts the next when one is done', async () => {
    const { tray, uploads } = createManualTray();
    tray.add(['a', 'b', 'c', 'd'].map((name) => file(name)));
    expect(statuses(tray)).toEqual(['a uploading', 'b uploading', 'c uploading', 'd waiting']);
    uploads[1]?.end('file_b');
    await waitForStatuses(tray, ['a uploading', 'b done', 'c uploading', 'd uploading']);
  });

  it('an attachment tray reports upload progress, but not after the file was removed', () => {
    const { tray, uploads } = createManualTray();
    tray.add([file('a')]);
    uploads[0]?.options.onProgress?.(3);
    expect(tray.getSnapshot()[0]).toMatchObject({ status: 'uploading', uploadedBytes: 3 });
    tray.remove(tray.getSnapshot()[0]?.key ?? '');
    expect(uploads[0]?.options.signal?.aborted).toBe(true);
    const onChange = vi.fn<() => void>();
    tray.subscribe(onChange);
    uploads[0]?.options.onProgress?.(4);
    expect(onChange).not.toHaveBeenCalled();
    expect(tray.getSnapshot()).toEqual([]);
  });

  it('an attachment tray keeps a failed file with its error and uploads it again on retry', async () => {
    const { tray, uploads } = createManualTray();
    tray.add([file('a')]);
    uploads[0]?.fail(new ThreadkitError('api', 'The disk is full.'));
    await waitForStatuses(tray, ['a failed']);
    expect(tray.getSnapshot()[0]).toMatchObject({ error: { message: 'The disk is full.' } });
    tray.retry(tray.getSnapshot()[0]?.key ?? '');
    uploads[1]?.end('file_a');
    await waitForStatuses(tray, ['a done']);
  });

  it('an attachment tray does not count rejected files toward the limit', () => {
    const { tray } = createManualTray();
    tray.add([new File([], 'empty'), ...Array.from({ length: 11 }, (_, index) => file(String(index)))]);
    expect(statuses(tray).filter((text) => text.endsWith('rejected'))).toEqual([
      'empty rejected',
      '10 rejected',
    ]);
  });

  it('an attachment tray uploads images that models accept with the purpose vision, other files with assistants', () => {
    const { tray, uploads } = createManualTray();
    tray.add([file('a.png', 'image/png'), file('b.svg', 'image/svg+xml')]);
    expect(uploads.map(({ options }) => options.purpose)).toEqual(['vision', 'assistants']);
  });

  it('an attachment tray is empty after take, and restores the same files from the message', async () => {
    const { tray, uploads } = createManualTray();
    tray.add([file('a.png', 'image/png'), file('b.csv')]);
    uploads[0]?.end('file_a');
    uploads[1]?.end('file_b');
    await waitForStatuses(tray, ['a.png done', 'b.csv done']);
    const input = tray.take('Look');
    expect(tray.getSnapshot()).toEqual([]);
    tray.restore(input);
    expect(statuses(tray)).toEqual(['a.png done', 'b.csv done']);
    expect(tray.take('Look')).toEqual(input);
  });

  it('an attachment tray aborts all uploads on close', () => {
    const { tray, uploads } = createManualTray();
    tray.add([file('a'), file('b')]);
    tray.close();
    expect(uploads.every(({ options }) => options.signal?.aborted)).toBe(true);
  });
});
