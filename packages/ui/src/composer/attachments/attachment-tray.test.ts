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

/** Files whose uploads end when the test says so. */
function trayByHand(): { tray: AttachmentTray; uploads: Upload[] } {
  const uploads: Upload[] = [];
  const unused = (): never => {
    throw new Error('A tray only sends.');
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
const settled = async (tray: AttachmentTray, expected: readonly string[]): Promise<void> =>
  eventually(() => expect(statuses(tray)).toEqual(expected));

describe('a tray', () => {
  it('sends three at once, and the next when one is there', async () => {
    const { tray, uploads } = trayByHand();
    tray.add(['a', 'b', 'c', 'd'].map((name) => file(name)));
    expect(statuses(tray)).toEqual(['a sending', 'b sending', 'c sending', 'd waiting']);
    uploads[1]?.end('file_b');
    await settled(tray, ['a sending', 'b done', 'c sending', 'd sending']);
  });

  it('tells how far a file is, and no more once it was removed', () => {
    const { tray, uploads } = trayByHand();
    tray.add([file('a')]);
    uploads[0]?.options.onProgress?.(3);
    expect(tray.getSnapshot()[0]).toMatchObject({ status: 'sending', sentBytes: 3 });
    tray.remove(tray.getSnapshot()[0]?.key ?? '');
    expect(uploads[0]?.options.signal?.aborted).toBe(true);
    const onChange = vi.fn<() => void>();
    tray.subscribe(onChange);
    uploads[0]?.options.onProgress?.(4);
    expect(onChange).not.toHaveBeenCalled();
    expect(tray.getSnapshot()).toEqual([]);
  });

  it('keeps a file that failed with its reason, and sends it again when asked to', async () => {
    const { tray, uploads } = trayByHand();
    tray.add([file('a')]);
    uploads[0]?.fail(new ThreadkitError('api', 'The disk is full.'));
    await settled(tray, ['a failed']);
    expect(tray.getSnapshot()[0]).toMatchObject({ error: { message: 'The disk is full.' } });
    tray.retry(tray.getSnapshot()[0]?.key ?? '');
    uploads[1]?.end('file_a');
    await settled(tray, ['a done']);
  });

  it('counts what it has taken, not what it has refused', () => {
    const { tray } = trayByHand();
    tray.add([new File([], 'empty'), ...Array.from({ length: 11 }, (_, index) => file(String(index)))]);
    expect(statuses(tray).filter((text) => text.endsWith('refused'))).toEqual([
      'empty refused',
      '10 refused',
    ]);
  });

  it('says what images are for', () => {
    const { tray, uploads } = trayByHand();
    tray.add([file('a.png', 'image/png'), file('b.svg', 'image/svg+xml')]);
    expect(uploads.map(({ options }) => options.purpose)).toEqual(['vision', 'assistants']);
  });

  it('is empty after it was taken, and has the same files when the message comes back', async () => {
    const { tray, uploads } = trayByHand();
    tray.add([file('a.png', 'image/png'), file('b.csv')]);
    uploads[0]?.end('file_a');
    uploads[1]?.end('file_b');
    await settled(tray, ['a.png done', 'b.csv done']);
    const input = tray.take('Look');
    expect(tray.getSnapshot()).toEqual([]);
    tray.restore(input);
    expect(statuses(tray)).toEqual(['a.png done', 'b.csv done']);
    expect(tray.take('Look')).toEqual(input);
  });

  it('stops what is on its way when it is closed', () => {
    const { tray, uploads } = trayByHand();
    tray.add([file('a'), file('b')]);
    tray.close();
    expect(uploads.every(({ options }) => options.signal?.aborted)).toBe(true);
  });
});
